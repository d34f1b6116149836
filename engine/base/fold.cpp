#include "engine/base/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

#include "engine/base/utf8.h"

namespace plumbline {
namespace {

// Simplified radicals of CJK Radicals Supplement have no decomposition in NFKC, yet fonts embedded
// by PDF writers map ordinary characters to them.
constexpr std::array<std::pair<char32_t, char32_t>, 42> kRadicals{{
    {U'⺁', U'厂'}, {U'⺋', U'㔾'}, {U'⺟', U'母'}, {U'⺠', U'民'}, {U'⺩', U'王'}, {U'⺪', U'疋'},
    {U'⺫', U'目'}, {U'⺮', U'竹'}, {U'⺶', U'羊'}, {U'⺼', U'月'}, {U'⻄', U'西'}, {U'⻅', U'见'},
    {U'⻆', U'角'}, {U'⻉', U'贝'}, {U'⻋', U'车'}, {U'⻌', U'辶'}, {U'⻓', U'长'}, {U'⻔', U'门'},
    {U'⻘', U'青'}, {U'⻙', U'韦'}, {U'⻚', U'页'}, {U'⻛', U'风'}, {U'⻜', U'飞'}, {U'⻝', U'食'},
    {U'⻢', U'马'}, {U'⻣', U'骨'}, {U'⻤', U'鬼'}, {U'⻥', U'鱼'}, {U'⻦', U'鸟'}, {U'⻧', U'卤'},
    {U'⻨', U'麦'}, {U'⻩', U'黄'}, {U'⻪', U'黾'}, {U'⻫', U'斉'}, {U'⻬', U'齐'}, {U'⻭', U'歯'},
    {U'⻮', U'齿'}, {U'⻯', U'竜'}, {U'⻰', U'龙'}, {U'⻱', U'龜'}, {U'⻲', U'亀'}, {U'⻳', U'龟'},
}};

bool in(char32_t c, char32_t first, char32_t last) {
  return first <= c && c <= last;
}

// Characters that are their own normal form whatever stands before them, and that begin a unit.
// Not exhaustive: it covers nearly every character of a report and is cheap to ask.
bool is_plain(char32_t c) {
  return in(c, 0x20, 0x7e) || in(c, 0x4e00, 0x9fff) || in(c, 0x3001, 0x3029) ||
         in(c, 0x2012, 0x2016) || in(c, 0x2018, 0x2023) || in(c, 0x2460, 0x2473) || c == 0x2026 ||
         c == 0xb7 || in(c, 0x3400, 0x4dbf);
}

bool is_kept(char32_t c) {
  return in(c, 0x2024, 0x2026) || in(c, 0x2460, 0x2473) || c == 0x24ea || in(c, 0x3251, 0x325f) ||
         in(c, 0x3280, 0x32bf) || in(c, 0x3371, 0x33df) || c == 0x33ff || c == 0xb2 || c == 0xb3 ||
         c == 0xb9 || in(c, 0x2070, 0x209f) || in(c, 0xbc, 0xbe) || in(c, 0x2150, 0x215f) ||
         c == 0x2189 || c == 0x2103 || c == 0x2109 || c == 0x2116;
}

bool is_blank(char32_t c) {
  return in(c, 0x9, 0xd) || c == 0x20 || c == 0x85 || c == 0x2028 || c == 0x2029 ||
         u_charType(static_cast<UChar32>(c)) == U_SPACE_SEPARATOR;
}

bool is_nothing(char32_t c) {
  const int type = u_charType(static_cast<UChar32>(c));
  return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || in(c, 0xfe00, 0xfe0f) ||
         in(c, 0xe0100, 0xe01ef);
}

// Asked for once: ICU's own lock is of a library that a thread sanitizer cannot look into.
const icu::Normalizer2& nfkc() {
  static const icu::Normalizer2& instance = []() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    return *icu::Normalizer2::getNFKCInstance(status);  // a part of ICU's own data: cannot fail
  }();
  return instance;
}

char32_t ordinary(char32_t c) {
  const auto* const row =
      std::lower_bound(kRadicals.begin(), kRadicals.end(), c,
                       [](const auto& pair, char32_t value) { return pair.first < value; });
  return row != kRadicals.end() && row->first == c ? row->second : c;
}

void append_normalized(const icu::UnicodeString& unit, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString folded = nfkc().normalize(unit, status);
  const bool stray_accent = folded.startsWith(u" ", 1) && folded.length() > 1;
  (U_FAILURE(status) || stray_accent ? unit : folded).toUTF8String(out);
}

// The end of the unit that begins with the character before `at`: everything that combines with it.
std::size_t unit_end(std::string_view utf8, std::size_t at, icu::UnicodeString& unit) {
  constexpr int kLongest = 32;  // marks; more are noise, and the cut keeps the time linear
  for (int marks = 0; at < utf8.size() && marks < kLongest; ++marks) {
    const CodePoint next = decode_utf8(utf8, at);
    if (is_plain(next.value) || is_nothing(next.value) ||
        nfkc().hasBoundaryBefore(static_cast<UChar32>(next.value)))
      break;
    unit.append(static_cast<UChar32>(next.value));
    at = next.end;
  }
  return at;
}

std::size_t fold_slowly(std::string_view utf8, CodePoint first, std::string& out) {
  if (is_blank(first.value)) {
    out.push_back(' ');
    return first.end;
  }
  if (is_nothing(first.value))
    return first.end;
  if (is_kept(first.value)) {
    append_utf8(first.value, out);
    return first.end;
  }
  icu::UnicodeString unit(static_cast<UChar32>(ordinary(first.value)));
  const std::size_t end = unit_end(utf8, first.end, unit);
  append_normalized(unit, out);
  return end;
}

}  // namespace

FoldUnit fold_unit(std::string_view utf8, std::size_t begin, std::string& out) {
  const CodePoint first = decode_utf8(utf8, begin);
  const char32_t next = first.end < utf8.size() ? decode_utf8(utf8, first.end).value : U' ';
  // Marks that combine are never plain nor full-width, so one look ahead tells there is none.
  const bool alone = is_plain(next) || in(next, 0xff01, 0xff5e);
  if (alone && is_plain(first.value)) {
    out.append(utf8, begin, first.end - begin);
    return {first.end, true};
  }
  if (alone && in(first.value, 0xff01, 0xff5e)) {
    out.push_back(static_cast<char>(first.value - 0xfee0));
    return {first.end, false};
  }
  const std::size_t before = out.size();
  const std::size_t end = fold_slowly(utf8, first, out);
  const bool same = std::string_view(out).substr(before) == utf8.substr(begin, end - begin);
  return {end, same};
}

std::size_t plain_end(std::string_view utf8, std::size_t begin) {
  std::size_t last = begin;
  std::size_t at = begin;
  char32_t next = U' ';
  while (at < utf8.size()) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    const bool han = byte >= 0xe5 && byte <= 0xe9 && at + 2 < utf8.size() &&  // U+5000..U+9FFF
                     (utf8[at + 1] & 0xc0) == 0x80 && (utf8[at + 2] & 0xc0) == 0x80;
    if (!han && (byte <= 0x20 || byte >= 0x7f)) {
      const CodePoint c = decode_utf8(utf8, at);
      next = c.value;
      if (byte <= 0x20 || !is_plain(next))
        break;
      last = at;
      at = c.end;
      continue;
    }
    last = at;
    at += han ? 3 : 1;
  }
  // What stopped it may combine with the last character.
  const bool apart = at >= utf8.size() || next <= 0x20 || in(next, 0xff01, 0xff5e);
  return apart ? at : last;
}

}  // namespace plumbline
