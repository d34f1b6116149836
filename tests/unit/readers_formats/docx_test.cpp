#include "engine/readers/docx.h"

#include <doctest/doctest.h>

#include "tests/support/docx_builder.h"

namespace plumbline::readers {
namespace {

using support::docx_of, support::DocxParts, support::make_docx, support::paragraph, support::run;

Extraction read_bytes(const std::string& bytes) {
  return read_docx(bytes, {});
}

/// All blocks, one a line; those that are no paragraphs with their kind in front.
std::string dump(const Extraction& extraction) {
  constexpr std::string_view kNames[] = {"line",   "",       "cell",     "box",
                                         "header", "footer", "footnote", "page"};
  std::string text;
  for (const Block& block : extraction.blocks) {
    const std::string_view name = kNames[static_cast<std::size_t>(block.kind)];
    text += text.empty() ? "" : "\n";
    text += name.empty() ? "" : std::string(name) + ": ";
    text += extraction.raw.substr(block.span.begin, block.span.size());
  }
  return text;
}

std::string body_text(std::string body) {
  return dump(read_bytes(docx_of(std::move(body))));
}

const Loss* loss(const Extraction& extraction, std::string_view kind) {
  for (const Loss& loss : extraction.losses) {
    if (loss.kind == kind) {
      return &loss;
    }
  }
  return nullptr;
}

std::string deleted(std::string_view text) {
  return "<w:del><w:r><w:delText>" + std::string(text) + "</w:delText></w:r></w:del>";
}
std::string inserted(std::string_view text) {
  return "<w:ins>" + run(text) + "</w:ins>";
}
std::string field_char(std::string_view type) {
  return "<w:r><w:fldChar w:fldCharType=\"" + std::string(type) + "\"/></w:r>";
}
std::string instruction(std::string_view text) {
  return "<w:r><w:instrText>" + std::string(text) + "</w:instrText></w:r>";
}

TEST_CASE("what stands in a paragraph is read as word shows it") {
  struct Row {
    std::string_view name;
    std::string body;
    std::string_view text;
  };
  const Row rows[] = {
      {"runs join", "<w:p>" + run("云溪") + run("县") + "</w:p>", "云溪县"},
      {"tracked change",
       "<w:p>" + run("办结") + deleted("5") + inserted("8") + run("件") + "</w:p>", "办结8件"},
      {"move",
       "<w:p><w:moveFrom>" + run("甲") + "</w:moveFrom>" + run("乙") + "<w:moveTo>" + run("甲") +
           "</w:moveTo></w:p>",
       "乙甲"},
      {"deleted inside inserted",
       "<w:p>" + run("一") + "<w:ins>" + run("二") + deleted("三") + "</w:ins></w:p>", "一二"},
      {"mark deleted joins", paragraph("前半句", "<w:rPr><w:del/></w:rPr>") + paragraph("后半句"),
       "前半句后半句"},
      {"mark moved away joins", paragraph("前", "<w:rPr><w:moveFrom/></w:rPr>") + paragraph("后"),
       "前后"},
      {"paragraph deleted whole",
       paragraph("甲") + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + deleted("乙") + "</w:p>" +
           paragraph("丙"),
       "甲\n丙"},
      {"mark deleted at the end", paragraph("末段", "<w:rPr><w:del/></w:rPr>"), "末段"},
      {"hidden",
       "<w:p>" + run("看得见") + run("看不见", "<w:vanish/>") +
           run("也看得见", "<w:vanish w:val=\"0\"/>") + "</w:p>",
       "看得见也看得见"},
      {"style separator",
       paragraph("标题。", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + paragraph("正文"),
       "标题。正文"},
      {"simple field",
       "<w:p><w:fldSimple w:instr=\" DATE \">" + run("2025年") + "</w:fldSimple></w:p>", "2025年"},
      {"field",
       "<w:p>" + field_char("begin") + instruction(" DATE ") + run("不是结果") +
           field_char("separate") + run("3月") + field_char("end") + run("5日") + "</w:p>",
       "3月5日"},
      {"nested field",
       "<w:p>" + field_char("begin") + instruction(" IF ") + field_char("begin") +
           instruction(" PAGE ") + field_char("separate") + run("7") + field_char("end") +
           field_char("separate") + run("是") + field_char("end") + "</w:p>",
       "是"},
      {"field without result swallows nothing",
       "<w:p>" + run("甲") + field_char("begin") + instruction(" PAGE ") + "</w:p>" +
           paragraph("乙"),
       "甲\n乙"},
      {"hyperlink, tags and controls",
       "<w:p><w:hyperlink>" + run("一") + "</w:hyperlink><w:smartTag>" + run("二") +
           "</w:smartTag><w:sdt><w:sdtContent>" + run("三") + "</w:sdtContent></w:sdt></w:p>" +
           "<w:sdt><w:sdtContent>" + paragraph("四") + "</w:sdtContent></w:sdt>",
       "一二三\n四"},
      {"breaks make lines",
       "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r></w:p>", "甲\n乙\n丙"},
      {"tab, hyphen, symbol",
       "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>A</w:t><w:noBreakHyphen/><w:softHyphen/>"
       "<w:sym w:font=\"x\" w:char=\"25A1\"/><w:sym w:font=\"Wingdings\" "
       "w:char=\"F0FE\"/></w:r></w:p>",
       "甲\tA-□"},
      {"ruby",
       "<w:p><w:r><w:ruby><w:rt>" + run("yun") + "</w:rt><w:rubyBase>" + run("云") +
           "</w:rubyBase></w:ruby></w:r></w:p>",
       "云"},
      {"comments never",
       "<w:p><w:commentRangeStart w:id=\"1\"/>" + run("正文") +
           "<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/>"
           "</w:r></w:p>",
       "正文"},
      {"another namespace is no text",
       "<w:p><x:r xmlns:x=\"urn:other\"><x:t>外</x:t></x:r><a:t xmlns:a=\"urn:a\">外</a:t>" +
           run("内") + "</w:p>",
       "内"},
      {"blank paragraphs are none", paragraph("甲") + paragraph("　 \u00A0") + paragraph("乙"),
       "甲\n乙"},
      {"spaces are kept", "<w:p>" + run("A") + run(" ") + run("B") + "</w:p>", "A B"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(body_text(row.body) == row.text);
  }
}

std::string field(std::string_view words, std::string_view result) {
  return field_char("begin") + instruction(words) + field_char("separate") + run(result) +
         field_char("end");
}

TEST_CASE("what a conversion worked out anew is left out and told as missing") {
  struct Row {
    std::string inside;
    std::string_view kept, converted;
    int recalculated;
  };
  const Row rows[] = {
      {field(" TIME \\@ \"yyyy\" ", "2026年"), "甲2026年乙", "甲乙", 1},
      {field("DATE\\@x", "1日") + field(" FILENAME ", "a.doc"), "甲1日a.doc乙", "甲乙", 2},
      {"<w:fldSimple w:instr=\" DATE \">" + run("1日") + "</w:fldSimple>", "甲1日乙", "甲乙", 1},
      {field(" SAVEDATE ", "3日") + field(" DATES ", "4"), "甲3日4乙", "甲3日4乙", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.inside);
    const std::string bytes = docx_of("<w:p>" + run("甲") + row.inside + run("乙") + "</w:p>");
    CHECK(dump(read_docx(bytes, {})) == row.kept);
    CHECK(loss(read_docx(bytes, {}), "recalculated-field") == nullptr);
    const Extraction converted = read_converted_docx(bytes, {});
    CHECK(dump(converted) == row.converted);
    const Loss* told = loss(converted, "recalculated-field");
    REQUIRE((told != nullptr) == (row.recalculated > 0));
    if (told != nullptr) {
      CHECK(told->text_missing);
      CHECK(told->what.find(" " + std::to_string(row.recalculated) + " 处") != std::string::npos);
    }
  }
}

std::string text_box(std::string_view text) {
  return "<w:txbxContent>" + paragraph(text) + "</w:txbxContent>";
}

TEST_CASE("a text box is read once behind its paragraph") {
  const std::string modern = "<w:drawing><wps:txbx>" + text_box("框") + "</wps:txbx></w:drawing>";
  const std::string old =
      "<w:pict><v:shape><v:textbox>" + text_box("框") + "</v:textbox></v:shape></w:pict>";
  const std::string both = "<mc:AlternateContent><mc:Choice Requires=\"wps\">" + modern +
                           "</mc:Choice><mc:Fallback>" + old +
                           "</mc:Fallback></mc:AlternateContent>";
  const std::string only_fallback =
      "<mc:AlternateContent><mc:Choice Requires=\"zzz\"/><mc:Fallback>" + old +
      "</mc:Fallback></mc:AlternateContent>";
  for (const std::string& box : {modern, old, both, only_fallback}) {
    CAPTURE(box);
    CHECK(body_text("<w:p>" + run("正文在前面") + "<w:r>" + box + "</w:r></w:p>" +
                    paragraph("后一段")) == "正文在前面\nbox: 框\n后一段");
  }
}

std::string cell(std::string_view content, std::string_view properties = "") {
  return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + std::string(content) +
         "</w:tc>";
}
std::string table(std::string_view rows) {
  return "<w:tbl>" + std::string(rows) + "</w:tbl>";
}
std::string row(std::string_view cells, std::string_view properties = "") {
  return "<w:tr><w:trPr>" + std::string(properties) + "</w:trPr>" + std::string(cells) + "</w:tr>";
}

TEST_CASE("tables are read cell by cell layout tables as paragraphs") {
  const std::string two = row(cell(paragraph("甲")) + cell(paragraph("乙")));
  CHECK(body_text(paragraph("表前") + table(two) + paragraph("表后一句话")) ==
        "表前\ncell: 甲\ncell: 乙\n表后一句话");
  CHECK(body_text(table(two + row(cell(paragraph("删")), "<w:del/>"))) == "cell: 甲\ncell: 乙");
  CHECK(body_text(table(row(cell(paragraph("一")) + cell(paragraph("删"), "<w:cellDel/>") +
                            cell(paragraph("二"))))) == "cell: 一\ncell: 二");
  CHECK(body_text(table(
            row(cell(paragraph("合"), "<w:vMerge w:val=\"restart\"/>") + cell(paragraph("右"))) +
            row(cell(paragraph("藏"), "<w:vMerge/>") + cell(paragraph("下"))))) ==
        "cell: 合\ncell: 右\ncell: 下");
  CHECK(body_text(table(row(cell(paragraph("报告全文在一格里") + paragraph("第二段"))))) ==
        "报告全文在一格里\n第二段");
  CHECK(body_text(
            table(row(cell(paragraph("左")) + cell(paragraph("占了大半文字的一格就是正文"))))) ==
        "cell: 左\n占了大半文字的一格就是正文");
  CHECK(body_text(table(row(cell(paragraph("外") + table(two)) + cell(paragraph("右"))))) ==
        "cell: 外\ncell: 甲\ncell: 乙\ncell: 右");
  CHECK(body_text(table(row(cell(paragraph("宽"), "<w:gridSpan w:val=\"2000000000\"/>") +
                            cell(paragraph("窄"))))) == "cell: 宽\ncell: 窄");
}

TEST_CASE("cells tell their row and column and paragraphs which part is their number") {
  const auto places = [](std::string body) {
    std::string text;
    for (const Block& block : read_bytes(docx_of(std::move(body))).blocks) {
      text += (text.empty() ? "" : " ") + std::to_string(block.row) + "," +
              std::to_string(block.column);
    }
    return text;
  };
  const std::string wide = cell(paragraph("宽"), "<w:gridSpan w:val=\"2\"/>");
  const std::string one = cell(paragraph("一") + paragraph("二"));
  CHECK(places(paragraph("前") + table(row(wide + one) + row(one + one)) + paragraph("后")) ==
        "0,0 1,1 1,3 1,3 2,1 2,1 2,2 2,2 0,0");
  const std::string top = cell(paragraph("上"), "<w:vMerge w:val=\"restart\"/>");
  const std::string below = cell(paragraph(""), "<w:vMerge/>");
  CHECK(places(table(row(top + one) + row(one + one, "<w:del/>") + row(below + one))) ==
        "1,1 1,2 1,2 2,2 2,2");
  CHECK(places(table(row(cell(paragraph("外") + table(row(one + wide)) + paragraph("外")) +
                         wide))) == "1,1 1,1 1,1 1,2 1,1 1,2");
  CHECK(places(table(row(cell(paragraph("报告全文在一格里"))))) == "0,0");

  DocxParts parts;
  parts.numbering =
      "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
      "<w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>"
      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
  const std::string numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
  parts.body = paragraph("成效", numbered) + paragraph("一、不足") + "<w:p><w:pPr>" + numbered +
               "</w:pPr><w:r><w:t>计</w:t><w:br/><w:t>划</w:t></w:r></w:p>";
  const Extraction extraction = read_bytes(make_docx(parts));
  std::string labels;
  for (const Block& block : extraction.blocks) {
    labels += extraction.raw.substr(block.span.begin, static_cast<std::size_t>(block.label)) + "|";
  }
  CHECK(dump(extraction) == "一、成效\n一、不足\n二、计\n划");
  CHECK(labels == "一、||二、||");
}

TEST_CASE("revisions are accepted counted and told") {
  const Extraction clean = read_bytes(docx_of(paragraph("没有修订")));
  CHECK(clean.outcome == ReadOutcome::kOk);
  CHECK(clean.losses.empty());
  const Extraction changed =
      read_bytes(docx_of("<w:p>" + deleted("5") + inserted("8") + run("件") + "</w:p>"));
  CHECK(changed.outcome == ReadOutcome::kOkWithLosses);
  REQUIRE(loss(changed, "revision") != nullptr);
  CHECK(loss(changed, "revision")->what == "文档含未接受的修订 2 处，按全部接受后的文字检查");
}

TEST_CASE("notes headers and footers follow the body as kinds of their own") {
  DocxParts parts;
  parts.body = "<w:p>" + run("正文") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>" +
               "<w:sectPr><w:headerReference r:id=\"rIdHeader\"/></w:sectPr>";
  parts.footnotes = "<w:footnote w:id=\"0\">" + paragraph("分隔") +
                    "</w:footnote><w:footnote w:id=\"2\">" + paragraph("注释") + "</w:footnote>";
  parts.header = paragraph("— 1 —") + paragraph("页眉");
  CHECK(dump(read_bytes(make_docx(parts))) == "正文\nfootnote: 注释\nheader: 页眉");
}

TEST_CASE("a table of contents is left out and told") {
  const std::string toc = "<w:p>" + field_char("begin") + instruction("TOC \\o ") +
                          field_char("separate") + run("一、目录行\t1") + "</w:p>" +
                          paragraph("二、目录行\t2") + "<w:p>" + field_char("end") + "</w:p>";
  const Extraction closed = read_bytes(docx_of(toc + paragraph("一、正文")));
  // The second line of the directory stands between the field's characters.
  CHECK(dump(closed) == "一、正文");
  REQUIRE(loss(closed, "contents") != nullptr);
  CHECK(loss(closed, "contents")->what == "目录 2 行未作正文");
  const Extraction open = read_bytes(
      docx_of("<w:p>" + field_char("begin") + instruction("TOC \\o ") + field_char("separate") +
              run("一、没有结束") + "</w:p>" + paragraph("二、正文")));
  CHECK(dump(open) == "一、没有结束\n二、正文");
  CHECK(loss(open, "field") != nullptr);
}

TEST_CASE("paragraphs are numbered as word counts them pages only where they are known") {
  DocxParts parts;
  parts.body = paragraph("甲") + paragraph("") +
               "<w:p><w:r><w:lastRenderedPageBreak/><w:t>乙</w:t></w:r></w:p>" +
               table(row(cell(paragraph("丙")) + cell(paragraph("丁")))) +
               paragraph("居中", "<w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>");
  parts.pages = 2;
  const Extraction known = read_bytes(make_docx(parts));
  std::vector<int> paragraphs, pages;
  for (const Block& block : known.blocks) {
    paragraphs.push_back(block.paragraph);
    pages.push_back(block.page);
  }
  CHECK(paragraphs == std::vector<int>{1, 3, 4, 5, 6});
  CHECK(pages == std::vector<int>{1, 2, 2, 2, 2});
  CHECK(known.blocks.back().centred);
  CHECK(known.blocks.back().heading_hint == 1);
  CHECK_FALSE(known.blocks.front().centred);
  parts.pages = 5;
  CHECK(read_bytes(make_docx(parts)).blocks.back().page == 0);
}

TEST_CASE("main part namespace and prefix may be any that the standard allows") {
  DocxParts parts;
  parts.body = paragraph("正文");
  for (const std::string_view prefix : {"w", "ns0", "r2"}) {
    for (const std::string_view main : {"word/document.xml", "word/document2.xml"}) {
      for (const std::string_view name_space :
           {"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main"}) {
        parts.prefix = prefix;
        parts.main = main;
        parts.name_space = name_space;
        CAPTURE(prefix);
        CHECK(dump(read_bytes(make_docx(parts))) == "正文");
      }
    }
  }
}

TEST_CASE("bytes of the text know the run they came from") {
  const std::string body =
      "<w:p>" + deleted("旧") + run("甲") + run("乙乙") + "</w:p>" + paragraph("丙");
  const DocxReading reading = read_docx_with_runs(docx_of(body), {});
  REQUIRE(reading.extraction.raw == "甲乙乙\n丙\n");
  REQUIRE(reading.runs.size() == 3);
  CHECK(reading.parts.front() == "word/document.xml");
  CHECK(reading.runs[0].span == RawSpan{0, 3});
  CHECK(reading.runs[0].run == 1);  // run 0 was deleted
  CHECK(reading.runs[1].span == RawSpan{3, 9});
  CHECK(reading.runs[1].run == 2);
  CHECK(reading.runs[2].span == RawSpan{10, 13});
  CHECK(reading.runs[2].run == 3);
}

}  // namespace
}  // namespace plumbline::readers
