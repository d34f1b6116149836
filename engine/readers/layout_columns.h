#pragma once

#include <vector>

#include "engine/readers/layout.h"

namespace plumbline::readers {

/// Parts a page that is set in columns into regions in the order in which people read them: what
/// stands above, each column from top to bottom, what stands below. A region is as wide as its text
/// is in the middle of it. A page without columns is one region, itself; so is a table.
std::vector<LayoutPage> reading_regions(const LayoutPage& page);

}  // namespace plumbline::readers
