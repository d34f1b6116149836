#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace plumbline::pattern {

/// How a pattern is handed to RE2, so that it compiles little and searches one place.
///
/// A title begins with any fifty characters: ^[^。]{0,50}?(…). RE2 copies the class fifty times. As
/// the fewest characters are taken that let the rest match, an endless count finds the same match,
/// unless it takes more than fifty, and then there is none: a line has one place for ^.
struct Prepared {
  std::string pattern;
  /// Every match begins with ^, so that a search in a line need look at its begin only.
  bool at_line_begin = false;
  /// The first group is such a head; a match whose head is longer is none.
  bool has_head = false;
  bool is_head_ours = false;     ///< the group is not the author's
  std::size_t longest_head = 0;  ///< code points
};

/// `folded`: a pattern that RE2 takes (Shape::is_sound). The result is right for searches in pieces
/// of text without line ends.
Prepared prepare(std::string_view folded);

}  // namespace plumbline::pattern
