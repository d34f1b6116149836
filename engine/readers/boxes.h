#pragma once

#include <vector>

#include "engine/readers/reader.h"

namespace plumbline::readers {

/// Where the words of a span stand, one box for each line of them. A box holds all of its words. In
/// the middle of a word it ends where full-width characters end; where the word holds others too,
/// whose widths nobody tells, it reaches as far as they may.
std::vector<PageBox> boxes_of(const Extraction& extraction, RawSpan span);

}  // namespace plumbline::readers
