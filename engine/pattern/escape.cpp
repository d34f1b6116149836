#include "engine/pattern/escape.h"

#include <algorithm>

namespace plumbline::pattern {
namespace {

constexpr char32_t kLastPoint = 0x10ffff;

char32_t at_or_none(std::u32string_view pattern, std::size_t at) {
  return at < pattern.size() ? pattern[at] : U'\0';
}

/// Characters from `from` to the first } behind it, it included; all where there is none.
std::size_t braced(std::u32string_view pattern, std::size_t from) {
  const std::size_t close = pattern.find(U'}', from);
  return std::min(close, pattern.size() - 1) + 1 - from;
}

/// The value of hexadecimal digits, 0 where they are none or no character.
char32_t hexadecimal(std::u32string_view digits) {
  constexpr std::u32string_view kSmall = U"0123456789abcdef", kLarge = U"0123456789ABCDEF";
  char32_t value = 0;
  for (const char32_t one : digits) {
    const std::size_t digit = std::min(kSmall.find(one), kLarge.find(one));
    if (digit == std::u32string_view::npos || value > kLastPoint)
      return U'\0';
    value = value * 16 + static_cast<char32_t>(digit);
  }
  return value <= kLastPoint ? value : U'\0';
}

}  // namespace

Escape read_escape(std::u32string_view pattern, std::size_t at) {
  const char32_t name = at_or_none(pattern, at + 1);
  const bool has_braces = at_or_none(pattern, at + 2) == U'{';
  const std::size_t length = has_braces ? 2 + braced(pattern, at + 2) : 0;
  if (name == U'p' || name == U'P')
    return {U'\0', has_braces ? length : 3};
  if (name == U'x')
    return has_braces ? Escape{hexadecimal(pattern.substr(at + 3, length - 4)), length}
                      : Escape{hexadecimal(pattern.substr(std::min(at + 2, pattern.size()), 2)), 4};
  constexpr std::u32string_view kNames = U"tfva", kMeant = U"\t\f\v\a";
  if (const std::size_t named = kNames.find(name); named != std::u32string_view::npos)
    return {kMeant[named]};
  return {kOperators.find(name) != std::u32string_view::npos ? name : U'\0'};
}

}  // namespace plumbline::pattern
