#include "tests/unit/readers_formats/docx_rules.h"

namespace plumbline::readers {
namespace {

TEST_CASE("changes are accepted and their number told") {
  check({
      {"deleted words go, inserted words stay",
       {.body = words_of(run("办结") + deleted("五") + "<w:ins w:id=\"2\">" + run("八") +
                         "</w:ins>" + run("件"))},
       "办结八件",
       "revision"},
      {"moved words stand where they went",
       {.body = words_of("<w:moveFrom w:id=\"1\">" + run("甲") + "</w:moveFrom>" + run("乙") +
                         "<w:moveTo w:id=\"2\">" + run("甲") + "</w:moveTo>")},
       "乙甲",
       "revision"},
      {"a moved paragraph takes its number along",
       {.body = item("甲") + "<w:p><w:pPr>" + request(1, 0) +
                "<w:rPr><w:moveFrom w:id=\"1\"/></w:rPr></w:pPr><w:moveFrom w:id=\"2\">" +
                run("乙") + "</w:moveFrom></w:p>" + item("丙") + "<w:p><w:pPr>" + request(1, 0) +
                "<w:rPr><w:moveTo w:id=\"3\"/></w:rPr></w:pPr><w:moveTo w:id=\"4\">" + run("乙") +
                "</w:moveTo></w:p>",
        .numbering = kOne},
       "一、甲|二、丙|三、乙",
       "revision"},
      {"a deletion inside an insertion",
       {.body = words_of("<w:ins w:id=\"2\">" + run("甲") + deleted("乙") + "</w:ins>")},
       "甲",
       "revision"},
      {"a paragraph mark that is deleted joins and takes no number",
       {.body = item("前半", 1, 0, kRemoved) + item("后半") + item("丙"), .numbering = kOne},
       "一、前半后半|二、丙",
       "revision"},
      {"a heading that is deleted whole takes no number",
       {.body = item("甲") + "<w:p><w:pPr>" + request(1, 0) +
                "<w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" + deleted("乙") + "</w:p>" +
                item("丙"),
        .numbering = kOne},
       "一、甲|二、丙",
       "revision"},
      {"a mark before a table cannot be deleted",
       {.body = item("甲", 1, 0, kRemoved) +
                table(row(cell(paragraph("子")) + cell(paragraph("丑")))) +
                item("乙，后面的一段话"),
        .numbering = kOne},
       "一、甲|cell:子|cell:丑|二、乙，后面的一段话",
       "revision"},
      {"nor the last one",
       {.body = item("甲", 1, 0, kRemoved), .numbering = kOne},
       "一、甲",
       "revision"},
      {"a deleted row goes, an inserted one stays",
       {.body = table(row(cell(paragraph("子")) + cell(paragraph("丑")), "<w:del w:id=\"1\"/>") +
                      row(cell(paragraph("寅")) + cell(paragraph("卯")), "<w:ins w:id=\"2\"/>"))},
       "cell:寅|cell:卯",
       "revision"},
      {"a deleted cell goes",
       {.body = table(row(cell(paragraph("子")) + cell(paragraph("丑"), "<w:cellDel w:id=\"1\"/>") +
                          cell(paragraph("寅"))))},
       "cell:子|cell:寅",
       "revision"},
      {"changes in notes count too",
       {.body = words_of(run("甲") + in_run("<w:footnoteReference w:id=\"2\"/>")),
        .footnotes =
            "<w:footnote w:id=\"2\">" + words_of(run("注") + deleted("去")) + "</w:footnote>"},
       "甲|footnote:注",
       "revision"},
  });
}

TEST_CASE("hidden words and fields") {
  const std::string hidden = style("P", "<w:rPr><w:vanish/></w:rPr>") +
                             style("C", "<w:rPr><w:vanish/></w:rPr>", "character");
  const auto result = [](std::string_view words, std::string_view text) {
    return field_char("begin") + instruction(words) + field_char("separate") + run(text) +
           field_char("end");
  };
  check({
      {"vanish", {.body = words_of(run("甲") + run("乙", "<w:vanish/>"))}, "甲", "hidden-text"},
      {"vanish from a character style",
       {.body = words_of(run("甲") + run("乙", "<w:rStyle w:val=\"C\"/>")), .styles = hidden},
       "甲",
       "hidden-text"},
      {"vanish from a paragraph style",
       {.body = paragraph("甲") + styled("P", "乙"), .styles = hidden},
       "甲",
       "hidden-text"},
      {"a run may switch it off",
       {.body = "<w:p><w:pPr><w:pStyle w:val=\"P\"/></w:pPr>" +
                run("甲", "<w:vanish w:val=\"false\"/>") + "</w:p>",
        .styles = hidden},
       "甲"},
      {"a hidden numbered paragraph takes no number",
       {.body = item("甲") + "<w:p><w:pPr>" + request(1, 0) + "<w:rPr><w:vanish/></w:rPr></w:pPr>" +
                run("乙", "<w:vanish/>") + "</w:p>" + item("丙"),
        .numbering = kOne},
       "一、甲|二、丙",
       "hidden-text"},
      {"specVanish runs a heading into its paragraph",
       {.body = paragraph("（一）标题。", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") +
                paragraph("正文")},
       "（一）标题。正文"},
      {"the cached result of a field",
       {.body = words_of(run("至") + result(" DATE ", "3月1日"))},
       "至3月1日"},
      {"a simple field",
       {.body = words_of("<w:fldSimple w:instr=\" PAGE \">" + run("7") + "</w:fldSimple>")},
       "7"},
      {"a field in the instruction of another",
       {.body = words_of(field_char("begin") + instruction(" IF ") + result(" PAGE ", "1") +
                         instruction(" = 1 ") + field_char("separate") + run("是") +
                         field_char("end"))},
       "是"},
      {"a field in the result of another",
       {.body = words_of(field_char("begin") + instruction(" REF x ") + field_char("separate") +
                         run("见") + result(" PAGE ", "5") + run("页") + field_char("end"))},
       "见5页"},
      {"a field that never ends swallows nothing",
       {.body = words_of(run("甲") + field_char("begin") + instruction(" REF ")) + paragraph("乙")},
       "甲|乙",
       "field"},
      {"a field whose result never ends swallows nothing",
       {.body = words_of(field_char("begin") + instruction(" REF ") + field_char("separate") +
                         run("甲")) +
                paragraph("乙")},
       "甲|乙",
       "field"},
      {"instructions are no words", {.body = words_of(instruction("QUOTE 字") + run("甲"))}, "甲"},
  });
}

TEST_CASE("boxes tables notes and comments") {
  const std::string modern = "<w:drawing><wps:txbx>" + box("框") + "</wps:txbx></w:drawing>";
  const std::string old =
      "<w:pict><v:shape><v:textbox>" + box("框") + "</v:textbox></v:shape></w:pict>";
  const std::string both = "<mc:AlternateContent><mc:Choice Requires=\"wps\">" + modern +
                           "</mc:Choice><mc:Fallback>" + old +
                           "</mc:Fallback></mc:AlternateContent>";
  const std::string note = "<w:footnote w:id=\"0\" w:type=\"separator\">" + paragraph("线") +
                           "</w:footnote><w:footnote w:id=\"2\">" + paragraph("注") +
                           "</w:footnote>";
  check({
      {"a box once, behind its paragraph",
       {.body = words_of(run("主文在前") + in_run(both)) + paragraph("后")},
       "主文在前|box:框|后"},
      {"a box in the old form",
       {.body = words_of(run("主文在前") + in_run(old))},
       "主文在前|box:框"},
      {"a deleted box goes",
       {.body = words_of(run("主文") + "<w:del w:id=\"1\">" + in_run(modern) + "</w:del>")},
       "主文",
       "revision"},
      {"words of an art picture are told",
       {.body = words_of(run("甲") + in_run("<w:pict><v:shape><v:textpath on=\"t\"/><v:textpath "
                                            "string=\"云溪县文件\"/></v:shape></w:pict>"))},
       "甲",
       "word-art"},
      {"cells one by one, a span counts once",
       {.body = paragraph("表前的一段话") +
                table(row(cell(paragraph("子"), "<w:gridSpan w:val=\"2\"/>")) +
                      row(cell(paragraph("丑")) + cell(paragraph("寅"))))},
       "表前的一段话|cell:子|cell:丑|cell:寅"},
      {"cells merged downwards and sideways are read once",
       {.body = paragraph("表前的一段话") +
                table(row(cell(paragraph("子"), "<w:vMerge w:val=\"restart\"/>") +
                          cell(paragraph("丑"), "<w:hMerge w:val=\"restart\"/>") +
                          cell(paragraph("藏"), "<w:hMerge/>")) +
                      row(cell(paragraph("藏"), "<w:vMerge/>") + cell(paragraph("寅")) +
                          cell(paragraph("卯"))))},
       "表前的一段话|cell:子|cell:丑|cell:寅|cell:卯"},
      {"a table in a cell",
       {.body = paragraph("表前的一段话") +
                table(row(cell(table(row(cell(paragraph("子")) + cell(paragraph("丑")))) +
                               paragraph("寅")) +
                          cell(paragraph("卯"))))},
       "表前的一段话|cell:子|cell:丑|cell:寅|cell:卯"},
      {"a report inside one cell is the report",
       {.body = table(row(cell(item("甲") + paragraph("正文")))), .numbering = kOne},
       "一、甲|正文"},
      {"an absurd span is clamped",
       {.body = paragraph("表前的一段话") +
                table(row(cell(paragraph("子"), "<w:gridSpan w:val=\"2000000000\"/>") +
                          cell(paragraph("丑"))))},
       "表前的一段话|cell:子|cell:丑"},
      {"notes, headers and footers are apart",
       {.body = words_of(run("甲") + in_run("<w:footnoteReference w:id=\"2\"/>")) +
                "<w:sectPr><w:headerReference r:id=\"rIdHeader\"/></w:sectPr>",
        .footnotes = note,
        .header = paragraph("页眉")},
       "甲|footnote:注|header:页眉"},
      {"a note whose mark was deleted goes",
       {.body = words_of(run("甲") + "<w:del w:id=\"1\">" +
                         in_run("<w:footnoteReference w:id=\"2\"/>") + "</w:del>"),
        .footnotes = note},
       "甲",
       "revision"},
      {"comments are never read",
       {.body = words_of("<w:commentRangeStart w:id=\"1\"/>" + run("甲") +
                         "<w:commentRangeEnd w:id=\"1\"/>" +
                         in_run("<w:commentReference w:id=\"1\"/>"))},
       "甲"},
      {"charts, objects and foreign documents are told",
       {.body = words_of(run("甲") + in_run("<w:drawing><c:chart "
                                            "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/"
                                            "2006/chart\"/></w:drawing>")) +
                words_of(in_run("<w:object/>")) + "<w:altChunk r:id=\"x\"/>"},
       "甲",
       "embedded-document+ object"},
      {"a part of a master document is told",
       {.body = words_of(run("甲") + "<w:subDoc r:id=\"x\"/>")},
       "甲",
       "embedded-document+"},
  });
}

}  // namespace
}  // namespace plumbline::readers
