#pragma once

#include "engine/readers/encoding.h"

namespace plumbline::readers {

/// Looks through decoded text for what was not readable (U+FFFD), NUL and control characters and
/// private characters, and sets outcome, message and losses; every loss names its lines.
/// `cut`: the last character was incomplete.
void inspect(Decoded& decoded, bool cut);

}  // namespace plumbline::readers
