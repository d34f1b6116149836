#include "engine/pattern/pair_index.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "engine/pattern/occurrences.h"
#include "engine/pattern/pattern.h"

namespace plumbline::pattern {
namespace {

/// Begins of the places at which one of the literals stands, as "0 3 9".
std::string found(std::string_view text, const std::vector<Needle>& needles, std::size_t begin,
                  const PairIndex* index) {
  std::string out;
  Occurrences places(text, begin, needles, index);
  for (std::size_t at = places.next(begin); at != std::string_view::npos; at = places.next(at + 1))
    out += std::to_string(at) + " ";
  return out;
}

std::string found(std::string_view text, std::vector<std::string> literals) {
  const PairIndex index(text);
  return found(text, {literals.begin(), literals.end()}, 0, &index);
}

TEST_CASE("an index finds every place of a literal and no other") {
  struct Case {
    std::string_view text;
    std::vector<std::string> literals;
    std::string_view expected;
  };
  const Case cases[] = {
      {"法治政府法治", {"法治"}, "0 12 "},
      {"法治政府法治", {"治法"}, ""},
      {"法治政府法治", {"政府", "法治"}, "0 6 12 "},
      {"法治政府", {"法治政府建设"}, ""},
      {"aaaa", {"aa"}, "0 1 2 "},
      {"法治", {"法"}, "0 "},  // no pair: searched without the index
      {"a\xe6\xb3zb法z", {"zb", "法z"}, "3 5 "},
      {"ab\x80zab", {"ab"}, "0 4 "},
      {"", {"法治"}, ""},
      {"法", {"法治"}, ""},
      {"政府信息公开条例草案", {"政府信息公开条例"}, "0 "},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(found(c.text, c.literals) == c.expected);
  }
}

TEST_CASE("a search that begins or ends inside an indexed text stays inside") {
  const std::string text = "法治一法治二法治";
  const PairIndex index(text);
  const std::vector<Needle> needles{Needle("法治")};
  CHECK(found(text, needles, 1, &index) == "9 18 ");
  CHECK(found(std::string_view(text).substr(0, 15), needles, 9, &index) == "9 ");
  CHECK(found(std::string_view(text).substr(0, 14), needles, 9, &index) == "");
  const Pattern pattern = Pattern::literal_or_die("法治");
  CHECK(pattern.find(IndexedText{text, &index}, {1, 24})->span.begin == 9);
  CHECK_FALSE(pattern.find(IndexedText{text, &index}, {1, 14}));
}

TEST_CASE("an index says the same as a search without one in texts of any bytes") {
  std::mt19937 random(5);
  constexpr std::string_view kPieces[] = {"法", "治", "政", "a", "b", "\xe6", "\x80", "\n", "é"};
  int hits = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (auto i = random() % 200; i > 0; --i) text += kPieces[random() % 9];
    std::vector<Needle> needles;
    for (auto i = 1 + random() % 4; i > 0; --i) {
      std::string literal;
      for (auto k = 1 + random() % 6; k > 0; --k) literal += kPieces[random() % 5];
      needles.emplace_back(literal);
    }
    const std::size_t begin = random() % (text.size() + 1);
    const std::string_view front = std::string_view(text).substr(0, text.size() - random() % 3);
    const PairIndex index(text);
    const std::string expected = found(front, needles, std::min(begin, front.size()), nullptr);
    CHECK(found(front, needles, std::min(begin, front.size()), &index) == expected);
    hits += expected.empty() ? 0 : 1;
  }
  CHECK(hits > 1000);
}

}  // namespace
}  // namespace plumbline::pattern
