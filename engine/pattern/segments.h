#pragma once

#include <cstddef>
#include <string_view>

#include "plumbline/span.h"

namespace plumbline::pattern {

/// Cuts a stretch of text into the pieces in which matches are sought: lines without their '\n',
/// and of a line longer than `longest` code points pieces that end after 。！？； in normal form,
/// or after `longest` code points where there is none.
class Segments {
 public:
  Segments(std::string_view text, TextSpan within, std::size_t longest)
      : text_(text.substr(0, within.end)), at_(within.begin), longest_(longest) {}

  /// The next one that ends behind `place`; false at the end. A segment is never empty.
  bool next(TextSpan& segment, std::size_t place = 0);

 private:
  void skip_lines(std::size_t place);
  bool cut(TextSpan& segment);
  std::size_t cut_of(std::size_t begin, std::size_t line_end) const;

  std::string_view text_;
  std::size_t at_;
  std::size_t line_end_ = 0;  ///< found once for each line
  std::size_t longest_;
};

}  // namespace plumbline::pattern
