#include "engine/base/fold.h"

#include <doctest/doctest.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <string>
#include <string_view>

#include "engine/base/utf8.h"
#include "engine/text/text.h"

namespace plumbline::text {
namespace {

TEST_CASE("marks letters and digits fold to half width and what is said stays") {
  struct Case {
    std::string_view raw, normal;
  };
  const Case cases[] = {
      {"２０２５年，（Ａ）：；！？", "2025年,(A):;!?"},
      {"甲。、《乙》“丙”——…·", "甲。、《乙》“丙”——…·"},
      {"①②⑳㉑㊀", "①②⑳㉑㊀"},
      {"⑴⒈㈠", "(1)1.(一)"},
      {"500㎡，10²，½，25℃，№3", "500㎡,10²,½,25℃,№3"},
      {"⽔务⺠生⻓期", "水务民生长期"},  // radicals as PDF fonts yield them
      {"\uF9E9\uFA0B", "里廓"},          // compatibility ideographs
      {"﹝2025﹞", "〔2025〕"},
      {"ﾃｽﾄ｡", "テスト。"},
      {"e\u0301", "é"},
      {"´甲", "´甲"},
      {"甲\uFE0F乙\u200B丙\u00AD丁\uFEFF", "甲乙丙丁"},
      {"甲\x01乙", "甲乙"},
      {"甲\xff乙", "甲\uFFFD乙"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.raw);
    CHECK(fold(c.raw) == c.normal);
  }
}

TEST_CASE("blanks stay only between latin words and digits") {
  struct Case {
    std::string_view raw, normal;
  };
  const Case cases[] = {
      {"海 安 市 科 学 技 术 局", "海安市科学技术局"},
      {"2021 年 11 月 22 日", "2021年11月22日"},
      {"　　甲　乙\u00A0丙\t", "甲乙丙"},
      {"rule  of law", "rule of law"},
      {"café bar", "café bar"},
      {"bar école", "bar école"},
      {"12 345", "12 345"},
      {"A 类 B", "A类B"},
      {"2024- 01- 25 15: 27", "2024-01-25 15:27"},
      {"， ，", ",,"},
      {"2\n021年", "2021年"},
      {"rule\r\nof", "rule of"},
      {"甲\n乙", "甲乙"},
      {" ", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.raw);
    CHECK(fold(c.raw) == c.normal);
  }
}

TEST_CASE("folding twice changes nothing") {
  for (const std::string_view raw :
       {"２０２５年度（一） A b ①⑴㎡", "´ ¨ ¯ e\u0301\u0301 ﬁ Ⅳ", "⺠ ﾃﾞ"})
    CHECK(fold(fold(raw)) == fold(raw));
}

/// Every code point against ICU, the oracle: equal to NFKC, or kept, a blank or nothing.
TEST_CASE("every code point folds as icu says unless it is a stated exception") {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2& nfkc = *icu::Normalizer2::getNFKCInstance(status);
  std::size_t kept = 0, radicals = 0;
  for (char32_t c = 0x20; c <= 0x10ffff; ++c) {
    if (c >= 0xd800 && c <= 0xdfff)
      continue;
    std::string raw, folded, expected;
    append_utf8(c, raw);
    const FoldUnit unit = fold_unit(raw, 0, folded);
    nfkc.normalize(icu::UnicodeString(static_cast<UChar32>(c)), status).toUTF8String(expected);
    REQUIRE(unit.end == raw.size());
    REQUIRE(unit.same == (folded == raw));
    if (folded == expected || folded.empty() || folded == " ")
      continue;
    (folded == raw ? kept : radicals) += 1;
  }
  CHECK(kept == 333);
  CHECK(radicals == 40);
}

TEST_CASE("a thousand marks on one letter take linear time") {
  std::string raw = "e";
  for (int i = 0; i < 200000; ++i) raw += "\u0301";
  CHECK(fold(raw).starts_with("é"));
}

}  // namespace
}  // namespace plumbline::text
