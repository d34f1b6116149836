#include "engine/readers/markdown.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace plumbline::readers {
namespace {

/// "1#2:甲|2:乙|2:丙|3c:丁": line, hint, c for a cell; blank lines as "4:".
std::string shown(std::string_view bytes) {
  const Extraction extraction = read_markdown(bytes, Limits{});
  std::string out;
  for (const Block& block : extraction.blocks) {
    out += out.empty() ? "" : "|";
    out += std::to_string(block.line);
    out += block.heading_hint > 0 ? "#" + std::to_string(block.heading_hint) : "";
    out += block.kind == BlockKind::kCell ? "c:" : ":";
    out += std::string_view(extraction.raw).substr(block.span.begin, block.span.size());
  }
  for (const Loss& loss : extraction.losses) out += "|-" + loss.kind;
  return out;
}

TEST_CASE("marks are left out and text is kept") {
  struct Case {
    std::string_view bytes, expected;
  };
  const Case cases[] = {
      {"# 甲", "1#1:甲"},
      {"### 一、甲 ##", "1#3:一、甲"},
      {"##甲", "1#2:甲"},
      {"甲\n===", "1#1:甲|2:"},
      {"甲\n---\n乙", "1#2:甲|2:|3:乙"},
      {"甲\n\n---\n乙", "1:甲|2:|3:|4:乙"},
      {"- 二、甲", "1:二、甲"},
      {"> - 甲", "1:甲"},
      {"1. 甲", "1:1. 甲"},
      {"-5度", "1:-5度"},
      {"　　甲", "1:　　甲"},
      {"**甲乙。** 丙丁", "1:甲乙。|1: 丙丁"},
      {"**甲乙。**丙丁", "1:甲乙。|1:丙丁"},
      {"甲。*原因*：乙", "1:甲。|1:原因|1:：乙"},
      {"共**件，**次", "1:共**件，**次"},
      {"共*件，*次，*人", "1:共*件，*次，*人"},
      {"共**件**次", "1:共**件**次"},
      {"20__年__月", "1:20__年__月"},
      {"***", "1:"},
      {"甲[乙](http://x.cn/a)丙", "1:甲|1:乙|1:丙"},
      {"〔2025〕[甲]", "1:〔2025〕[甲]"},
      {"甲![图](a.png)乙", "1:甲|1:乙|-image"},
      {"甲<br>乙<!-- 丙 -->", "1:甲|1:乙|-comment"},
      {"1<2，3>2", "1:1<2，3>2"},
      {"1\\. 甲\\*", "1:1|1:. 甲|1:*"},
      {"`甲`乙`", "1:甲|1:乙`"},
      {"&nbsp;&emsp;甲", "1:甲"},
      {"|甲|**乙**|\n|:--|--:|\n|丙|5|", "1c:甲|1c:乙|3c:丙|3c:5"},
      {"---\ntitle: 甲\n---\n乙", "4:乙|-front-matter"},
      {"---\n甲\n", "1:|2:甲"},
      {"```\n甲\n```", "2:甲"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK(shown(c.bytes) == c.expected);
  }
}

TEST_CASE("markdown is known by its name or by its headings") {
  CHECK(recognises_markdown("a.md", "甲"));
  CHECK(recognises_markdown("a.MARKDOWN", "甲"));
  CHECK(recognises_markdown("a.txt", "# 甲\n\n## 一、乙\n"));
  CHECK_FALSE(recognises_markdown("a.txt", "# 甲\n一、乙\n"));
  CHECK_FALSE(recognises_markdown("a.txt", "#甲\n#乙\n"));
  CHECK_FALSE(recognises_markdown("md", "甲"));
  CHECK_FALSE(recognises_markdown("a.md", "%PDF-1.4"));
}

TEST_CASE("a table row in a text file stays a line") {
  CHECK(read("a.txt", "|甲|乙|", Limits{}).format == "txt");
  CHECK(read("a.txt", "|甲|乙|", Limits{}).blocks.size() == 1);
}

TEST_CASE("marks without end cost linear time") {
  for (const std::string_view mark : {"[", "**", "*", "`", "<a", "[]("}) {
    std::string text;
    for (int i = 0; i < 100000; ++i) text += mark;
    CHECK(read_markdown(text, Limits{}).raw == text);
  }
}

}  // namespace
}  // namespace plumbline::readers
