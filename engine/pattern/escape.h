#pragma once

#include <cstddef>
#include <string_view>

namespace plumbline::pattern {

/// Characters that mean something else than themselves in a pattern.
constexpr std::u32string_view kOperators = U".[](){}|*+?^$\\";

/// What an escape is: `\.`, `\t`, `\x20`, `\x{ff08}`, `\p{Han}`.
struct Escape {
  char32_t point = U'\0';  ///< the character that it means; 0 where it means a class or a place
  std::size_t length = 2;  ///< code points, the backslash included
};

/// The escape whose backslash stands at `at`.
Escape read_escape(std::u32string_view pattern, std::size_t at);

}  // namespace plumbline::pattern
