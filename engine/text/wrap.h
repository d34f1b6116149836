#pragma once

#include <vector>

#include "engine/text/line.h"

namespace plumbline::text {

/// How a text file breaks its lines. All widths in quarters of an em.
struct Wrap {
  bool hard = false;               ///< lines are cut at a width and paragraphs go on over several
  int narrow = 2;                  ///< width of a digit or letter
  int blank = 1;                   ///< width of a blank between others
  int width = 0;                   ///< of a full line
  bool indents = false;            ///< paragraphs begin with an indent
  bool indent_lost = false;        ///< first lines are shorter by an indent that is not there
  bool gap_between_lines = false;  ///< a blank line stands between any two lines

  int weigh(const Measure& m) const { return 4 * m.wide + narrow * m.narrow + blank * m.blanks; }
  bool is_indented(const Line& line) const { return indents && line.indent >= kIndent; }
};

/// Looks at the lines that are no furniture. Linear.
Wrap detect_wrap(const std::vector<Line>& lines);

}  // namespace plumbline::text
