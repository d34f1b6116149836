#include <doctest/doctest.h>

#include <functional>

#include "engine/readers/docx.h"
#include "tests/support/docx_builder.h"

namespace plumbline::readers {
namespace {

using support::docx_of, support::docx_parts, support::DocxParts, support::make_zip,
    support::paragraph, support::ZipPart;

/// The parts of a small docx with one part's bytes exchanged.
std::string with_part(std::string_view name, std::string data) {
  std::vector<ZipPart> parts = docx_parts({.body = paragraph("正文")});
  for (ZipPart& part : parts) {
    if (part.name == name) {
      part.data = std::move(data);
      return make_zip(parts);
    }
  }
  parts.push_back({std::string(name), std::move(data)});
  return make_zip(parts);
}

std::string main_part(std::string_view body, std::string_view before = "") {
  return std::string(before) +
         "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
         "<w:body>" +
         std::string(body) + "</w:body></w:document>";
}

std::string with_main(std::string data) {
  return with_part("word/document.xml", std::move(data));
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string all;
  all.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) {
    all += text;
  }
  return all;
}

std::string utf16(std::string_view ascii_and_han_free, bool big_endian) {
  std::string bytes = big_endian ? "\xFE\xFF" : "\xFF\xFE";
  for (const char c : ascii_and_han_free) {
    bytes += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
  }
  return bytes;
}

constexpr std::string_view kEntity =
    "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
constexpr std::string_view kExternal = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";

struct Row {
  std::string_view name;
  std::function<std::string()> make;
  ReadOutcome outcome;
  std::string_view words;  ///< in the message, or in the text of what is read
};

TEST_CASE("damaged relationships are told and nothing is called absent") {
  for (const std::string_view data : {"<Relationships><Relationship", "\xC0", ""}) {
    CAPTURE(data);
    const Extraction read =
        read_docx(with_part("word/_rels/document.xml.rels", std::string(data)), {});
    CHECK(read.outcome == ReadOutcome::kOkWithLosses);
    REQUIRE_FALSE(read.losses.empty());
    CHECK(read.losses.front().kind == "part");
    CHECK(read.losses.front().text_missing);
    CHECK(read.losses.front().what.find("word/_rels/document.xml.rels") != std::string::npos);
  }
}

TEST_CASE("hostile and awkward docx files end in a typed outcome") {
  const Row rows[] = {
      {"billion laughs", [] { return with_main(main_part(paragraph("&b;"), kEntity)); },
       ReadOutcome::kCorrupt, "DTD"},
      {"external entity", [] { return with_main(main_part(paragraph("&a;"), kExternal)); },
       ReadOutcome::kCorrupt, "DTD"},
      {"dtd in the relationships", [] { return with_part("_rels/.rels", std::string(kExternal)); },
       ReadOutcome::kCorrupt, "DTD"},
      {"deep tables",
       [] {
         return docx_of(repeated("<w:tbl><w:tr><w:tc>", 20'000) + paragraph("底") +
                        repeated("</w:tc></w:tr></w:tbl>", 20'000));
       },
       ReadOutcome::kLimitExceeded, "嵌套过深"},
      {"deep insertions",
       [] {
         return docx_of("<w:p>" + repeated("<w:ins>", 300'000) + repeated("</w:ins>", 300'000) +
                        "</w:p>");
       },
       ReadOutcome::kLimitExceeded, "嵌套过深"},
      {"too many paragraphs", [] { return docx_of(repeated("<w:p/>", 3'100'000)); },
       ReadOutcome::kLimitExceeded, "标记过多"},
      {"many runs",
       [] { return docx_of("<w:p>" + repeated("<w:r><w:t>字</w:t></w:r>", 100'000) + "</w:p>"); },
       ReadOutcome::kOk, "字字"},
      {"little endian utf-16", [] { return with_main(utf16(main_part(paragraph("text")), false)); },
       ReadOutcome::kOk, "text"},
      {"big endian utf-16", [] { return with_main(utf16(main_part(paragraph("text")), true)); },
       ReadOutcome::kOk, "text"},
      {"byte order mark", [] { return with_main("\xEF\xBB\xBF" + main_part(paragraph("正文"))); },
       ReadOutcome::kOk, "正文"},
      {"gbk declared",
       [] {
         return with_main(
             main_part(paragraph("\xD5\xFD"), "<?xml version=\"1.0\" encoding=\"GBK\"?>"));
       },
       ReadOutcome::kCorrupt, "不支持的编码"},
      {"a declaration that breaks off",
       [] { return with_main("<?xml encoding=?>\xC0" + main_part(paragraph("甲"))); },
       ReadOutcome::kCorrupt, "UTF-8"},
      {"not utf-8", [] { return with_main(main_part(paragraph("\xC0\xAF"))); },
       ReadOutcome::kCorrupt, "UTF-8"},
      {"nul byte", [] { return with_main(main_part(paragraph(std::string("a\0b", 3)))); },
       ReadOutcome::kCorrupt, "空字节"},
      {"cut xml in a sound zip",
       [] {
         const std::string whole = main_part(paragraph("甲") + paragraph("乙"));
         return with_main(whole.substr(0, whole.size() - 40));
       },
       ReadOutcome::kCorrupt, "XML 不完整"},
      {"no main part",
       [] {
         return make_zip({{"word/document.xml", "<a/>"}});
       },
       ReadOutcome::kCorrupt, "正文部件"},
      {"a spreadsheet inside", [] { return with_main("<workbook xmlns=\"urn:x\"/>"); },
       ReadOutcome::kUnsupportedType, "Word"},
      {"encrypted part",
       [] {
         std::vector<ZipPart> parts = docx_parts({.body = paragraph("正文")});
         for (ZipPart& part : parts) {
           part.flags = 1;
         }
         return make_zip(parts);
       },
       ReadOutcome::kNeedsPassword, "密码"},
      {"nothing in it", [] { return docx_of(""); }, ReadOutcome::kEmpty, "没有文字"},
      {"only pictures",
       [] { return docx_of("<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>"); },
       ReadOutcome::kScanned, "图片"},
      {"macros are not run", [] { return with_part("word/vbaProject.bin", "x"); },
       ReadOutcome::kOkWithLosses, "正文"},
      {"big pictures are not inflated",
       [] {
         std::vector<ZipPart> parts = docx_parts({.body = paragraph("正文")});
         parts.push_back(
             {.name = "word/media/a.png", .data = "x", .method = 8, .size = 300u << 20});
         return make_zip(parts);
       },
       ReadOutcome::kOk, "正文"},
      {"another document inside",
       [] { return docx_of(paragraph("正文") + "<w:altChunk r:id=\"rId9\"/>"); },
       ReadOutcome::kOkWithLosses, "正文"},
      {"broken styles are told",
       [] {
         std::vector<ZipPart> parts =
             docx_parts({.body = paragraph("正文"), .styles = "<w:style/>"});
         for (ZipPart& part : parts) {
           part.data = part.name == "word/styles.xml" ? "<w:styles" : part.data;
         }
         return make_zip(parts);
       },
       ReadOutcome::kOkWithLosses, "正文"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::string bytes = row.make();
    const Extraction extraction = read_docx(bytes, {});
    CAPTURE(extraction.message);
    CHECK(recognises_docx("", bytes));
    CHECK(extraction.outcome == row.outcome);
    const bool read = row.outcome == ReadOutcome::kOk || row.outcome == ReadOutcome::kOkWithLosses;
    CHECK((read ? extraction.raw : extraction.message).find(row.words) != std::string::npos);
    CHECK(extraction.message.empty() == read);
    CHECK((read || extraction.raw.empty()));
  }
}

TEST_CASE("a part that holds another document is text that is missing") {
  const Extraction extraction =
      read_docx(docx_of(paragraph("正文") + "<w:altChunk r:id=\"rId9\"/>"), {});
  REQUIRE(extraction.losses.size() == 1);
  CHECK(extraction.losses.front().text_missing);
}

TEST_CASE("every changed byte of a docx ends in a stated outcome") {
  DocxParts parts;
  parts.body = paragraph("甲", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>") +
               "<w:tbl><w:tr><w:tc>" + paragraph("乙") + "</w:tc></w:tr></w:tbl>";
  parts.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/>"
      "<w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\">"
      "<w:abstractNumId w:val=\"0\"/></w:num>";
  std::vector<ZipPart> zip = docx_parts(parts);
  for (ZipPart& part : zip) {
    const std::string whole = part.data;
    for (std::size_t at = 0; at < whole.size(); ++at) {
      for (const char with : {'<', '>', '"', '%', '\x80', '9'}) {
        part.data[at] = with;
        const Extraction extraction = read_docx(make_zip(zip), {});
        const bool ok = extraction.outcome == ReadOutcome::kOk ||
                        extraction.outcome == ReadOutcome::kOkWithLosses;
        REQUIRE(extraction.message.empty() == ok);
        REQUIRE((ok || extraction.blocks.empty()));
      }
      part.data = whole;
    }
  }
}

}  // namespace
}  // namespace plumbline::readers
