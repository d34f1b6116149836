#include "engine/pattern/prepared.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "plain_search.h"

namespace plumbline::pattern {
namespace {

TEST_CASE("a counted lazy head is opened and nothing else") {
  struct Case {
    std::string_view folded, expected;
  };
  const Case cases[] = {
      {"^[^。]{0,50}?法治$", "^([^。]{0,}?)法治$ 50"},
      {"^(?:[^。]{2,50}?)(?:法|治)$", "^([^。]{2,}?)(?:法|治)$ 50"},
      {"^[^。]{0,50}?", "^([^。]{0,}?) 50"},
      {"^([^。]{2,60}?)文件$", "^([^。]{2,}?)文件$ 60"},
      {"^[^。]{0,50}法治$", "same"},        // takes the most, not the fewest
      {"^(?:[^。]{2,50}?)?法治$", "same"},  // or none
      {"^(?:[^。]{2,50}?){2}法治$", "same"},
      {"^[^。]{0,9}?法治$", "same"},
      {"^[^。]{50}?法治$", "same"},
      {"^[^。]{0,}?法治$", "same"},
      {"^[^。]{0,50}?法|治", "same"},
      {"^(?:[^。]{0,50}?法|治)", "same"},
      {"[^。]{0,50}?法治$", "same"},
      {"^[^。]*?法治{0,50}?", "same"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.folded);
    const Prepared prepared = prepare(c.folded);
    CHECK((prepared.has_head ? prepared.pattern + " " + std::to_string(prepared.longest_head)
                             : "same") == c.expected);
  }
}

TEST_CASE("an opened head changes no match") {
  constexpr std::string_view kHeads[] = {"^[^。]{0,10}?", "^(?:[^1。]{3,12}?)", "^[法治]{1,11}?",
                                         "^([^治]{0,10}?)"};
  constexpr std::string_view kRests[] = {"法治",          "(法)(治)?1", "(?:法|法治)(1)?$",
                                         "[^法]{1,3}治$", "法{0,3}治",  "(?:治|1)*法",
                                         "治$",           "(1*?)治"};
  constexpr std::string_view kPieces[] = {"法", "治", "1", "。", "法治", "\n", "1", "治治治治"};
  std::mt19937 random(17);
  int matching = 0, longer = 0;
  for (const std::string_view head : kHeads) {
    for (const std::string_view rest : kRests) {
      const std::string author = std::string(head) + std::string(rest);
      CAPTURE(author);
      const Pattern pattern = Pattern::literal_or_die(author);
      const RE2 re(re2_source(author), quiet());
      PatternError error;
      const std::string folded = fold_source(author, error)->folded;
      const RE2 open("(?m)" + prepare(folded).pattern, quiet());
      for (int round = 0; round < 400; ++round) {
        std::string text;
        for (auto i = random() % 24; i > 0; --i) text += kPieces[random() % std::size(kPieces)];
        CAPTURE(text);
        const std::string expected = plain_matches(re, text);
        CHECK(gated_matches(pattern, {text}) == expected);
        const bool whole = re.Match(text, 0, text.size(), RE2::ANCHOR_BOTH, nullptr, 0);
        if (text.find('\n') == std::string::npos)
          CHECK(pattern.matches(text) == whole);
        matching += expected.empty() ? 0 : 1;
        longer += expected.empty() && RE2::PartialMatch(text, open) ? 1 : 0;
      }
    }
  }
  CHECK(matching > 1000);
  CHECK(longer > 50);  // the bound of the head has been tried
}

}  // namespace
}  // namespace plumbline::pattern
