#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace plumbline::pattern {

/// How a pattern is handed to RE2. A title begins with any fifty characters: ^[^。]{0,50}?(…). RE2
/// copies the class fifty times. As the fewest characters are taken that let the rest match, an
/// endless count finds the same match, unless it takes more than fifty, and then there is none: a
/// line has one place for ^.
struct Prepared {
  std::string pattern;
  /// The first group is the head and not the author's; a match whose head is longer is none.
  bool has_head = false;
  std::size_t longest_head = 0;  ///< code points
};

/// `folded`: a pattern that RE2 takes (Shape::is_sound). Right for searches in pieces of text
/// without line ends.
Prepared with_open_head(std::string_view folded);

}  // namespace plumbline::pattern
