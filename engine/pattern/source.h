#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/pattern/pattern.h"

namespace plumbline::pattern {

/// An author's pattern made ready for RE2: marks and letters folded as the text is, folded marks
/// escaped where they would be operators, every byte traced to the code point it came from.
struct Source {
  std::string folded;
  std::vector<std::size_t> origin;  ///< per byte of `folded`: code point in the author's text
  std::size_t code_points = 0;      ///< of the author's text
  /// Where the bracket stands that has no partner, in code points.
  std::optional<std::size_t> open_group, stray_close, open_class;
};

/// nullopt and `error` filled for what RE2 would refuse without telling the remedy (look-around,
/// back-references), and for what can never match or costs too much (line ends, counts).
std::optional<Source> fold_source(std::string_view author, PatternError& error);

}  // namespace plumbline::pattern
