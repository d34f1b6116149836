#include "engine/pattern/doubts.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace plumbline::pattern;

namespace {

/// "P1507@1 P1510@3": codes with the code point at which they stand.
std::string doubted(const std::string& pattern) {
  std::string words;
  for (const Doubt& one : doubts_about(pattern)) {
    CHECK_FALSE(one.message.empty());
    CHECK(one.length > 0);
    words += (words.empty() ? "" : " ") + one.code + "@" + std::to_string(one.offset);
  }
  return words;
}

struct Row {
  std::string pattern, doubts;
};

const std::vector<Row> kRows = {
    // Anchors: P1507 inside a line; at the beginning of an alternative or behind what may be
    // absent they are right.
    {"^甲|^乙$", ""},
    {"(?m)^甲$", ""},
    {"(?:^|第)甲(?:$|乙)", ""},
    {"(?:第.章)?^甲", ""},
    {"\\A甲\\z", ""},
    {"甲^乙", "P1507@1"},
    {"甲(?:^乙|丙)", "P1507@4"},
    {"甲$乙", "P1507@1"},
    {"甲\\A乙", "P1507@1"},
    {"甲\\z乙", "P1507@1"},
    // Blanks: between Latin letters and digits, one.
    {"Word [0-9]+", ""},
    {"[A-Z] ?7", ""},
    {"GB/T 9704", ""},
    {"a 、?b", ""},
    {"甲 乙", "P1510@1"},
    {"甲[ ]乙", "P1510@1"},
    {"第[\\s]*3", "P1510@1"},
    {"甲\\x20乙", "P1510@1"},
    {"甲\\x{20}?乙", "P1510@1"},
    {"a  b", "P1510@2"},
    {"a, b", "P1510@2"},
    // Characters: an escape hides what folding would have put right.
    {"[！-～]甲", ""},
    {"\\x{4e00}[\\x{4e00}-\\x{9fff}]", ""},
    {"\\x41\\.", ""},
    {"\\x{2026}", ""},
    {"甲\\t乙", "P1530@1"},
    {"甲\\x{3000}乙", "P1530@1"},
    {"\\x{ff08}甲", "P1530@0"},
    {"[\\x{ff08}甲]", "P1530@1"},
    {"甲\\x{200b}", "P1530@1"},
    // What is not closed or not there is the loader's matter.
    {"\\x{ff08", ""},
    {"甲\\", ""},
    {"\\x", ""},
    {"(?", ""},
};

}  // namespace

TEST_CASE("what cannot be meant is doubted and what can be is not") {
  for (const Row& row : kRows) {
    CAPTURE(row.pattern);
    CHECK(doubted(row.pattern) == row.doubts);
  }
}
