#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/message.h"

namespace plumbline::pattern {

/// Something in a pattern that compiles and yet cannot be meant. Offsets are code points into the
/// pattern as the author wrote it.
struct Doubt {
  std::string code;  ///< stable, "P1507"
  Message message;   ///< lower case, with the remedy
  std::size_t offset = 0;
  std::size_t length = 0;
};

/// Anchors inside a line, ASCII-only \b and \w, blanks where normalised text has none, escapes of
/// characters that it never holds, characters that fold to one, alternatives that stand twice or
/// behind a beginning of their own, and patterns that match any text. In the order of the pattern.
/// \d is not doubted: folded text has ASCII digits only.
std::vector<Doubt> doubts_about(std::string_view author);

}  // namespace plumbline::pattern
