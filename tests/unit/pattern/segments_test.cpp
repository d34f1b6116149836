#include "engine/pattern/segments.h"

#include <doctest/doctest.h>

#include <string>

namespace plumbline::pattern {
namespace {

std::string cut(std::string_view text, TextSpan within, std::size_t longest) {
  std::string out;
  Segments segments(text, within, longest);
  for (TextSpan segment; segments.next(segment);) {
    out += out.empty() ? "" : "|";
    out += text.substr(segment.begin, segment.size());
  }
  return out;
}
std::string cut(std::string_view text, std::size_t longest) {
  return cut(text, {0, text.size()}, longest);
}

TEST_CASE("lines are segments and long lines are cut after the last mark that fits") {
  struct Case {
    std::string_view text;
    std::size_t longest;
    std::string_view expected;
  };
  const Case cases[] = {
      {"", 4, ""},
      {"\n\n", 4, ""},
      {"甲乙\n\n丙", 4, "甲乙|丙"},
      {"甲乙丙丁戊己", 4, "甲乙丙丁|戊己"},
      {"甲。乙丙。丁戊", 4, "甲。|乙丙。|丁戊"},
      {"甲;乙!丙?丁戊", 4, "甲;乙!|丙?丁戊"},
      {"甲乙丙。丁", 4, "甲乙丙。|丁"},
      {"甲,乙、丙丁", 4, "甲,乙、|丙丁"},
      {"abcdef", 6, "abcdef"},
      {"甲乙丙丁", 4, "甲乙丙丁"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(cut(c.text, c.longest) == c.expected);
  }
}

TEST_CASE("a scope is cut from its own beginning") {
  CHECK(cut("甲乙\n丙丁戊", {3, 13}, 9) == "乙|丙丁");
}

}  // namespace
}  // namespace plumbline::pattern
