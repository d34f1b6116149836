#include "engine/readers/plain_text.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace plumbline::readers {
namespace {

/// "1:甲|^1|3:乙": lines with their numbers, ^ for a page break.
std::string shown(const Extraction& extraction) {
  std::string out;
  for (const Block& block : extraction.blocks) {
    out += out.empty() ? "" : "|";
    out += block.kind == BlockKind::kPageBreak ? "^" + std::to_string(block.line)
                                               : std::to_string(block.line) + ":";
    out += std::string_view(extraction.raw).substr(block.span.begin, block.span.size());
  }
  return out;
}

std::string lines(std::string_view bytes) {
  return shown(read("a.txt", bytes, Limits{}));
}

TEST_CASE("every line end makes a line") {
  struct Case {
    std::string_view bytes, expected;
  };
  const Case cases[] = {
      {"甲\n乙", "1:甲|2:乙"},
      {"甲\r\n乙\r\n", "1:甲|2:乙"},
      {"甲\r乙\r\r丙", "1:甲|2:乙|3:|4:丙"},
      {"甲\u2028乙\u2029丙", "1:甲|2:乙|3:丙"},
      {"\n\n甲", "1:|2:|3:甲"},
      {"甲\n\f乙", "1:甲|^2|2:乙"},
      {"甲\f乙\n丙", "1:甲|^1|1:乙|2:丙"},
      {"甲\n\n\f\n乙", "1:甲|2:|^3|3:|4:乙"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK(lines(c.bytes) == c.expected);
  }
}

TEST_CASE("every input has a stated outcome") {
  struct Case {
    std::string bytes;
    ReadOutcome expected;
  };
  const Case cases[] = {
      {"甲", ReadOutcome::kOk},
      {"", ReadOutcome::kEmpty},
      {"\n\n", ReadOutcome::kEmpty},
      {"\x80\x80\x80\x80", ReadOutcome::kUnsupportedType},
      {std::string(101, 'a'), ReadOutcome::kLimitExceeded},
  };
  for (const Case& c : cases) {
    const Extraction extraction = read("a.txt", c.bytes, Limits{.max_input_bytes = 100});
    CHECK(extraction.outcome == c.expected);
    CHECK(extraction.message.empty() == (c.expected == ReadOutcome::kOk));
  }
}

TEST_CASE("a million blank lines and a line of a million characters are read") {
  CHECK(read("a.txt", std::string(1000000, '\n') + "甲", Limits{}).blocks.back().line == 1000001);
  CHECK(read("a.txt", std::string(1000000, 'a'), Limits{}).blocks.size() == 1);
}

}  // namespace
}  // namespace plumbline::readers
