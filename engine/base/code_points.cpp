#include "engine/base/code_points.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "engine/base/utf8.h"
#include "engine/base/utf8_bytes.h"

namespace plumbline::utf8 {
namespace {

struct Range {
  char32_t first, last;
};
constexpr std::array<Range, 12> kWide = {{{0x1100, 0x115F},
                                          {0x2E80, 0x303E},
                                          {0x3041, 0x33FF},
                                          {0x3400, 0x4DBF},
                                          {0x4E00, 0xA4CF},
                                          {0xA960, 0xA97F},
                                          {0xAC00, 0xD7A3},
                                          {0xF900, 0xFAFF},
                                          {0xFE30, 0xFE6F},
                                          {0xFF01, 0xFF60},
                                          {0xFFE0, 0xFFE6},
                                          {0x1F300, 0x3FFFD}}};
constexpr std::array<Range, 5> kNoColumn = {
    {{0x0300, 0x036F}, {0x200B, 0x200F}, {0x2060, 0x2064}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}}};

template <std::size_t N>
bool in_any(const std::array<Range, N>& ranges, char32_t code_point) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) {
    return code_point >= range.first && code_point <= range.last;
  });
}

bool is_ascii(const char* at, std::size_t words) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  std::uint64_t all = 0;
  for (std::size_t i = 0; i < words; ++i) {
    std::uint64_t word = 0;
    std::memcpy(&word, at + i * sizeof(word), sizeof(word));
    all |= word;
  }
  return (all & kHighBits) == 0;
}

/// Behind the ASCII bytes that begin at `at`, many at a time.
const char* ascii_end(const char* at, const char* end) {
  while (end - at >= 32 && is_ascii(at, 4)) at += 32;
  while (end - at >= 8 && is_ascii(at, 1)) at += 8;
  while (at < end && static_cast<unsigned char>(*at) < 0x80) ++at;
  return at;
}

std::uint32_t four_bytes(const char* at) {
  std::uint32_t word = 0;
  std::memcpy(&word, at, sizeof(word));
  return word;
}

/// A character of three bytes (of four that can be read) but for those that begin with E0, which
/// have overlong forms, or with ED, where the surrogates are.
bool is_easy(const char* at) {
  constexpr auto kMask = std::bit_cast<std::uint32_t>(std::array{'\xf0', '\xc0', '\xc0', '\0'});
  constexpr auto kForm = std::bit_cast<std::uint32_t>(std::array{'\xe0', '\x80', '\x80', '\0'});
  return (four_bytes(at) & kMask) == kForm && *at != '\xe0' && *at != '\xed';
}

/// Behind what needs no thought: nearly all of a Chinese text.
std::size_t easy_end(std::string_view bytes, std::size_t from) {
  const char* const end = bytes.data() + bytes.size();
  const char* at = bytes.data() + from;
  for (const char* before = nullptr; at != before;) {
    before = at;
    at = ascii_end(at, end);
    while (end - at > 3 && is_easy(at)) at += 3;
  }
  return static_cast<std::size_t>(at - bytes.data());
}

}  // namespace

std::optional<std::size_t> first_invalid(std::string_view bytes) {
  for (std::size_t at = easy_end(bytes, 0); at < bytes.size(); at = easy_end(bytes, at)) {
    const CodePoint point = decode_utf8(bytes, at);
    if (!point.valid)
      return at;
    at = point.end;
  }
  return std::nullopt;
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at = decode_utf8(text, at).end) ++count;
  return count;
}

std::size_t offset_of(std::string_view text, std::size_t index) {
  std::size_t at = 0;
  for (; index > 0 && at < text.size(); --index) at = decode_utf8(text, at).end;
  return at;
}

std::string_view prefix(std::string_view text, std::size_t most) {
  if (text.size() <= most)
    return text;
  while (most > 0 && continues_character(text[most])) --most;
  return text.substr(0, most);
}

std::u32string decode(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    out.push_back(point.value);
    at = point.end;
  }
  return out;
}

int width(char32_t code_point) {
  if (in_any(kNoColumn, code_point))
    return 0;
  return in_any(kWide, code_point) ? 2 : 1;
}

}  // namespace plumbline::utf8
