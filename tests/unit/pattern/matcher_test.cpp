#include "engine/pattern/matcher.h"

#include <doctest/doctest.h>

#include <string>

#include "pattern_maker.h"
#include "plain_search.h"

namespace plumbline::pattern {
namespace {

/// "0-6(0-3)", "none", "left to re2".
std::string first_match(std::string_view author, std::string_view text) {
  PatternError error;
  const std::optional<Program> program = Program::compile(fold_source(author, error)->folded);
  if (!program)
    return "left to re2";
  const std::optional<Match> match = Matcher(*program, text, {0, text.size()}).next();
  if (!match)
    return "none";
  const auto put = [](TextSpan span) {
    return span.begin == std::string_view::npos
               ? std::string("-")
               : std::to_string(span.begin) + "-" + std::to_string(span.end);
  };
  std::string out = put(match->span);
  for (const TextSpan group : match->groups) out += "(" + put(group) + ")";
  return out;
}

TEST_CASE("the first branch that lets the rest match is taken") {
  struct Case {
    std::string_view pattern, text, expected;
  };
  const Case cases[] = {
      {"法治|法治政府", "法治政府", "0-6"},
      {"(?:法|法治)政府", "法治政府", "0-12"},
      {"[^。]{1,3}府", "法治政府府", "0-12"},
      {"[^。]{1,3}?府", "法治政府府", "0-12"},
      {"[^。]{0,9}府", "法治政府府。府", "0-15"},
      {"(法)?(治)", "治", "0-3(-)(0-3)"},
      {"(?:(法)|治)+", "法治", "0-6(0-3)"},
      {"(\\d{2,4}?)(\\d*)年", "20245年", "0-8(0-2)(2-5)"},
      {"^治", "法\n治", "4-7"},
      {"法$", "法治\n法\n", "7-10"},
      {"\\b1\\b", "11 1", "3-4"},
      {"\\B1", "11 1", "1-2"},
      {"法{2}", "法治法法", "6-12"},
      {"(法治){2,}", "法治法治法治", "0-18(12-18)"},
      {"[a-c法]+?。", "xab法。", "1-9"},
      {"政府", "法治", "none"},
      {"[^法]", "法", "none"},
      {"(?:法?)+治", "法治", "left to re2"},  // an endless repetition of what may be empty
      {"(?i)a", "A", "left to re2"},
      {"[[:alpha:]]", "a", "left to re2"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.pattern);
    CAPTURE(c.text);
    CHECK(first_match(c.pattern, c.text) == c.expected);
  }
}

TEST_CASE("bytes that are no utf-8 are no character") {
  CHECK(first_match("法.治", "法\xff治") == "none");
  CHECK(first_match("法[^a]治", "法\xe6\xb3治") == "none");
  CHECK(first_match("治", "\xe6\xb3治") == "2-5");
}

TEST_CASE("a search that keeps account of its ways finds what re2 finds") {
  Maker maker(23);
  int matching = 0;
  for (int i = 0; i < 600; ++i) {
    const std::string author = maker.pattern();
    PatternError error;
    const std::optional<Pattern> pattern = Pattern::compile(author, error);
    if (!pattern)
      continue;
    const RE2 re(re2_source(author), quiet());
    for (int k = 0; k < 3; ++k) {
      std::string text = maker.text(900);
      for (char& c : text) c = c == '\n' ? ',' : c;  // one long line
      CAPTURE(author);
      CAPTURE(text);
      CHECK(gated_matches(*pattern, {text}) == plain_matches(re, text));
      CHECK(pattern->matches(text) == re.Match(text, 0, text.size(), RE2::ANCHOR_BOTH, nullptr, 0));
      matching += gated_matches(*pattern, {text}).empty() ? 0 : 1;
    }
  }
  CHECK(matching > 600);
}

TEST_CASE("ways that led nowhere are known to the searches behind a match") {
  std::string text;
  for (int i = 0; i < 600; ++i) text += i % 3 == 0 ? "法治" : "法";
  for (const std::string_view author :
       {"法[^。]*Q|法", "(法治?)(?:[^。]*Q|法)?", "法治(?:法[^治]*治){0,3}", "(法+治)|(法)"}) {
    CAPTURE(author);
    const RE2 re(re2_source(author), quiet());
    CHECK(gated_matches(Pattern::literal_or_die(author), {text}) == plain_matches(re, text));
  }
}

/// Without an account of its ways each of them would take longer than the test may.
TEST_CASE("patterns with ever so many ways end soon") {
  const std::string ones(1900, '1');
  const std::string laws = [] {
    std::string out;
    for (int i = 0; i < 1900; ++i) out += "法";
    return out;
  }();
  for (const std::string_view author :
       {"(?:1+)+2", "(?:1|11)+2", "1*1*1*1*1*2", "[12]{0,90}[13]{0,90}[14]{0,90}5",
        "(?:法|法法)+治", "法[^。]*法[^。]*法[^。]*治", "(法+){3}治", "(?:.*法){4}治"}) {
    CAPTURE(author);
    const Pattern pattern = Pattern::literal_or_die(author);
    const RE2 re(re2_source(author), quiet());
    for (const std::string& text : {ones, laws})
      CHECK(gated_matches(pattern, {text}) == plain_matches(re, text));
  }
}

}  // namespace
}  // namespace plumbline::pattern
