#include "engine/base/utf8.h"

#include <algorithm>
#include <array>

#include "engine/base/utf8_bytes.h"

namespace plumbline {
namespace {

/// What may follow a leading byte: Unicode Standard, table 3-7.
struct Form {
  unsigned char first, last;  ///< of the leading byte
  unsigned char second_min, second_max;
  std::size_t length;
};
constexpr std::array<Form, 8> kForms{{{0xc2, 0xdf, 0x80, 0xbf, 2},
                                      {0xe0, 0xe0, 0xa0, 0xbf, 3},
                                      {0xe1, 0xec, 0x80, 0xbf, 3},
                                      {0xed, 0xed, 0x80, 0x9f, 3},
                                      {0xee, 0xef, 0x80, 0xbf, 3},
                                      {0xf0, 0xf0, 0x90, 0xbf, 4},
                                      {0xf1, 0xf3, 0x80, 0xbf, 4},
                                      {0xf4, 0xf4, 0x80, 0x8f, 4}}};

unsigned char low_bits(unsigned char leading, std::size_t length) {
  return static_cast<unsigned char>(leading & (0xff >> (length + 1)));
}

}  // namespace

CodePoint decode_utf8_slowly(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char leading = byte(at);
  if (leading < 0x80)
    return {leading, at + 1, true};
  const auto* const form = std::find_if(kForms.begin(), kForms.end(), [&](const Form& f) {
    return f.first <= leading && leading <= f.last;
  });
  if (form == kForms.end())
    return {kReplacement, at + 1, false};
  char32_t value = low_bits(leading, form->length);
  for (std::size_t i = at + 1; i < at + form->length; ++i) {
    const unsigned char low = i == at + 1 ? form->second_min : 0x80;
    const unsigned char high = i == at + 1 ? form->second_max : 0xbf;
    if (i >= text.size() || byte(i) < low || byte(i) > high)
      return {kReplacement, i, false};
    value = value << 6 | (byte(i) & 0x3fu);
  }
  return {value, at + form->length, true};
}

void append_utf8(char32_t value, std::string& out) {
  const auto push = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  const auto push_low = [&](int shift) { push(0x80 | ((value >> shift) & 0x3f)); };
  if (value < 0x80) {
    push(value);
  } else if (value < 0x800) {
    push(0xc0 | value >> 6);
    push_low(0);
  } else if (value < 0x10000) {
    push(0xe0 | value >> 12);
    push_low(6);
    push_low(0);
  } else {
    push(0xf0 | value >> 18);
    push_low(12);
    push_low(6);
    push_low(0);
  }
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return !continues_character(byte); }));
}

}  // namespace plumbline
