#include "engine/text/marks.h"

#include <array>
#include <charconv>
#include <cstddef>

#include "engine/base/utf8.h"
#include "engine/base/utf8_bytes.h"

namespace plumbline::text {
namespace {

using namespace std::string_view_literals;

bool in(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}
bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
bool is_han_numeral(char32_t c) {
  return in(c, U"一二三四五六七八九十百");
}
bool is_dash(char32_t c) {
  return in(c, U"—–‒―─－-~·•.=");
}

/// Reads code points from the front of a line.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  char32_t peek() const { return rest_.empty() ? U'\0' : decode_utf8(rest_, 0).value; }
  char32_t take() {
    const CodePoint c = rest_.empty() ? CodePoint{} : decode_utf8(rest_, 0);
    rest_.remove_prefix(c.end);
    return c.value;
  }
  bool take(std::string_view word) {
    const bool there = rest_.starts_with(word);
    rest_.remove_prefix(there ? word.size() : 0);
    return there;
  }
  template <typename Is>
  int skip(Is is) {
    int count = 0;
    for (; !rest_.empty() && is(peek()); ++count) take();
    return count;
  }
  bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

char32_t last_of(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && continues_character(text[at - 1])) --at;
  return at == 0 ? U'\0' : decode_utf8(text, at - 1).value;
}
std::string_view without_last(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && continues_character(text[at - 1])) --at;
  return text.substr(0, at == 0 ? 0 : at - 1);
}

HeadingMark han_mark(Cursor line) {
  const bool ordinal = line.take("第");
  if (line.skip(is_han_numeral) == 0)
    return HeadingMark::kNone;
  const char32_t mark = line.take();
  if (ordinal)
    return in(mark, U"章节条") ? HeadingMark::kFirst
           : in(mark, U",、")  ? HeadingMark::kItem
                               : HeadingMark::kNone;
  return mark == U'、'   ? HeadingMark::kFirst
         : mark == U'是' ? HeadingMark::kItem
                         : HeadingMark::kNone;
}

HeadingMark bracket_mark(Cursor line) {
  if (!line.take("("))
    return HeadingMark::kNone;
  const int numerals = line.skip(is_han_numeral);
  const int digits = numerals == 0 ? line.skip(is_digit) : 0;
  const bool numbered = numerals > 0 || (digits > 0 && digits <= 2);
  return numbered && line.take() == U')' ? HeadingMark::kLower : HeadingMark::kNone;
}

HeadingMark digit_mark(Cursor line) {
  const int digits = line.skip(is_digit);
  if (digits == 0 || digits > 2 || !in(line.take(), U".、"))
    return HeadingMark::kNone;
  return is_digit(line.peek()) ? HeadingMark::kNone : HeadingMark::kLower;
}

}  // namespace

HeadingMark heading_mark(std::string_view line) {
  for (const auto& mark : {han_mark, bracket_mark, digit_mark}) {
    if (const HeadingMark found = mark(Cursor(line)); found != HeadingMark::kNone)
      return found;
  }
  const char32_t first = Cursor(line).peek();
  return first >= U'①' && first <= U'⑳' ? HeadingMark::kLower : HeadingMark::kNone;
}

bool ends_sentence(std::string_view line) {
  while (in(last_of(line), U"”’」』)")) line = without_last(line);
  return in(last_of(line), U"。!?;:…");
}

bool ends_in_comma(std::string_view line) {
  return in(last_of(line), U",、《〈“‘(〔—");
}

bool ends_in_word(std::string_view line) {
  const char32_t c = last_of(line);
  return (c >= 0x4e00 && c <= 0x9fff) || is_digit(c) || c == '%' || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

bool has_sentence_end(std::string_view line) {
  return line.find_first_of("!?;") != line.npos || line.find("。") != line.npos;
}

bool has_prose_mark(std::string_view line) {
  return line.find(',') != line.npos || has_sentence_end(line);
}

bool has_open_bracket(std::string_view line) {
  constexpr std::u32string_view kPairs = U"《》()“”〔〕";
  std::array<int, 4> depth{};
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = decode_utf8(line, at);
    const std::size_t pair = kPairs.find(c.value);
    if (pair != kPairs.npos)
      depth[pair / 2] += pair % 2 == 0 ? 1 : -1;
    at = c.end;
  }
  for (const int open : depth) {
    if (open > 0)
      return true;
  }
  return false;
}

bool is_page_number(std::string_view line) {
  constexpr std::size_t kLongest = 40;  // bytes
  if (line.size() > kLongest)
    return false;
  Cursor dashed(line);
  if (dashed.skip(is_dash) > 0) {
    const int digits = dashed.skip(is_digit);
    return digits > 0 && digits <= 4 && dashed.skip(is_dash) > 0 && dashed.done();
  }
  Cursor page(line);
  if (!page.take("第") || page.skip(is_digit) == 0 || !page.take("页"))
    return false;
  page.skip([](char32_t c) { return in(c, U"/,、"); });
  if (page.take("共"))
    return page.skip(is_digit) > 0 && page.take("页") && page.done();
  return page.done();
}

int bare_number(std::string_view line) {
  int value = 0;
  const auto [end, status] = std::from_chars(line.data(), line.data() + line.size(), value);
  const bool whole = status == std::errc() && end == line.data() + line.size();
  return whole && line.size() <= 4 && line.front() != '-' ? value : 0;
}

}  // namespace plumbline::text
