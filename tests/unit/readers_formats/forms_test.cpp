#include <doctest/doctest.h>

#include "engine/base/utf8.h"
#include "engine/document/document.h"
#include "engine/document/vocabulary.h"
#include "engine/readers/docx.h"
#include "engine/readers/html.h"
#include "engine/readers/pdf.h"
#include "engine/readers/program.h"
#include "engine/text/text.h"
#include "tests/support/docx_builder.h"
#include "tests/support/pdf_builder.h"
#include "tests/unit/text/sample.h"

/// The same report as txt, docx, html and pdf must come to the same normal text.
namespace plumbline::readers {
namespace {

std::vector<std::string> paragraphs() {
  std::vector<std::string> list;
  const std::string_view report = text::sample_report();
  for (std::size_t at = 0; at < report.size();) {
    const std::size_t end = std::min(report.find('\n', at), report.size());
    list.emplace_back(report.substr(at, end - at));
    at = end + 1;
  }
  return list;
}

std::string expected() {
  return std::string(text::text_of(text::sample_report()).view());
}

std::string normal(Extraction extraction) {
  return std::string(text::Text::build(std::move(extraction)).view());
}

/// Level of the heading that a paragraph is, from 0; -1 = none. Cuts its mark off.
int cut_mark(std::string& paragraph) {
  const std::size_t comma = paragraph.find("、");
  if (comma == 3 && !paragraph.starts_with("（")) {
    paragraph.erase(0, 6);
    return 0;
  }
  if (paragraph.starts_with("（")) {
    paragraph.erase(0, 9);
    return 1;
  }
  return -1;
}

std::u16string utf16(std::string_view text) {
  std::u16string units;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    units += static_cast<char16_t>(c.value);
    at = c.end;
  }
  return units;
}

/// Lines of 28 characters, 22 on a page, first lines set in, title centred, signature at the right.
std::vector<support::PdfPage> printed() {
  constexpr double kSize = 16, kLeft = 74, kLeading = 28;
  std::vector<support::PdfPage> pages;
  int line = 0;
  const auto print = [&](double x, double size, std::u16string text) {
    if (line % 22 == 0) {
      pages.emplace_back();
      const auto number = utf16("— " + std::to_string(pages.size()) + " —");
      pages.back().lines.push_back({270, 50, 14, number});
    }
    pages.back().lines.push_back({x, 740 - kLeading * (line % 22), size, std::move(text)});
    ++line;
  };
  const std::vector<std::string> all = paragraphs();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::u16string text = utf16(all[i]);
    const auto length = static_cast<double>(text.size());
    if (i == 0) {
      print((595 - 20 * length) / 2, 20, text);
    } else if (i + 2 >= all.size()) {
      print(kLeft + kSize * (26 - length), kSize, text);
    } else {
      const std::size_t first = i == 1 ? 28 : 26;
      print(i == 1 ? kLeft : kLeft + 2 * kSize, kSize, text.substr(0, first));
      for (std::size_t at = first; at < text.size(); at += 28) {
        print(kLeft, kSize, text.substr(at, 28));
      }
    }
  }
  return pages;
}

TEST_CASE("a docx gives the same text as a txt") {
  std::string body;
  for (const std::string& paragraph : paragraphs()) {
    body += support::paragraph(paragraph, "<w:ind w:firstLineChars=\"200\"/>");
  }
  CHECK(normal(read_docx(support::docx_of(body), {})) == expected());
}

TEST_CASE("headers of a docx are furniture of the document") {
  support::DocxParts parts;
  for (const std::string& paragraph : paragraphs()) {
    parts.body += support::paragraph(paragraph);
  }
  parts.body += "<w:sectPr><w:headerReference r:id=\"rIdHeader\"/></w:sectPr>";
  parts.header = support::paragraph("一、云岭县水务局文件");
  const document::Document document = document::Document::build(
      text::Text::build(read_docx(support::make_docx(parts), {})), document::Vocabulary());
  CHECK(document.roles().back() == document::Role::kFurniture);
  CHECK(document.outline().back().mark.size() == 3 * 2);  // 三、, not the header
  CHECK(document.text().view(document.outline().back().mark).substr(0, 3) == "三");
}

TEST_CASE("a docx with automatic numbers and tracked changes gives the same text") {
  support::DocxParts parts;
  parts.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
      "<w:numFmt w:val=\"chineseCountingThousand\"/><w:suff w:val=\"nothing\"/>"
      "<w:lvlText w:val=\"%1、\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/>"
      "<w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>"
      "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  int numbered = 0;
  for (std::string paragraph : paragraphs()) {
    const int level = cut_mark(paragraph);
    numbered += level >= 0 ? 1 : 0;
    const std::string number = level < 0 ? std::string()
                                         : "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
                                               "\"/><w:numId w:val=\"1\"/></w:numPr>";
    parts.body += "<w:p><w:pPr>" + number + "</w:pPr><w:del><w:r><w:delText>旧</w:delText></w:r>" +
                  "</w:del><w:ins>" + support::run(paragraph.substr(0, 3)) + "</w:ins>" +
                  support::run(paragraph.substr(3)) + "</w:p>";
  }
  CHECK(numbered == 5);
  CHECK(normal(read_docx(support::make_docx(parts), {})) == expected());
}

TEST_CASE("a web page gives the same text as a txt") {
  std::string body;
  for (const std::string& paragraph : paragraphs()) {
    body += "<p>　　" + paragraph + "</p>\n";
  }
  const std::string html =
      "<html><head><title>云岭县水务局2025年度法治政府建设情况报告_云岭县</title></head><body>"
      "<div class=\"nav\"><a>首页</a></div><div id=\"zoom\">" +
      body + "</div><div>主办：云岭县</div></body></html>";
  CHECK(normal(read_html(html, {})) == expected());
}

TEST_CASE("a pdf gives the same text as a txt") {
  if (program_path("pdftotext").empty()) {
    MESSAGE("skipped: poppler-utils is not installed");
    return;
  }
  const Extraction extraction = read_pdf(support::make_pdf(printed()), {});
  CHECK(extraction.blocks.back().page == 2);
  CHECK(normal(extraction) == expected());
}

}  // namespace
}  // namespace plumbline::readers
