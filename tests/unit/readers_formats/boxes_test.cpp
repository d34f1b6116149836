#include "engine/readers/boxes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <string>

#include "engine/base/utf8.h"
#include "engine/readers/layout.h"
#include "engine/readers/pdf.h"
#include "engine/readers/program.h"
#include "tests/support/pdf_builder.h"

namespace plumbline::readers {
namespace {

using support::make_pdf, support::PdfPage;

std::string words_of(const std::vector<PageBox>& boxes) {
  std::string words;
  for (const PageBox& box : boxes) {
    words += words.empty() ? "" : " ";
    words += std::to_string(box.page);
    for (const int value : {box.left, box.top, box.right, box.bottom})
      words += ',' + std::to_string(value);
  }
  return words;
}

/// One block on page 3 whose text is `words`, one after the other.
Extraction placed(const std::vector<LayoutWord>& words, Along along = Along::kRight) {
  Extraction extraction;
  for (const LayoutWord& word : words) {
    const std::size_t begin = extraction.raw.size();
    extraction.raw += word.text;
    const auto tenths = [](double points) { return static_cast<int>(points * 10); };
    extraction.words.push_back(
        {{begin, extraction.raw.size()},
         {3, tenths(word.left), tenths(word.top), tenths(word.right), tenths(word.bottom)},
         along});
  }
  extraction.blocks.push_back(
      {.kind = BlockKind::kParagraph, .span = {0, extraction.raw.size()}, .page = 3});
  return extraction;
}

TEST_CASE("a box holds the words of a span and one line has one box") {
  struct Row {
    std::string_view what;
    std::vector<LayoutWord> words;
    RawSpan span;
    std::string boxes;
    Along along = Along::kRight;
  };
  const LayoutWord six{100, 50, 160, 60, "云溪县情况好"};
  const std::vector<LayoutWord> line = {{10, 50, 40, 60, "云溪县"}, {45, 51, 75, 61, "情况好"}};
  const std::vector<LayoutWord> lines = {{10, 50, 40, 60, "云溪县"}, {10, 70, 40, 80, "情况好"}};
  const LayoutWord mixed{100, 50, 140, 60, "共12件事"};
  const LayoutWord tall{100, 50, 110, 110, "云溪县情况好"};
  const Row rows[] = {
      {"a whole word", {six}, {0, 18}, "3,1000,500,1600,600"},
      {"its second and third character", {six}, {3, 9}, "3,1100,500,1300,600"},
      {"words of one line", line, {0, 18}, "3,100,500,750,610"},
      {"the end of one and the beginning of the next", line, {6, 12}, "3,300,500,550,610"},
      {"two lines", lines, {0, 18}, "3,100,500,400,600 3,100,700,400,800"},
      {"across two lines", lines, {6, 12}, "3,300,500,400,600 3,100,700,200,800"},
      {"as far as digits may", {mixed}, {3, 5}, "3,1088,500,1223,600"},
      {"in the front of the word", {mixed}, {0, 4}, "3,1000,500,1169,600"},
      {"nothing", {six}, {3, 3}, ""},
      {"downwards", {tall}, {3, 9}, "3,1000,600,1100,800", Along::kDown},
      {"upwards", {tall}, {3, 9}, "3,1000,800,1100,1000", Along::kUp},
      {"upside down", {six}, {3, 9}, "3,1300,500,1500,600", Along::kLeft},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(words_of(boxes_of(placed(row.words, row.along), row.span)) == row.boxes);
  }
}

TEST_CASE("pages laid out give their words places that no number can break") {
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  constexpr double kHuge = std::numeric_limits<double>::infinity();
  const LayoutPage page = {595,
                           842,
                           {{72, 100, 104, 116, "云溪"},
                            {72, 200, 88, 216.04, "县"},
                            {-30, 300, 40, 316, "在边上"},
                            {72, 400, kHuge, 416, "无边"},
                            {72, 500, 40, 490, "翻转"},
                            {kNan, 600, 90, 616, "非数"}}};
  Extraction extraction;
  lay_out({page}, extraction);
  REQUIRE(extraction.words.size() >= 5);
  CHECK(words_of({extraction.words[0].box}) == "1,720,1000,1040,1160");
  CHECK(words_of({extraction.words[1].box}) == "1,720,2000,880,2161");
  for (const PlacedWord& word : extraction.words) {
    CHECK(word.box.left >= 0);
    CHECK(word.box.left <= word.box.right);
    CHECK(word.box.top <= word.box.bottom);
    CHECK(word.box.right <= 10'000'000);
  }
}

/// What pdftotext finds in a box.
std::string text_in(std::string_view pdf, const PageBox& box) {
  ProgramCall call;
  const auto number = [](int value) { return std::to_string(value); };
  call.arguments = {"pdftotext", "-raw",
                    "-enc",      "UTF-8",
                    "-r",        "720",
                    "-f",        number(box.page),
                    "-l",        number(box.page),
                    "-x",        number(box.left),
                    "-y",        number(box.top),
                    "-W",        number(box.right - box.left),
                    "-H",        number(box.bottom - box.top),
                    "{input}",   "-"};
  call.input = pdf;
  std::string text = run(call, {}).output;
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
  return text;
}

TEST_CASE("the words inside of a box hold the quote") {
  if (program_path("pdftotext").empty()) {
    MESSAGE("skipped: poppler-utils is not installed");
    return;
  }
  const PdfPage page = {{{220, 760, 22, u"云溪县情况报告"},
                         {104, 700, 16, u"根据2025年有关要求，全年办理312件，其中87.5%办结，请予"},
                         {72, 670, 16, u"审阅。"},
                         {104, 640, 16, u"一、主要做法"},
                         {72, 600, 14, u"单位"},
                         {200, 600, 14, u"件数"},
                         {72, 580, 14, u"云溪镇"},
                         {200, 580, 14, u"105"}}};
  const std::string pdf = make_pdf({page, page}, {.font = "/W[1 95 500]"});
  const Extraction extraction = read_pdf(pdf, {});
  REQUIRE(extraction.words.size() == 16);
  std::mt19937 random(7);
  const std::string& raw = extraction.raw;
  for (int round = 0; round < 40; ++round) {
    const PlacedWord& word = extraction.words[random() % extraction.words.size()];
    std::vector<std::size_t> borders;
    for (std::size_t at = word.span.begin; at < word.span.end; at = decode_utf8(raw, at).end)
      borders.push_back(at);
    borders.push_back(word.span.end);
    const std::size_t from = random() % (borders.size() - 1);
    const std::size_t to = from + 1 + random() % (borders.size() - 1 - from);
    const RawSpan span = {borders[from], borders[to]};
    const std::vector<PageBox> boxes = boxes_of(extraction, span);
    REQUIRE(boxes.size() == 1);
    const std::string quote = raw.substr(span.begin, span.size());
    const std::string found = text_in(pdf, boxes.front());
    CAPTURE(quote);
    CAPTURE(found);
    CAPTURE(words_of(boxes));
    CHECK(found.find(quote) != std::string::npos);
    CHECK(count_code_points(found) <= to - from + 6);
  }
  // A paragraph of two lines and its two boxes.
  CAPTURE(raw);
  const std::size_t at = raw.find("请予审阅");
  REQUIRE(at != std::string::npos);
  const std::vector<PageBox> boxes = boxes_of(extraction, {at, at + 12});
  REQUIRE(boxes.size() == 2);
  CHECK(text_in(pdf, boxes[0]).find("请予") != std::string::npos);
  CHECK(text_in(pdf, boxes[1]).find("审阅") != std::string::npos);
}

}  // namespace
}  // namespace plumbline::readers
