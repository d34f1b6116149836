#include "engine/output/html_text.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "engine/base/utf8.h"

namespace plumbline::output {
namespace {

struct Range {
  char32_t first, last;
};

/// Characters that have no picture of their own but change what is seen.
constexpr std::array kOdd = {
    Range{0x00, 0x08},     Range{0x0B, 0x1F},     Range{0x7F, 0x9F},     Range{0xAD, 0xAD},
    Range{0x61C, 0x61C},   Range{0x115F, 0x1160}, Range{0x180E, 0x180E}, Range{0x200B, 0x200F},
    Range{0x2028, 0x202E}, Range{0x2060, 0x206F}, Range{0x3164, 0x3164}, Range{0xFEFF, 0xFEFF},
    Range{0xFFA0, 0xFFA0}, Range{0xFFF0, 0xFFFC}, Range{0xE0000, 0xE0FFF}};

bool is_odd(char32_t c) {
  if ((c & 0xFFFE) == 0xFFFE)  // no characters, in any plane
    return true;
  return std::ranges::any_of(kOdd, [c](Range r) { return r.first <= c && c <= r.last; });
}

std::string number_of(char32_t c) {
  std::array<char, 12> digits{};
  std::snprintf(digits.data(), digits.size(), "U+%04X", static_cast<unsigned>(c));
  return digits.data();
}

std::string_view entity(char32_t c) {
  switch (c) {
    case U'&':
      return "&amp;";
    case U'<':
      return "&lt;";
    case U'>':
      return "&gt;";
    case U'"':
      return "&quot;";
    case U'\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace

void append_html(char32_t character, std::string& out) {
  if (const std::string_view name = entity(character); !name.empty())
    out += name;
  else if (is_odd(character))
    out += "<span class=\"odd\">" + number_of(character) + "</span>";
  else
    append_utf8(character, out);
}

std::string html_text(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint next = decode_utf8(bytes, at);
    append_html(next.value, out);
    at = next.end;
  }
  return out;
}

std::string html_value(std::string_view bytes) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint next = decode_utf8(bytes, at);
    append_html(is_odd(next.value) ? kReplacement : next.value, out);
    at = next.end;
  }
  return out;
}

}  // namespace plumbline::output
