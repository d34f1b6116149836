#pragma once

#include <algorithm>
#include <charconv>
#include <string_view>

namespace plumbline::readers {

/// Points; no page is larger, and what claims to be must not overflow.
inline constexpr double kFarthest = 1e6;

/// The decimal number that `word` begins with, within +-`farthest`; 0 where there is none.
inline double number_of(std::string_view word, double farthest = kFarthest) {
  double value = 0;
  const auto read = std::from_chars(word.data(), word.data() + word.size(), value);
  const bool number = read.ec == std::errc() && value == value;  // "nan" is none
  return number ? std::clamp(value, -farthest, farthest) : 0;
}

}  // namespace plumbline::readers
