#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace plumbline {

inline constexpr char32_t kReplacement = 0xfffd;

struct CodePoint {
  char32_t value = 0;   ///< kReplacement where the bytes are not UTF-8
  std::size_t end = 0;  ///< byte behind it; behind the longest valid start of a broken sequence
  bool valid = true;
};

/// The code point that begins at byte `at`, which must be below text.size(). Strict: overlong
/// forms, surrogates and values above U+10FFFF are not UTF-8.
CodePoint decode_utf8_slowly(std::string_view text, std::size_t at);
inline CodePoint decode_utf8(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (byte(0) < 0x80)
    return {byte(0), at + 1, true};
  // U+1000..U+CFFF, where nearly all of a Chinese text lies.
  if (byte(0) > 0xe0 && byte(0) < 0xed && at + 2 < text.size() && (byte(1) & 0xc0) == 0x80 &&
      (byte(2) & 0xc0) == 0x80)
    return {static_cast<char32_t>((byte(0) & 0xf) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f)),
            at + 3, true};
  return decode_utf8_slowly(text, at);
}

/// `value` must be a Unicode scalar value.
void append_utf8(char32_t value, std::string& out);

/// Bytes that begin a code point: the number of code points of valid UTF-8.
std::size_t count_code_points(std::string_view text);

}  // namespace plumbline
