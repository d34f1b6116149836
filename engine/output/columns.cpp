#include "engine/output/columns.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace plumbline::output {
namespace {

struct Decoded {
  char32_t code_point;
  std::size_t size;  ///< bytes, at least 1
  bool valid;
};

/// Bytes that the lead byte promises; 0 = no lead byte.
std::size_t promised(unsigned char lead) {
  if (lead < 0x80)
    return 1;
  if (lead >= 0xC2 && lead < 0xE0)
    return 2;
  if (lead >= 0xE0 && lead < 0xF0)
    return 3;
  return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

Decoded decode(std::string_view text) {
  static constexpr std::array<char32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t size = promised(byte(0));
  if (size == 0 || size > text.size())
    return {0xFFFD, 1, false};
  char32_t value = size == 1 ? byte(0) : byte(0) & (0x7Fu >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0u) != 0x80u)
      return {0xFFFD, 1, false};
    value = value << 6 | (byte(i) & 0x3Fu);
  }
  const bool valid =
      value >= kSmallest[size] && value <= 0x10FFFF && !(value >= 0xD800 && value < 0xE000);
  return valid ? Decoded{value, size, true} : Decoded{0xFFFD, 1, false};
}

struct Range {
  char32_t first, last;
};

template <std::size_t N>
bool within(const std::array<Range, N>& ranges, char32_t c) {
  return std::ranges::any_of(ranges, [c](Range r) { return c >= r.first && c <= r.last; });
}

/// East Asian wide and full-width blocks, with the marks that Chinese fonts draw wide.
std::size_t width_of(char32_t c) {
  static constexpr std::array<Range, 4> kNone = {
      {{0x300, 0x36F}, {0x200B, 0x200F}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}}};
  static constexpr std::array<Range, 12> kWide = {{{0x1100, 0x115F},
                                                   {0x2014, 0x2014},
                                                   {0x2018, 0x201D},
                                                   {0x2026, 0x2026},
                                                   {0x2460, 0x24FF},
                                                   {0x2E80, 0x303E},
                                                   {0x3041, 0xA4CF},
                                                   {0xAC00, 0xD7A3},
                                                   {0xF900, 0xFAFF},
                                                   {0xFE30, 0xFE6F},
                                                   {0xFF00, 0xFF60},
                                                   {0x20000, 0x3FFFD}}};
  if (within(kNone, c))
    return 0;
  return within(kWide, c) ? 2 : 1;
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  while (!utf8.empty()) {
    const Decoded next = decode(utf8);
    width += width_of(next.code_point);
    utf8.remove_prefix(next.size);
  }
  return width;
}

std::string padded(std::string_view utf8, std::size_t width) {
  const std::size_t own = display_width(utf8);
  return std::string(utf8) + std::string(own < width ? width - own : 0, ' ');
}

std::string shortened(std::string_view utf8, std::size_t code_points) {
  const auto is_start = [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; };
  const auto count = static_cast<std::size_t>(std::ranges::count_if(utf8, is_start));
  if (count <= code_points || code_points < 3)
    return std::string(utf8);
  const std::size_t tail = (code_points - 1) / 3;
  const std::size_t head = code_points - 1 - tail;
  std::size_t seen = 0;
  std::size_t head_end = 0;
  std::size_t tail_begin = utf8.size();
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    if (!is_start(utf8[i]))
      continue;
    if (seen == head)
      head_end = i;
    if (seen == count - tail)
      tail_begin = i;
    ++seen;
  }
  return std::string(utf8.substr(0, head_end)) + "…" + std::string(utf8.substr(tail_begin));
}

std::string printable(std::string_view bytes) {
  std::string result;
  result.reserve(bytes.size());
  while (!bytes.empty()) {
    const Decoded next = decode(bytes);
    if (!next.valid)
      result += "\xEF\xBF\xBD";
    else if (is_control(next.code_point))
      result += ' ';
    else
      result += bytes.substr(0, next.size);
    bytes.remove_prefix(next.size);
  }
  return result;
}

}  // namespace plumbline::output
