#include "engine/checks/repair.h"

#include <doctest/doctest.h>

#include <string>

#include "engine/base/same_numbers.h"

namespace plumbline::checks {
namespace {

/// "begin-end=text", in the order of the text.
std::string dumped(const std::vector<TextEdit>& edits) {
  std::string out;
  for (const TextEdit& edit : edits)
    out += (out.empty() ? "" : " ") + std::to_string(edit.at.begin) + "-" +
           std::to_string(edit.at.end) + "=" + edit.text;
  return out;
}

std::string to(std::string_view words, std::string_view right) {
  return dumped(edits_to(words, {0, words.size()}, right));
}

TEST_CASE("only the characters that differ are changed") {
  CHECK(to("法制政府", "法治政府") == "3-6=治");
  CHECK(to("法治政府", "法治政府") == "");
  CHECK(to("甲", "甲乙") == "3-3=乙");
  CHECK(to("甲乙", "乙") == "0-3=");
  CHECK(to("甲乙丙", "丁") == "0-9=丁");
  // 制 and 治 share their last bytes with no other character: borders are those of characters.
  CHECK(to("〈", "〔") == "0-3=〔");
  CHECK(to("abc", "axc") == "1-2=x");
}

TEST_CASE("numbers are the same by value and order") {
  for (const auto& [one, other] : {std::pair("2025年01月", "2025年1月"),
                                   {"１２", "12"},
                                   {"12.4", "12·4"},
                                   {"双随机、一公示", "双随机、一公开"},
                                   {"无数", "没有"},
                                   {"007", "7"},
                                   {"0", "00"}})
    CHECK_MESSAGE(same_numbers(one, other), one);
  for (const auto& [one, other] : {std::pair("12", "21"),
                                   {"12", "1 2"},
                                   {"党的20大", "党的二十大"},
                                   {"十件", "百件"},
                                   {"5%", "5"},
                                   {"3万", "3"},
                                   {"10", "1"}})
    CHECK_FALSE_MESSAGE(same_numbers(one, other), one);
}

}  // namespace
}  // namespace plumbline::checks
