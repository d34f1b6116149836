#include "engine/readers/pdf.h"

#include <doctest/doctest.h>

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
