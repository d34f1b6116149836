#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/pattern/literals.h"

namespace plumbline::pattern {

/// Code points from `first` to `last`.
struct CodeRange {
  char32_t first, last;
};

/// A class of characters in a folded pattern.
struct CharacterClass {
  std::size_t end = 0;            ///< byte behind it
  std::size_t instructions = 0;   ///< at most, in RE2's program over UTF-8
  Literals members;               ///< where they are few; else empty
  std::vector<CodeRange> ranges;  ///< as written: in any order, they may overlap
  bool is_negated = false;        ///< every code point but those
};

/// The class that opens with '[' at `at`; nullopt where it is not surely understood.
std::optional<CharacterClass> read_class(std::string_view pattern, std::size_t at);

/// The class that \d, \p{Han} and the like mean; nullopt for every other escape.
std::optional<CharacterClass> read_escaped_class(std::string_view pattern, std::size_t at);

/// What '.' means.
CharacterClass any_character();

}  // namespace plumbline::pattern
