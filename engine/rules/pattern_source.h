#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/message.h"

namespace plumbline::rules {

using Terms = std::map<std::string, std::string, std::less<>>;

/// A mistake in a pattern's {names}. Offset and length in code points of the source.
struct SourceError {
  Message message;
  std::size_t offset = 0, length = 0;
};

/// A pattern source with its {terms} put in, each in (?:…), and, where a year is given, its
/// {report_year±n} too. Quantifiers {2,3}, \p{Han}, \x{4e00} and \{ are left alone.
/// Growth is bounded.
struct Assembled {
  std::string text;
  bool needs_year = false;         ///< holds {report_year}
  std::vector<std::string> terms;  ///< names used, in order
  std::vector<SourceError> errors;

  struct Place {
    std::size_t offset = 0, length = 0;  ///< code points of the source
    std::string term;                    ///< the term inside which it lies, or empty
  };
  /// Where code points [offset, offset + length) of `text` came from.
  Place source_place(std::size_t offset, std::size_t length) const;

  struct Piece {
    std::size_t begin = 0, size = 0;                ///< code points of `text`
    std::size_t source_begin = 0, source_size = 0;  ///< code points of the source
    std::string term;                               ///< empty: verbatim, or a year
  };
  std::vector<Piece> pieces;
};
Assembled assemble(std::string_view source, const Terms& terms, std::optional<int> year);

}  // namespace plumbline::rules
