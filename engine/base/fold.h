#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace plumbline {

/// The smallest piece of text that folds by itself: a character with the marks combined with it.
struct FoldUnit {
  std::size_t end = 0;  ///< bytes, where the next unit begins
  bool same = false;    ///< folded to the very bytes it had
};

/// Appends the normal form of the unit at `begin` (a byte offset below utf8.size()) to `out`.
///
/// Normal form is NFKC: full-width letters, digits and marks become half-width; compatibility
/// ideographs and the radicals that PDF fonts yield become the ordinary character. Kept as written,
/// because NFKC would change what is said: circled numbers and ideographs, …, raised and lowered
/// digits, fractions, squared units (㎡), ℃, №, free-standing accents. Every kind of blank, line
/// ends included, becomes ' '; what has no width (zero-width marks, BOM, soft hyphen, variation
/// selectors, control characters) becomes nothing. A byte that is not UTF-8 becomes U+FFFD.
FoldUnit fold_unit(std::string_view utf8, std::size_t begin, std::string& out);

/// The end of a stretch from `begin` on that is its own normal form and holds no blank; `begin` where
/// there is none. It ends where a unit ends. Not the longest such stretch: a short cut past the
/// characters that nearly all of a text is made of.
std::size_t plain_end(std::string_view utf8, std::size_t begin);

}  // namespace plumbline
