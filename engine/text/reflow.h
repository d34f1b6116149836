#pragma once

#include <cstddef>
#include <vector>

#include "engine/text/line.h"
#include "engine/text/wrap.h"

namespace plumbline::text {

/// Lines [first, last] make one paragraph; furniture among them is left out.
struct Flow {
  std::size_t first = 0, last = 0;
  bool uncertain_break = false;  ///< whether it ends there could not be decided
};

/// Rejoins hard-wrapped lines and sentences that a page border or a stray blank line cut. Blocks of
/// other kinds than kLine stay alone. `blocks` are those that the lines index.
std::vector<Flow> reflow(const std::vector<readers::Block>& blocks, const std::vector<Line>& lines);

}  // namespace plumbline::text
