#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace plumbline {

/// Small letters for capital ones, as far as ASCII goes; in any locale.
constexpr char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

inline std::string lower_ascii(std::string_view text) {
  std::string lowered(text);
  std::ranges::transform(lowered, lowered.begin(), [](char c) { return lower_ascii(c); });
  return lowered;
}

}  // namespace plumbline
