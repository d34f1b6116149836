#include "engine/readers/pdf_directions.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "engine/base/code_points.h"
#include "engine/readers/boxes.h"
#include "engine/readers/layout_turn.h"
#include "engine/readers/pdf.h"
#include "engine/readers/program.h"
#include "tests/support/pdf_builder.h"

namespace plumbline::readers {
namespace {

using support::make_pdf, support::PdfLine, support::PdfPage;

bool installed() {
  const bool found = !program_path("pdftotext").empty() && !program_path("pdftocairo").empty();
  if (!found) {
    MESSAGE("skipped: poppler-utils is not installed");
  }
  return found;
}

/// A sheet with a heading, a paragraph of two lines and a row of a table, as it looks upright: x
/// and y from its upper left corner, which is as wide as `width`.
std::vector<PdfLine> sheet() {
  return {{320, 60, 20, u"云溪县案件一览"},
          {104, 120, 16, u"本表汇总各单位全年办理的案件，数字截至十二月底，由司法局会同各单位核对"},
          {72, 150, 16, u"后填写。"},
          {72, 180, 16, u"单位"},
          {300, 180, 16, u"立案件数"},
          {500, 180, 16, u"办结"},
          {72, 210, 16, u"城关镇"},
          {300, 210, 16, u"三十二件"},
          {500, 210, 16, u"三十件"}};
}

constexpr std::string_view kSheetText =
    "云溪县案件一览\n"
    "本表汇总各单位全年办理的案件，数字截至十二月底，由司法局会同各单位核对后填写。\n"
    "单位\n立案件数\n办结\n城关镇\n三十二件\n三十件\n";

/// The sheet turned counter-clockwise by `angle` on a page of 595 by 842 points.
PdfPage turned_sheet(int angle) {
  PdfPage page;
  for (PdfLine line : sheet()) {
    const double x = line.x, y = line.y;
    line.angle = angle;
    line.x = angle == 90 ? y : angle == 180 ? 595 - x * 0.7 : 595 - y;
    line.y = angle == 90 ? x : angle == 180 ? y : 842 - x;
    line.size = angle == 180 ? line.size * 0.7 : line.size;
    page.lines.push_back(line);
  }
  return page;
}

PdfPage upright_page() {
  return {{{220, 760, 22, u"云溪县情况报告"},
           {104, 700, 16, u"根据有关要求，现将二〇二五年度情况报告如下，请予"},
           {72, 670, 16, u"审阅。"}}};
}

TEST_CASE("words turned by the matrix of the page are read in their own order") {
  if (!installed()) {
    return;
  }
  for (const int angle : {90, 180, 270}) {
    CAPTURE(angle);
    const Extraction extraction = read_pdf(make_pdf({turned_sheet(angle)}), {});
    CHECK(extraction.outcome == ReadOutcome::kOk);
    CHECK(extraction.raw == kSheetText);
  }
}

TEST_CASE("a page that is shown turned reads as it is shown") {
  if (!installed()) {
    return;
  }
  for (const int angle : {90, 180, 270}) {
    CAPTURE(angle);
    PdfPage page = turned_sheet(angle);
    page.entries = "/Rotate " + std::to_string(angle);
    const Extraction extraction = read_pdf(make_pdf({page}), {});
    CHECK(extraction.outcome == ReadOutcome::kOk);
    CHECK(extraction.raw == kSheetText);
  }
}

TEST_CASE("words on their side stand behind those of the upright page") {
  if (!installed()) {
    return;
  }
  for (const int angle : {90, 270}) {
    CAPTURE(angle);
    PdfPage page = upright_page();
    const double first = angle == 90 ? 300 : 400, step = angle == 90 ? 30 : -30;
    page.lines.push_back(
        {first, angle == 90 ? 100.0 : 600.0, 16, u"表一各单位案件统计", double(angle)});
    page.lines.push_back(
        {first + step, angle == 90 ? 100.0 : 600.0, 16, u"第二行的文字", double(angle)});
    page.lines.push_back({first + 2 * step, angle == 90 ? 100.0 : 600.0, 16, u"完", double(angle)});
    const Extraction extraction = read_pdf(make_pdf({page}), {});
    CHECK(extraction.outcome == ReadOutcome::kOk);
    const std::string begin =
        "云溪县情况报告\n根据有关要求，现将二〇二五年度情况报告如下，请予审阅。\n";
    CHECK(extraction.raw.starts_with(begin));
    const std::size_t one = extraction.raw.find("表一各单位案件统计"),
                      two = extraction.raw.find("第二行的文字"), three = extraction.raw.find("完");
    CHECK(one != std::string::npos);
    CHECK(one < two);
    CHECK(two < three);
    // Their boxes are those of the page as it is shown: higher than wide.
    const std::vector<PageBox> boxes = boxes_of(extraction, {one, one + 27});
    REQUIRE(boxes.size() == 1);
    CHECK(boxes[0].bottom - boxes[0].top == 1440);
    CHECK(boxes[0].right - boxes[0].left == 161);  // rounded outwards
    CHECK(boxes[0].top == (angle == 90 ? 5980 : 2420));
    const std::vector<PageBox> character = boxes_of(extraction, {one, one + 3});
    REQUIRE(character.size() == 1);
    CHECK(character[0].top == (angle == 90 ? 7260 : 2420));
    CHECK(character[0].bottom - character[0].top == 160);
  }
}

TEST_CASE("vertical writing is read column by column from the right") {
  if (!installed()) {
    return;
  }
  const PdfPage page = {{{500, 760, 16, u"云溪县法治建设情况"},
                         {460, 720, 16, u"今年办理案件三件，都已经按期办结没有被"},
                         {430, 760, 16, u"纠错，群众满意。"}}};
  std::string pdf = make_pdf({page});
  const std::size_t at = pdf.find("UniGB-UCS2-H");
  REQUIRE(at != std::string::npos);
  pdf.replace(at, 12, "UniGB-UCS2-V");
  const Extraction extraction = read_pdf(pdf, {});
  CHECK(extraction.raw.find("云溪县法治建设情况\n今年办理案件三件") == 0);
  CHECK(extraction.raw.find("没有被") < extraction.raw.find("纠错"));
}

TEST_CASE("words on their side whose order nobody knows are told") {
  LayoutPage page = {
      595, 842, {{72, 67, 184, 83, "云溪县情况报告"}, {300, 400, 316, 480, "表一统计数"}}};
  CHECK(may_be_turned(page));
  CHECK(find_directions(page, {}) == "表一统计数");
  // One program of poppler is there and another is not.
  Limits limits;
  limits.run = [](const ProgramCall& call) {
    ProgramResult result;
    result.end = call.arguments.front() == "pdftotext" ? ProgramResult::End::kExited
                                                       : ProgramResult::End::kMissing;
    result.output =
        "<page width=\"595\" height=\"842\"><word xMin=\"72\" yMin=\"67\" xMax=\"184\" "
        "yMax=\"83\">云溪县情况报告</word><word xMin=\"300\" yMin=\"400\" xMax=\"316\" "
        "yMax=\"480\">表一统计数</word></page>";
    return result;
  };
  const Extraction extraction = read_pdf("%PDF-1.7", limits);
  const auto told = std::ranges::find(extraction.losses, "sideways", &Loss::kind);
  REQUIRE(told != extraction.losses.end());
  CHECK(told->location.page == 1);
  CHECK(told->text_missing);
  CHECK(told->what.find("表一统计数") != std::string::npos);
  CHECK(extraction.raw.find("表一统计数") != std::string::npos);
}

TEST_CASE("only pages with words that may be turned are drawn") {
  struct Row {
    std::string_view what;
    std::vector<LayoutWord> words;
    bool may;
  };
  const Row rows[] = {
      {"upright",
       {{72, 67, 184, 83, "云溪县情况报告"}, {72, 97, 184, 113, "云溪县情况报告"}},
       false},
      {"two characters on their side", {{72, 60, 88, 92, "合计"}}, true},
      {"digits on their side", {{72, 60, 80, 92, "2025年"}}, true},
      {"one character in a high box", {{72, 60, 88, 108, "日"}}, false},
      {"two characters in high boxes", {{72, 60, 104, 108, "合计"}}, false},
      {"two digits in a high box", {{72, 60, 88, 108, "12"}}, false},
      {"upside down",
       {{72, 700, 184, 716, "甲"}, {72, 600, 184, 616, "乙"}, {72, 500, 184, 516, "丙"}},
       true},
      {"two columns",
       {{72, 100, 184, 116, "甲"},
        {72, 200, 184, 216, "乙"},
        {300, 100, 400, 116, "丙"},
        {300, 200, 400, 216, "丁"}},
       false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(may_be_turned({595, 842, row.words}) == row.may);
  }
}

TEST_CASE("a sheet that is turned and turned back is the same") {
  for (const Along along : {Along::kRight, Along::kDown, Along::kUp, Along::kLeft}) {
    const LayoutWord word = {10, 20, 30, 100, "云", along};
    const std::vector<LayoutPage> parts = turned_parts({595, 842, {word}});
    REQUIRE(parts.size() == 1);
    REQUIRE(parts[0].words.size() == 1);
    const LayoutWord back = as_shown(parts[0].words[0], parts[0]);
    CHECK(back.left == 10);
    CHECK(back.top == 20);
    CHECK(back.right == 30);
    CHECK(back.bottom == 100);
    CHECK(parts[0].width == (word.is_upright() ? 842 : 595));
  }
}

}  // namespace
}  // namespace plumbline::readers
