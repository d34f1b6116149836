#include "engine/checks/prose.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace plumbline;
using namespace plumbline::checks;

TEST_CASE("titles are the innermost ones and an unclosed mark opens none") {
  constexpr std::string_view kText = "《甲〈乙〉丙》《丁\n《戊》";
  std::string found;
  for (const TextSpan span : titles(kText))
    found += std::string(kText.substr(span.begin, span.size())) + "|";
  CHECK(found == "〈乙〉|《戊》|");
}

TEST_CASE("a sentence ends at its mark and never leaves the line") {
  constexpr std::string_view kText = "一。二三;四\n五";
  const std::size_t at = kText.find("三");
  const TextSpan span = sentence_around(kText, {at, at + 3});
  CHECK(kText.substr(span.begin, span.size()) == "二三;");
}
