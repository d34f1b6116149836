#pragma once

#include "engine/readers/program.h"

namespace plumbline::isolation {

/// Whether a worker may have this program run: one of the calls that readers make, word for word.
/// Cuts times and sizes down to what such a call needs.
bool permit(readers::ProgramCall& call);

}  // namespace plumbline::isolation
