#include <doctest/doctest.h>

#include "engine/readers/docx.h"
#include "tests/support/docx_builder.h"

namespace plumbline::readers {
namespace {

using support::DocxParts, support::make_docx, support::paragraph;

std::string level(int number, std::string_view format, std::string_view text,
                  std::string_view more = "", int start = 1) {
  return "<w:lvl w:ilvl=\"" + std::to_string(number) + "\"><w:start w:val=\"" +
         std::to_string(start) + "\"/><w:numFmt w:val=\"" + std::string(format) +
         "\"/><w:lvlText w:val=\"" + std::string(text) + "\"/>" + std::string(more) + "</w:lvl>";
}
std::string abstract(int id, std::string_view levels) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + std::string(levels) +
         "</w:abstractNum>";
}
std::string num(int id, int abstract, std::string_view more = "") {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" +
         std::to_string(abstract) + "\"/>" + std::string(more) + "</w:num>";
}
std::string override_start(int level, int start) {
  return "<w:lvlOverride w:ilvl=\"" + std::to_string(level) + "\"><w:startOverride w:val=\"" +
         std::to_string(start) + "\"/></w:lvlOverride>";
}
std::string request(int num, int level) {
  return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
         std::to_string(num) + "\"/></w:numPr>";
}
/// Paragraph at a level of a list; its text is the level's letter.
std::string item(int num, int level) {
  return paragraph(std::string(1, static_cast<char>('A' + level)), request(num, level));
}
std::string style(std::string_view id, std::string_view inside,
                  std::string_view type = "paragraph") {
  return "<w:style w:type=\"" + std::string(type) + "\" w:styleId=\"" + std::string(id) + "\">" +
         std::string(inside) + "</w:style>";
}
std::string styled(std::string_view id, std::string_view text, std::string_view more = "") {
  return paragraph(text, "<w:pStyle w:val=\"" + std::string(id) + "\"/>" + std::string(more));
}

std::string read_text(const DocxParts& parts) {
  std::string text = read_docx(make_docx(parts), {}).raw;
  if (!text.empty()) {
    text.pop_back();
  }
  return text;
}

/// The forms that official documents use.
std::string official() {
  return abstract(0, level(0, "chineseCountingThousand", "%1、", "<w:suff w:val=\"nothing\"/>") +
                         level(1, "chineseCountingThousand", "（%2）") +
                         level(2, "decimal", "%3.") + level(3, "decimal", "（%4）"));
}

struct Row {
  std::string_view name;
  std::string numbering, body;
  std::string_view text;
};

TEST_CASE("automatic numbers stand in front of their paragraphs") {
  const Row rows[] = {
      {"four levels", official() + num(1, 0),
       item(1, 0) + item(1, 1) + item(1, 1) + item(1, 2) + item(1, 3) + item(1, 0) + item(1, 1),
       "一、A\n（一）B\n（二）B\n1. C\n（1）D\n二、A\n（一）B"},
      {"two lists share one counter", official() + num(1, 0) + num(2, 0),
       item(1, 0) + item(2, 0) + item(1, 0), "一、A\n二、A\n三、A"},
      {"a start override fires once", official() + num(1, 0) + num(2, 0, override_start(0, 1)),
       item(1, 0) + item(1, 0) + item(2, 0) + item(2, 0) + item(1, 0),
       "一、A\n二、A\n一、A\n二、A\n三、A"},
      {"start", abstract(0, level(0, "decimal", "%1.", "", 5)) + num(1, 0), item(1, 0) + item(1, 0),
       "5. A\n6. A"},
      {"several numbers in one",
       abstract(0, level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")) + num(1, 0),
       item(1, 0) + item(1, 1) + item(1, 1) + item(1, 0) + item(1, 1),
       "1 A\n1.1 B\n1.2 B\n2 A\n2.1 B"},
      {"legal numbers",
       abstract(0,
                level(0, "chineseCounting", "%1、") + level(1, "decimal", "%1.%2", "<w:isLgl/>")) +
           num(1, 0),
       item(1, 0) + item(1, 1), "一、A\n1.1 B"},
      {"no restart",
       abstract(0, level(0, "decimal", "%1.") +
                       level(1, "decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>")) +
           num(1, 0),
       item(1, 0) + item(1, 1) + item(1, 0) + item(1, 1), "1. A\n1) B\n2. A\n2) B"},
      {"restart after a higher level only",
       abstract(0, level(0, "decimal", "%1.") + level(1, "decimal", "%2)") +
                       level(2, "decimal", "%3]", "<w:lvlRestart w:val=\"1\"/>")) +
           num(1, 0),
       item(1, 0) + item(1, 1) + item(1, 2) + item(1, 1) + item(1, 2) + item(1, 0) + item(1, 2),
       "1. A\n1) B\n1] C\n2) B\n2] C\n2. A\n1] C"},
      {"bullets are no text", abstract(0, level(0, "bullet", "\xEF\x82\xB7")) + num(1, 0),
       item(1, 0), "A"},
      {"switched off", official() + num(1, 0), item(1, 0) + item(0, 0) + item(1, 0),
       "一、A\nA\n二、A"},
      {"own level in a num",
       official() +
           num(1, 0,
               "<w:lvlOverride w:ilvl=\"0\">" + level(0, "upperRoman", "%1-") + "</w:lvlOverride>"),
       item(1, 0) + item(1, 0), "I- A\nII- A"},
      {"newer format inside alternatives",
       abstract(0,
                "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><mc:AlternateContent><mc:Choice "
                "Requires=\"w14\"><w:numFmt w:val=\"custom\" w:format=\"001, 002, 003, ...\"/>"
                "</mc:Choice><mc:Fallback><w:numFmt w:val=\"decimal\"/></mc:Fallback>"
                "</mc:AlternateContent><w:lvlText w:val=\"%1\"/></w:lvl>") +
           num(1, 0),
       item(1, 0), "001 A"},
      {"an empty numbered paragraph counts", official() + num(1, 0),
       item(1, 0) + paragraph("", request(1, 0)) + item(1, 0), "一、A\n二、\n三、A"},
      {"a deleted heading takes no number", official() + num(1, 0),
       item(1, 0) + "<w:p><w:pPr>" + request(1, 0) +
           "<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r>"
           "<w:delText>删</w:delText></w:r></w:del></w:p>" +
           item(1, 0),
       "一、A\n二、A"},
      {"joined paragraphs take one number", official() + num(1, 0),
       "<w:p><w:pPr>" + request(1, 0) + "<w:rPr><w:del/></w:rPr></w:pPr>" + support::run("前") +
           "</w:p>" + item(1, 0) + item(1, 0),
       "一、前A\n二、A"},
      {"absurd values are clamped",
       abstract(0, level(0, "decimal", "%1.", "", 2147483647) + level(99, "decimal", "%9!")) +
           num(1, 0),
       item(1, 0) + paragraph("深", request(1, 99)) + item(-1, 0), "1000000000. A\n1! 深\nA"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    DocxParts parts;
    parts.body = row.body;
    parts.numbering = row.numbering;
    CHECK(read_text(parts) == row.text);
  }
}

TEST_CASE("numbers may come from styles") {
  DocxParts parts;
  parts.numbering =
      abstract(0, level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"T1\"/>") +
                      level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"T2\"/>")) +
      num(7, 0);
  parts.styles = style("T1", "<w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr>") +
                 style("T2", "<w:basedOn w:val=\"T1\"/>") +
                 style("T3", "<w:basedOn w:val=\"T2\"/>");
  parts.body = styled("T1", "甲") + styled("T2", "乙") + styled("T3", "丙") +
               styled("T1", "丁", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") + styled("T1", "戊");
  CHECK(read_text(parts) == "一、甲\n（一）乙\n二、丙\n丁\n三、戊");
}

TEST_CASE("a list style leads to the numbers it stands for") {
  DocxParts parts;
  parts.numbering = abstract(0, "<w:numStyleLink w:val=\"L\"/>") +
                    abstract(1, "<w:styleLink w:val=\"L\"/>" + level(0, "decimal", "%1)")) +
                    num(1, 0) + num(2, 1);
  parts.styles =
      style("L", "<w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>", "numbering");
  parts.body = item(1, 0) + item(2, 0);
  CHECK(read_text(parts) == "1) A\n2) A");
}

TEST_CASE("cycles and missing definitions end and are told") {
  DocxParts parts;
  parts.numbering = abstract(0, "<w:numStyleLink w:val=\"L\"/>") +
                    abstract(1, "<w:numStyleLink w:val=\"M\"/>") + num(1, 0) + num(2, 1);
  parts.styles = style("L", "<w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>") +
                 style("M", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>") +
                 style("X", "<w:basedOn w:val=\"Y\"/>") + style("Y", "<w:basedOn w:val=\"X\"/>");
  parts.body = item(1, 0) + styled("X", "环");
  CHECK(read_text(parts).ends_with("A\n环"));

  parts = {.body = item(1, 0)};
  const Extraction extraction = read_docx(make_docx(parts), {});
  CHECK(extraction.raw == "A\n");
  CHECK(extraction.outcome == ReadOutcome::kOkWithLosses);
  REQUIRE(extraction.losses.size() == 1);
  CHECK(extraction.losses.front().kind == "numbering");
}

}  // namespace
}  // namespace plumbline::readers
