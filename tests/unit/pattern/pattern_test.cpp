#include "engine/pattern/pattern.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace plumbline::pattern {
namespace {

/// All matches joined by '|', a group in brackets behind its match: "ab(b)|c".
std::string all(std::string_view pattern, std::string_view text, TextSpan within) {
  std::string out;
  Pattern::literal_or_die(pattern).each(text, within, [&](const Match& match) {
    out += out.empty() ? "" : "|";
    out += text.substr(match.span.begin, match.span.size());
    for (const TextSpan group : match.groups)
      out += group.begin == std::string_view::npos
                 ? "(-)"
                 : "(" + std::string(text.substr(group.begin, group.size())) + ")";
    return true;
  });
  return out;
}
std::string all(std::string_view pattern, std::string_view text) {
  return all(pattern, text, {0, text.size()});
}

std::string refusal(std::string_view pattern) {
  PatternError error;
  if (Pattern::compile(pattern, error))
    return "accepted";
  return error.code + " " + std::to_string(error.offset) + "+" + std::to_string(error.length);
}

TEST_CASE("full-width marks in a pattern stand for either width") {
  struct Case {
    std::string_view pattern, text, expected;
  };
  const Case cases[] = {
      {"共（\\d+）件", "共(12)件，共12件", "共(12)件"},
      {"（[^）]+）", "甲(乙)丙", "(乙)"},
      {"[，；]", "甲,乙;丙", ",|;"},
      {"甲？乙", "甲?乙 乙", "甲?乙"},
      {"１２＋３", "12+3 1223", "12+3"},
      {"Ａ．Ｂ", "A.B AxB", "A.B"},
      {"\\（一\\）", "(一)", "(一)"},
      {"[！-／]", "a!b/c", "!|/"},
      {"[［］]", "[x]", "[|]"},
      {"⑴{2}", "(1)(1)", "(1)(1)"},
      {"\\Q（a.b）\\E", "(a.b)", "(a.b)"},
      {"①…", "①…", "①…"},
      {"〔\\d{4}〕", "〔2025〕", "〔2025〕"},
      {"(?P<n>，)", "甲,", ",(,)"},
      {"[]）]", "](）", "]"},
      {"[[:digit:]）]+", "12)", "12)"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.pattern);
    CHECK(all(c.pattern, c.text) == c.expected);
  }
}

TEST_CASE("line ends hold for caret and dollar and no match crosses one") {
  const std::string text = "甲乙\n乙甲\n乙";
  CHECK(all("^乙", text) == "乙|乙");
  CHECK(all("乙$", text) == "乙|乙");
  CHECK(all("[^丙]+", text) == "甲乙|乙甲|乙");
  CHECK(all("^乙", text, {3, text.size()}) == "乙|乙");  // 3 is inside a line
  CHECK(all("甲$", text, {0, 3}) == "");                 // the scope ends there, the line does not
}

TEST_CASE("a scope limits where matches lie") {
  const std::string text = "甲1乙2丙3";
  CHECK(all("\\d", text, {4, 8}) == "2");
  CHECK(all("\\d", text, {0, 0}) == "");
  CHECK(all("\\d", text, {4, 999}) == "2|3");
}

TEST_CASE("groups are reported and unset ones marked") {
  CHECK(all("(甲)|(乙)(丙)?", "甲乙丙乙") == "甲(甲)(-)(-)|乙丙(-)(乙)(丙)|乙(-)(乙)(-)");
}

TEST_CASE("visiting stops when the visitor says so") {
  int visits = 0;
  Pattern::literal_or_die("甲").each("甲甲甲", {0, 9}, [&](const Match&) { return ++visits < 2; });
  CHECK(visits == 2);
}

TEST_CASE("matches wants the whole text") {
  const Pattern pattern = Pattern::literal_or_die("20\\d\\d年");
  CHECK(pattern.matches("2025年"));
  CHECK_FALSE(pattern.matches("2025年度"));
  CHECK_FALSE(Pattern().matches("2025年"));
  CHECK_FALSE(Pattern().found_in("2025年"));
}

TEST_CASE("refused patterns are named with their place in the author's text") {
  struct Case {
    std::string_view pattern, expected;
  };
  const Case cases[] = {
      {"法治", "accepted"},
      {"甲（?=乙）", "accepted"},  // full-width bracket: a literal
      {"甲(?=乙)", "P1302 1+3"},
      {"(?<!审)法制", "P1302 0+4"},
      {"(甲)\\1", "P1303 3+2"},
      {"，，(甲", "P1301 2+1"},
      {"，，甲)", "P1301 3+1"},
      {"，[甲", "P1301 1+1"},
      {"甲乙**", "P1301 2+2"},
      {"，*?+", "P1301 1+3"},
      {"*甲", "P1301 0+1"},
      {"，\\y", "P1301 1+2"},
      {"甲\\", "P1301 0+2"},
      {"[甲-乙]", "P1301 1+3"},
      {"(甲)?", "P1304 0+4"},
      {"^", "P1304 0+1"},
      {"$", "P1304 0+1"},
      {"\\b", "P1304 0+2"},
      {"\\B", "P1304 0+2"},
      {"\\z|甲", "P1304 0+4"},
      {"^\\s*$", "P1304 0+5"},
      {"甲|", "P1304 0+2"},
      {"^\\s+$", "accepted"},
      {"[^。]{0,200}问题", "P1305 4+7"},
      {"问题[^。]{0,100}", "accepted"},
      {"\\p{Han}{101}", "P1305 7+5"},
      {"x{200}", "accepted"},
      {"甲{,5}", "accepted"},
      {"(\\p{Han}{1,100}){1,10}。", "P1306 0+23"},
      {"甲\n", "P1307 1+1"},
      {"甲\\n乙", "P1307 1+2"},
      {"[^\\n]甲", "accepted"},
      {"甲　乙", "P1308 1+1"},
      {"[⑴⑵]", "P1308 1+1"},
      {"甲\xff", "P1301 1+1"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.pattern);
    CHECK(refusal(c.pattern) == c.expected);
  }
}

TEST_CASE("look-around names the remedy") {
  PatternError error;
  CHECK_FALSE(Pattern::compile("法制(?!审核)", error));
  CHECK(error.message.in(Language::kEnglish) ==
        "look-around does not exist here: use unless_before, unless_after or allow beside the "
        "pattern");
}

TEST_CASE("every match that a plain search finds in short lines is found") {
  const std::string line = "甲1,乙22;丙(333)丁";
  std::string text;
  for (int i = 0; i < 50; ++i) text += line + "\n";
  std::size_t count = 0;
  Pattern::literal_or_die("\\d+").each(text, {0, text.size()}, [&](const Match&) {
    ++count;
    return true;
  });
  CHECK(count == 150);
}

TEST_CASE("a quadratic find-all ends soon on a long line") {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "一";
  std::size_t count = 0;
  Pattern::literal_or_die("一[^\\n]*Q|一").each(text, {0, text.size()}, [&](const Match&) {
    ++count;
    return true;
  });
  CHECK(count == 200000);
}

}  // namespace
}  // namespace plumbline::pattern
