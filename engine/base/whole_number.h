#pragma once

#include <charconv>
#include <optional>
#include <string_view>

namespace plumbline {

/// Digits and nothing else; nullopt also where the number is too large.
inline std::optional<unsigned> whole_number(std::string_view digits) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size())
    return std::nullopt;
  return value;
}

}  // namespace plumbline
