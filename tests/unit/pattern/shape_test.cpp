#include "engine/pattern/shape.h"

#include <doctest/doctest.h>

#include <string>

#include "engine/base/fold.h"
#include "engine/base/utf8.h"
#include "engine/pattern/expression.h"
#include "engine/pattern/han.h"
#include "pattern_maker.h"
#include "plain_search.h"

namespace plumbline::pattern {
namespace {

constexpr std::size_t kBound = 5000;

/// "sound: 法治|依法", "unsure: 法治", "unknown".
std::string shape(std::string_view author) {
  PatternError error;
  const std::optional<Source> source = fold_source(author, error);
  const auto found = source ? shape_of(source->folded, kBound) : std::nullopt;
  if (!found)
    return "unknown";
  std::string out = found->is_sound ? "sound:" : "unsure:";
  for (const std::string& one : found->required)
    out += (one == found->required.front() ? " " : "|") + one;
  return out;
}

TEST_CASE("the literals that every match holds are told") {
  struct Case {
    std::string_view pattern, expected;
  };
  const Case cases[] = {
      {"法治政府", "sound: 法治政府"},
      {"法制(?:思维|方式)", "sound: 法制思维|法制方式"},
      {"法治(?:政府)?建设", "sound: 法治建设|法治政府建设"},
      {"[法律]治", "sound: 律治|法治"},
      {"法[^。]{0,6}政府", "sound: 政府"},
      {"(?:法治|依法)[^。]*", "sound: 依法|法治"},
      {"(?:法治|[^。]甲乙丙)丁", "sound: 法治|甲乙丙"},
      {"(?:法治)+", "sound: 法治"},
      {"(?:法治){2}", "sound: 法治法治"},
      {"[Xx]{2,}", "sound: X|x"},
      {"(?:法治)*政府", "sound: 政府"},
      {"法治政府|法治", "sound: 法治"},
      {"^法治$", "sound: 法治"},
      {"截止\\d{4}年", "sound: 截止"},
      {"（一）法治", "sound: (一)法治"},
      {"《法治》?", "sound: 《法治"},
      {"[一-龥]{2}法治", "sound: 法治"},
      {"\\p{Han}+法治", "sound: 法治"},
      {"\\d+", "sound:"},
      {"[^法]", "sound:"},
      {"的|了|是|在", "sound:"},  // nearly every text holds one
      {"[,.]", "sound:"},
      {"法治|\\d", "sound:"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.pattern);
    CHECK(shape(c.pattern) == c.expected);
  }
}

TEST_CASE("how far behind its begin a match holds the first of them is told") {
  struct Case {
    std::string_view pattern;
    std::size_t reach;
  };
  const Case cases[] = {
      {"法治", 6},
      {"[^。]法治", 10},
      {"[^。]{0,6}法治", 30},
      {"[^。]*法治", kEndless},
      {"法治[^。]*", 6},
      {"(?:\\d法治|\\d{3}政府)", 18},
      {"(?:[^。]法治){2,}", 10},
      {"^(?:依|法)?治国", 9},
  };
  for (const Case& c : cases) {
    CAPTURE(c.pattern);
    PatternError error;
    CHECK(shape_of(fold_source(c.pattern, error)->folded, kBound)->reach == c.reach);
  }
}

TEST_CASE("what re2 may refuse or read otherwise is left to it") {
  struct Case {
    std::string_view pattern, expected;
  };
  const Case cases[] = {
      {"(法治", "unknown"},
      {"法治)", "unknown"},
      {"[法治", "unknown"},
      {"法**", "unknown"},
      {"法*+", "unknown"},
      {"法{2}{3}", "unknown"},
      {"*法", "unknown"},
      {"^*法", "unknown"},
      {"法{,5}", "unknown"},
      {"法{5,2}", "unknown"},
      {"(?i)fa", "unknown"},
      {"(?P<n>法)", "unknown"},
      {"[乙-一]", "unknown"},
      {"[[:alpha:]]", "unknown"},
      {"\\pL", "unknown"},
      {"\\Q法\\E", "unknown"},
      {"\\y", "unknown"},
      {"法\\", "unknown"},
      {"法?", "unsure:"},
      {"法治|", "unsure:"},
      {"^$", "unsure:"},
      {"\\b", "unsure:"},
      {"([^。，；]{1,100}){1,10}法治", "unsure: 法治"},
      {"(?:(?:法{100}){100}){100}", "unknown"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.pattern);
    CHECK(shape(c.pattern) == c.expected);
  }
}

TEST_CASE("brackets without end are read in bounded depth") {
  CHECK(shape(std::string(10000, '(')) == "unknown");
  CHECK(shape(std::string(40, '(') + "法" + std::string(40, ')')) == "sound: 法");
}

TEST_CASE("a pattern that is called sound is one to re2") {
  Maker maker(7);
  int sound = 0;
  for (int i = 0; i < 4000; ++i) {
    const std::string author = maker.pattern();
    CAPTURE(author);
    PatternError error;
    const std::optional<Source> source = fold_source(author, error);
    REQUIRE(source);
    const std::optional<Shape> found = shape_of(source->folded, kBound);
    if (!found || !found->is_sound)
      continue;
    ++sound;
    const Expression expression(source->folded, false);
    CHECK(expression.accept(*source, error));
  }
  CHECK(sound > 1000);
}

TEST_CASE("a gate never loses a match and never makes one") {
  Maker maker(11);
  int matching = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::string author = maker.pattern();
    PatternError error;
    const std::optional<Pattern> pattern = Pattern::compile(author, error);
    if (!pattern)
      continue;
    const RE2 re(re2_source(author), quiet());
    for (int k = 0; k < 10; ++k) {
      const std::string text = maker.text();
      CAPTURE(author);
      CAPTURE(text);
      const std::string expected = plain_matches(re, text);
      const PairIndex index(text);
      CHECK(gated_matches(*pattern, {text}) == expected);
      CHECK(gated_matches(*pattern, {text, &index}) == expected);
      // Before it is compiled, more is asked of the text.
      CHECK(gated_matches(*Pattern::compile(author, error), {text}) == expected);
      CHECK(pattern->matches(text) == re.Match(text, 0, text.size(), RE2::ANCHOR_BOTH, nullptr, 0));
      matching += expected.empty() ? 0 : 1;
    }
  }
  CHECK(matching > 3000);
}

TEST_CASE("the class of han characters is that of unicode") {
  const RE2 own("[" + std::string(kHan) + "]", quiet());
  const RE2 unicode("\\p{Han}", quiet());
  const struct {
    char32_t first, last;
  } blocks[] = {{0x80, 0x2e99},     {0x2e9b, 0x9fff},   {0xa000, 0xfa0d},
                {0xfa0e, 0xfa0f},   {0xfb00, 0xffff},   {0x10000, 0x16fdf},
                {0x17000, 0x2a6df}, {0x2a700, 0x2b738}, {0x32400, 0x10ffff}};
  for (const auto& block : blocks) {
    for (char32_t c = block.first; c <= block.last; ++c) {
      if (c >= 0xd800 && c < 0xe000)
        continue;
      std::string text, folded;
      append_utf8(c, text);
      fold_unit(text, 0, folded);
      // Compatibility forms are not in normal form.
      if (folded == text && RE2::FullMatch(text, own) != RE2::FullMatch(text, unicode))
        FAIL_CHECK(static_cast<unsigned>(c));
    }
  }
}

}  // namespace
}  // namespace plumbline::pattern
