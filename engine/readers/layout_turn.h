#pragma once

#include <vector>

#include "engine/readers/layout.h"

namespace plumbline::readers {

/// No word of the page runs in another direction.
bool runs_right(const LayoutPage& page);

/// One page for each direction in which words run, those that run right first. The others are
/// turned: their words stand as they do for one who turns the sheet.
std::vector<LayoutPage> turned_parts(const LayoutPage& page);

/// The box of a word of a page that may be turned, on the page as it is shown. Without text.
LayoutWord as_shown(const LayoutWord& word, const LayoutPage& page);

}  // namespace plumbline::readers
