#include "engine/text/line.h"

#include <string_view>

#include "engine/base/utf8.h"

namespace plumbline::text {
namespace {

constexpr int kEm = 4;  // quarters

bool is_wide(char32_t c) {
  return c >= 0x1100 || (c >= 0x2010 && c <= 0x2030);
}

/// 0 for what is no blank.
int blank_width(char32_t c) {
  if (c == ' ' || c == 0xa0 || (c >= 0x2000 && c <= 0x200a))
    return kEm / 2;
  if (c == 0x3000)
    return kEm;
  return c == '\t' ? 2 * kEm : 0;
}

bool has_no_width(char32_t c) {
  return c == 0xfeff || (c >= 0x200b && c <= 0x200f) || c < 0x20;
}

bool in(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}
bool opens(char32_t c) {
  return in(c, U"“‘《〈（(〔「『【");
}
bool closes(char32_t c) {
  return in(c, U"”’》〉）)〕」』】，,。、；;：:！!？?％%·");
}
bool is_narrow_word(char32_t c) {
  return c < 0x80 && ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      in(c, U".%-/"));
}

void count(char32_t c, Measure& measure) {
  ++(is_wide(c) ? measure.wide : measure.narrow);
}

/// What typesetters keep together: a number or word, an opening mark with what follows, and the
/// closing marks behind.
Measure token(std::string_view text) {
  constexpr int kLongest = 12;  // characters; longer ones are broken anyway
  Measure token;
  bool begun = false;
  bool in_word = false;
  for (std::size_t at = 0, taken = 0; at < text.size() && taken < kLongest; ++taken) {
    const CodePoint c = decode_utf8(text, at);
    const bool word = is_narrow_word(c.value);
    if (begun && !closes(c.value) && !(in_word && word))
      break;
    count(c.value, token);
    begun |= !opens(c.value);
    in_word = word;
    at = c.end;
  }
  return token;
}

}  // namespace

void measure(std::string_view raw, Line& line) {
  int blanks = 0;
  bool begun = false;
  for (std::size_t at = 0; at < raw.size();) {
    const CodePoint c = decode_utf8(raw, at);
    const int width = blank_width(c.value);
    if (width > 0) {
      (begun ? blanks : line.indent) += width;
    } else if (!has_no_width(c.value)) {
      if (!begun)
        line.first_token = token(raw.substr(at));
      begun = true;
      line.size.wide += blanks / kEm;  // a wide gap counts as what it is, a single blank as one
      line.size.blanks += blanks % kEm * 2 / kEm;
      blanks = 0;
      count(c.value, line.size);
    }
    at = c.end;
  }
}

}  // namespace plumbline::text
