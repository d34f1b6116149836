#include "engine/readers/pdf.h"

#include <doctest/doctest.h>

#include "engine/readers/ocr.h"
#include "engine/readers/pdf_pictures.h"
#include "engine/readers/pdf_words.h"
#include "engine/readers/program.h"
#include "tests/support/pdf_builder.h"

namespace plumbline::readers {
namespace {

using support::make_pdf, support::PdfPage;

bool installed() {
  const bool found = !program_path("pdftotext").empty() && !program_path("pdfimages").empty();
  if (!found) {
    MESSAGE("skipped: poppler-utils is not installed");
  }
  return found;
}

PdfPage text_page() {
  return {{{220, 760, 22, u"云溪县情况报告"},
           {104, 700, 16, u"根据有关要求，现将二〇二五年度情况报告如下，请予"},
           {72, 670, 16, u"审阅。"},
           {104, 640, 16, u"一、主要做法"}}};
}

TEST_CASE("words are parsed and what is none is passed over") {
  const std::vector<LayoutPage> pages = parse_pdf_words(
      "<title>x</title><page width=\"595.0\" height=\"842.0\"><flow><word xMin=\"1.5\" yMin=\"2\" "
      "xMax=\"3\" yMax=\"4\">a&amp;b&lt;</word><word xMin=\"nan\">\xFF</word><word xMin=\"1e999\" "
      "yMin=\"0\" xMax=\"x\" yMax=\"0\">c</word></page><page width=\"1\" height=\"1\"/><word");
  REQUIRE(pages.size() == 2);
  REQUIRE(pages[0].words.size() == 2);
  CHECK(pages[0].words[0].text == "a&b<");
  CHECK(pages[0].words[0].left == 1.5);
  CHECK(pages[0].words[1].text == "c");
}

TEST_CASE("a rotated page is as wide as its words tell") {
  const auto pages = parse_pdf_words(
      "<page width=\"595\" height=\"842\"><word xMin=\"700\" yMin=\"20\" xMax=\"760\" "
      "yMax=\"40\">a</word></page><page width=\"595\" height=\"842\"><word xMin=\"5000\" "
      "yMin=\"20\" xMax=\"5060\" yMax=\"40\">a</word></page>");
  REQUIRE(pages.size() == 2);
  CHECK(pages[0].width == 842);
  CHECK(pages[0].height == 595);
  CHECK(pages[1].width == 595);
}

TEST_CASE("rows of pictures are parsed and what is none is passed over") {
  const auto pictures = parse_pdf_pictures(
      "page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio\n"
      "-----------------------------------------------------------------------------------\n"
      "   2   1 image    1240  1754  gray  1  8  jpeg no 6 0 150 150 9K 1%\n"
      "   1   0 image    100   50  gray  1  8  image no [inline] 100 100 9B 1%\n"
      "   1   2 smask    100   50  gray  1  8  image no 7 0 100 100 9B 1%\n"
      "  99999999999 0 image 1 1 gray 1 8 image no 7 0 0 0 9B 1%\nx y\n");
  REQUIRE(pictures.size() == 2);
  CHECK(pictures[0].page == 1);
  CHECK(pictures[0].width == 72);
  CHECK(pictures[0].height == 36);
  CHECK(pictures[1].page == 2);
  CHECK(pictures[1].width > 594);
}

TEST_CASE("graymaps are blank or drawn and what is none ends the list") {
  const std::string white = "P5\n2 2\n255\n\xff\xff\xff\xff";
  const std::string drawn = "P5\n2 2\n255\n\xff\x10\xff\xff";
  CHECK(parse_drawn(white + drawn + white) == std::vector<bool>{false, true, false});
  CHECK(parse_drawn(drawn + "P5\n9999 9999\n255\nxx") == std::vector<bool>{true});
  CHECK(parse_drawn("P5\n-1 2\n255\nxx").empty());
  CHECK(parse_drawn("").empty());
}

TEST_CASE("recognised words have places in points") {
  const auto words = parse_recognised_words(
      "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\t"
      "text\n4\t1\t1\t1\t1\t0\t1\t1\t1\t1\t-1\t\n5\t1\t1\t1\t1\t1\t300\t600\t150\t75\t91.5\t法治\n"
      "5\t1\t1\t1\t1\t2\t9\t9\t9\t9\t50\t \n5\t1\n",
      300);
  REQUIRE(words.size() == 1);
  CHECK(words[0].text == "法治");
  CHECK(words[0].left == 72);
  CHECK(words[0].top == 144);
  CHECK(words[0].right == 108);
  CHECK(words[0].bottom == 162);
  // Words stand as high and as low as their line.
  const auto line = parse_recognised_words(
      "4\t1\t1\t1\t1\t0\t300\t600\t600\t100\t-1\t\n5\t1\t1\t1\t1\t1\t300\t640\t50\t20\t90\t一\n",
      300);
  REQUIRE(line.size() == 1);
  CHECK(line[0].top == 144);
  CHECK(line[0].bottom == 168);
}

TEST_CASE("recognised words of a line are one unless far apart") {
  struct Row {
    std::string_view left, text, more;  ///< of the second word; the first ends at pixel 200
    std::string joined;
  };
  const Row rows[] = {
      {"210", "治", "", "法治"},
      {"480", "治", "", "法治"},   // lost characters between them
      {"600", "治", "", "法|治"},  // a column
      {"300", "治", "4\t1\t1\t1\t2\t0\t100\t0\t900\t100\t-1\t\n", "法|治"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.left);
    const auto words = parse_recognised_words(
        "4\t1\t1\t1\t1\t0\t100\t0\t900\t100\t-1\t\n5\t1\t1\t1\t1\t1\t100\t0\t100\t100\t90\t法\n" +
            std::string(row.more) + "5\t1\t1\t1\t1\t2\t" + std::string(row.left) +
            "\t0\t100\t100\t90\t" + std::string(row.text) + "\n",
        300);
    std::string text;
    for (const LayoutWord& word : words) {
      text += (text.empty() ? "" : "|") + word.text;
    }
    CHECK(text == row.joined);
  }
}

/// Stands in for the programs of poppler and tesseract over one page.
ProgramResult played(const ProgramCall& call, std::string_view words, bool tesseract) {
  ProgramResult result;
  result.end = ProgramResult::End::kExited;
  const std::string& name = call.arguments.front();
  if (name == "pdftotext") {
    result.output = words;
  } else if (name == "pdfimages") {
    result.output = "1 0 image 1240 1754 gray 1 8 jpeg no 6 0 150 150 9K 1%\n";
  } else if (name == "tesseract") {
    result.end = tesseract ? ProgramResult::End::kExited : ProgramResult::End::kMissing;
    result.output = "5\t1\t1\t1\t1\t1\t300\t600\t150\t75\t91.5\t法治\n";
  }
  return result;
}

TEST_CASE("scanned pages are recognised only when asked and then told") {
  constexpr std::string_view kNoWords = "<page width=\"595\" height=\"842\"></page>";
  const auto read = [&](bool ocr, bool tesseract) {
    Limits limits;
    limits.ocr = ocr;
    limits.run = [=](const ProgramCall& call) { return played(call, kNoWords, tesseract); };
    return read_pdf("%PDF-1.7", limits);
  };
  CHECK(read(false, true).outcome == ReadOutcome::kScanned);
  CHECK(read(false, true).message.find("--ocr") != std::string::npos);
  const Extraction recognised = read(true, true);
  CHECK(recognised.outcome == ReadOutcome::kOkWithLosses);
  CHECK(recognised.raw == "法治\n");
  REQUIRE(recognised.losses.size() == 1);
  CHECK(recognised.losses[0].kind == "ocr");
  CHECK(recognised.losses[0].location.page == 1);
  const Extraction missing = read(true, false);
  CHECK(missing.outcome == ReadOutcome::kScanned);
  CHECK(missing.message.find("apt-get install tesseract-ocr") != std::string::npos);
}

TEST_CASE("words over a picture of the whole page were recognised by some program") {
  Limits limits;
  limits.run = [](const ProgramCall& call) {
    return played(call,
                  "<page width=\"595\" height=\"842\"><word xMin=\"90\" yMin=\"90\" xMax=\"122\" "
                  "yMax=\"106\">法治</word></page>",
                  true);
  };
  const Extraction extraction = read_pdf("%PDF-1.7", limits);
  CHECK(extraction.outcome == ReadOutcome::kOkWithLosses);
  REQUIRE(extraction.losses.size() == 1);
  CHECK(extraction.losses[0].kind == "ocr");
}

TEST_CASE("a pdf with chinese text is read into paragraphs with pages") {
  if (!installed()) {
    return;
  }
  const Extraction extraction = read_pdf(make_pdf({text_page(), text_page()}), {});
  CAPTURE(extraction.message);
  CHECK(extraction.outcome == ReadOutcome::kOk);
  CHECK(extraction.raw ==
        "云溪县情况报告\n根据有关要求，现将二〇二五年度情况报告如下，请予审阅。\n一、主要做法\n"
        "云溪县情况报告\n根据有关要求，现将二〇二五年度情况报告如下，请予审阅。\n一、主要做法\n");
  CHECK(extraction.blocks.front().page == 1);
  CHECK(extraction.blocks.front().centred);
  CHECK(extraction.blocks.back().page == 2);
}

TEST_CASE("awkward pdf files end in a typed outcome") {
  if (!installed()) {
    return;
  }
  const PdfPage scan{{}, true}, blank{};
  const std::string whole = make_pdf({text_page()});
  std::u16string secret;
  for (char16_t c = 0xE000; c < 0xE040; ++c) {
    secret += c;
  }
  struct Row {
    std::string_view name;
    std::string bytes;
    ReadOutcome outcome;
    std::string_view words;
  };
  const Row rows[] = {
      {"scanned", make_pdf({scan, scan, scan}), ReadOutcome::kScanned, "第 1–3 页"},
      {"blank", make_pdf({blank}), ReadOutcome::kEmpty, "没有文字"},
      {"mixed", make_pdf({text_page(), scan}), ReadOutcome::kOkWithLosses, ""},
      {"garbage", "%PDF-1.5\n" + std::string(2000, '?'), ReadOutcome::kCorrupt, "损坏"},
      {"truncated", whole.substr(0, 300), ReadOutcome::kCorrupt, "损坏"},
      {"header only", "%PDF-1.7\n", ReadOutcome::kCorrupt, "损坏"},
      {"junk in front", "HTTP/1.1 200 OK\r\n\r\n" + whole, ReadOutcome::kOk, ""},
      {"encrypted",
       make_pdf({text_page()},
                "/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]"
                "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" +
                    std::string(64, '1') + ">/U<" + std::string(64, '2') + ">>>"),
       ReadOutcome::kNeedsPassword, "密码"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(recognises_pdf("", row.bytes));
    const Extraction extraction = read_pdf(row.bytes, {});
    CAPTURE(extraction.message);
    CHECK(extraction.outcome == row.outcome);
    CHECK(extraction.message.find(row.words) != std::string::npos);
  }
}

TEST_CASE("a scanned page among others is text that is missing") {
  if (!installed()) {
    return;
  }
  const Extraction extraction = read_pdf(make_pdf({text_page(), {{}, true}, {}}), {});
  REQUIRE(extraction.losses.size() == 2);
  CHECK(extraction.losses[0].kind == "scanned-page");
  CHECK(extraction.losses[0].location.page == 2);
  CHECK(extraction.losses[0].text_missing);
  CHECK(extraction.losses[1].kind == "blank-page");
  CHECK_FALSE(extraction.losses[1].text_missing);
}

TEST_CASE("a text that only mentions the mark of a pdf is no pdf") {
  CHECK_FALSE(recognises_pdf("a.txt", "正文提到 %PDF-1.5 这个标记"));
  CHECK(recognises_pdf("a.txt", "%PDF-1.5"));
}

}  // namespace
}  // namespace plumbline::readers
