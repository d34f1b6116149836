#include "engine/text/text.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/text/sample.h"

namespace plumbline::text {
namespace {

/// "line:column-end_line:end_column" of the first place of `words`.
std::string place(const Text& text, std::string_view words) {
  const std::size_t at = text.view().find(words);
  REQUIRE(at != std::string_view::npos);
  const Location place = text.locate(text.to_raw({at, at + words.size()}));
  return std::to_string(place.line) + ":" + std::to_string(place.column) + "-" +
         std::to_string(place.end_line) + ":" + std::to_string(place.end_column);
}

TEST_CASE("places are lines and columns in code points with exclusive ends") {
  const Text text = text_of("甲乙\r\n　　共 １２ 件，\n\n末尾");
  CHECK(place(text, "甲") == "1:1-1:2");
  CHECK(place(text, "甲乙") == "1:1-1:3");
  CHECK(place(text, "12件") == "2:5-2:9");
  CHECK(place(text, "末尾") == "4:1-4:3");
}

TEST_CASE("columns count the marks that a reader left out") {
  const Text text = text_of("## 一、甲\n\n- **乙丙。** 丁\n", "a.md");
  CHECK(paragraphs_of(text) == "一、甲|乙丙。丁");
  CHECK(place(text, "甲") == "1:6-1:7");
  CHECK(place(text, "乙丙。丁") == "3:5-3:12");
  CHECK(text.paragraphs()[0].heading_hint == 2);
}

TEST_CASE("columns of a long line are exact") {
  std::string line;
  for (int i = 0; i < 5000; ++i) line += "甲a";
  CHECK(place(text_of(line + "乙"), "乙") == "1:10001-1:10002");
}

TEST_CASE("pages and paragraphs come from the blocks") {
  readers::Extraction extraction{.format = "docx", .raw = "甲\n乙"};
  extraction.blocks = {
      {.kind = readers::BlockKind::kParagraph, .span = {0, 3}, .page = 1, .paragraph = 1},
      {.kind = readers::BlockKind::kParagraph, .span = {4, 7}, .page = 2, .paragraph = 2}};
  const Text text = Text::build(std::move(extraction));
  const Location place = text.locate(text.to_raw({4, 7}));
  CHECK(place.page == 2);
  CHECK(place.paragraph == 2);
  CHECK(place.line == 0);
  CHECK(place.column == 0);
}

TEST_CASE("display keeps own marks and drops layout") {
  const Text text = text_of("　　（一） ２０２５ 年，共 Ａ　类 12 项、“甲”。 rule of\n");
  CHECK(text.display({0, text.view().size()}) == "（一）2025年，共A类12项、“甲”。rule of");
  CHECK(text.display({0, 0}).empty());
}

TEST_CASE("display leaves furniture and line ends out") {
  std::string bytes = hard_wrapped(sample_report(), 26, "", "\n");
  const std::size_t cut = bytes.find('\n', bytes.find("修订《")) + 1;
  bytes.insert(cut, "— 1 —\n ");
  const Text text = text_of(bytes);
  const std::size_t at = text.view().find("修订《");
  const TextSpan paragraph = text.paragraphs()[text.paragraph_at(at)].span;
  CHECK(text.display(paragraph).find("— 1 —") == std::string::npos);
  CHECK(text.display(paragraph).find("收到意见建议43条，采纳17条，") != std::string::npos);
  CHECK(text.view() == text_of(sample_report()).view());
}

TEST_CASE("every byte belongs to a paragraph") {
  const Text text = text_of("甲\n乙\n丙");
  CHECK(text.paragraph_at(0) == 0);
  CHECK(text.paragraph_at(3) == 0);
  CHECK(text.paragraph_at(4) == 1);
  CHECK(text.paragraph_at(text.view().size() - 1) == 2);
  CHECK(text.paragraph_at(9999) == 2);
}

TEST_CASE("a text without words is empty and safe to ask") {
  const Text text = Text::build(readers::read("a.txt", "\n\n\n", {}));
  CHECK(text.view().empty());
  CHECK(text.paragraphs().empty());
  CHECK(text.display({0, 0}).empty());
  CHECK(Text::build({}).locate({0, 0}).line == 0);
}

TEST_CASE("huge texts keep their paragraphs") {
  std::string lines;
  for (int i = 0; i < 100000; ++i) lines += "一、甲\n";
  CHECK(text_of(lines).paragraphs().size() == 100000);
  CHECK(text_of(std::string(1000000, '\n') + "甲").paragraphs().size() == 1);
  std::string line;
  for (int i = 0; i < 1000000; ++i) line += "甲";
  CHECK(text_of(line).paragraphs().size() == 1);
  std::string pages;
  for (int i = 0; i < 100000; ++i) pages += "— 1 —\n";
  CHECK(text_of(pages + "甲").losses().size() == 100000);
}

}  // namespace
}  // namespace plumbline::text
