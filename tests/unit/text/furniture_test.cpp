#include <doctest/doctest.h>

#include <string>

#include "tests/unit/text/sample.h"

namespace plumbline::text {
namespace {

std::string losses_of(const Text& text) {
  std::string out;
  for (const Loss& loss : text.losses())
    out += (out.empty() ? "" : "|") + loss.kind + "@" + std::to_string(loss.location.line) + " " +
           loss.what;
  return out;
}

TEST_CASE("page numbers are taken out and listed") {
  struct Case {
    std::string_view bytes, losses;
  };
  const Case cases[] = {
      {"甲\n— 1 —\n乙", "page-number@2 —1—"},
      {"甲\n－２－\n乙", "page-number@2 -2-"},
      {"甲\n第 1 页 共 4 页\n乙", "page-number@2 第1页共4页"},
      {"甲\n第3页/共5页", "page-number@2 第3页/共5页"},
      {"甲\n·12·", "page-number@2 ·12·"},
      {"甲\n3\n\f乙", "page-number@2 3"},
      {"甲\n\f3\n乙", "page-number@2 3"},
      {"甲\n3\n乙", ""},
      {"甲\n-5\n乙", ""},
      {"甲\n— 1 — 乙", ""},
      {"第1页见附件", ""},
      {"第一页", ""},
      {"1\n2\n3\n4", ""},
      {"——", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK(losses_of(text_of(c.bytes)) == c.losses);
  }
}

TEST_CASE("bare numbers are page numbers only as a series far apart") {
  std::string pages, table;
  for (int page = 1; page <= 4; ++page) {
    for (int line = 0; line < 10; ++line)
      pages += "这一行写的是第" + std::to_string(page * 10 + line) + "项工作。\n";
    pages += std::to_string(page) + "\n";
    table += "第" + std::to_string(page) + "项\n" + std::to_string(page) + "\n";
  }
  CHECK(losses_of(text_of(pages)) ==
        "page-number@11 1|page-number@22 2|page-number@33 3|page-number@44 4");
  CHECK(losses_of(text_of(table)).empty());
}

TEST_CASE("a header that runs over the pages is taken out and the title stays") {
  const std::string title = "云岭县水务局2025年度法治政府建设情况报告\n";
  const std::string bytes = title + "甲。\n— 1 —\n" + title + "乙。\n— 2 —\n" + title + "丙。\n";
  const Text text = text_of(bytes);
  CHECK(paragraphs_of(text) == "云岭县水务局2025年度法治政府建设情况报告|甲。|乙。|丙。");
  CHECK(text.losses().size() == 4);
  CHECK(text.losses()[2].kind == "running-header");
}

TEST_CASE("a sentence that stands twice behind a page border is no header") {
  CHECK(paragraphs_of(text_of("甲，\n— 1 —\n收到意见2次。\n乙，\n— 2 —\n收到意见2次。")) ==
        "甲,|收到意见2次。|乙,|收到意见2次。");
}

}  // namespace
}  // namespace plumbline::text
