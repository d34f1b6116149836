#include "tests/unit/readers_formats/docx_rules.h"

namespace plumbline::readers {
namespace {

TEST_CASE("every number format of the list stands in front of its paragraph") {
  struct Format {
    std::string_view name, first, eleventh;
  };
  constexpr Format kFormats[] = {
      {"decimal", "1", "11"},
      {"decimalFullWidth", "１", "１１"},
      {"decimalFullWidth2", "１", "１１"},
      {"decimalEnclosedCircle", "①", "⑪"},
      {"decimalEnclosedCircleChinese", "①", "⑪"},
      {"decimalEnclosedParen", "⑴", "⑾"},
      {"decimalEnclosedFullstop", "⒈", "⒒"},
      {"chineseCounting", "一", "十一"},
      {"chineseCountingThousand", "一", "十一"},
      {"chineseLegalSimplified", "壹", "壹拾壹"},
      {"japaneseCounting", "一", "十一"},
      {"ideographDigital", "一", "一一"},
      {"ideographTraditional", "甲", "11"},
      {"ideographZodiac", "子", "戌"},
      {"ideographEnclosedCircle", "㊀", "11"},
      {"taiwaneseCounting", "一", "十一"},
      {"taiwaneseCountingThousand", "一", "十一"},
      {"taiwaneseDigital", "一", "一一"},
      {"upperRoman", "I", "XI"},
      {"lowerRoman", "i", "xi"},
      {"upperLetter", "A", "K"},
      {"lowerLetter", "a", "k"},
      {"decimalZero", "01", "11"},
      {"ordinal", "1st", "11th"},
      {"none", "", ""},
  };
  for (const Format& format : kFormats) {
    CAPTURE(format.name);
    DocxParts parts;
    parts.numbering = abstract(0, level(0, format.name, "第%1项")) + num(1, 0);
    for (int i = 0; i < 11; ++i) {
      parts.body += item("甲");
    }
    const std::string raw = read_docx(make_docx(parts), {}).raw;
    CHECK(raw.starts_with("第" + std::string(format.first) + "项甲\n"));
    CHECK(raw.ends_with("\n第" + std::string(format.eleventh) + "项甲\n"));
  }
}

TEST_CASE("numbering follows paragraph style and level") {
  const std::string heads =
      style("H1", "<w:pPr>" + request(1, 0) + "</w:pPr>") +
      style("H2",
            "<w:basedOn w:val=\"H1\"/><w:pPr><w:numPr><w:ilvl "
            "w:val=\"1\"/></w:numPr></w:pPr>") +
      style("H2a", "<w:basedOn w:val=\"H2\"/>") +
      style("Off", "<w:basedOn w:val=\"H1\"/><w:pPr>" + request(0, 0) + "</w:pPr>");
  const std::string named =
      abstract(0, level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"N1\"/>") +
                      level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"N2\"/>")) +
      num(1, 0);
  std::string chain = style("S0", "<w:pPr>" + request(1, 0) + "</w:pPr>");
  for (int i = 1; i <= 20; ++i) {
    chain +=
        style("S" + std::to_string(i), "<w:basedOn w:val=\"S" + std::to_string(i - 1) + "\"/>");
  }
  check({
      {"from the paragraph",
       {.body = item("甲") + item("乙", 1, 1), .numbering = kOne},
       "一、甲|（一）乙"},
      {"from the style",
       {.body = styled("H1", "甲"), .numbering = kOne, .styles = heads},
       "一、甲"},
      {"from what the style is based on, its own level",
       {.body = styled("H1", "甲") + styled("H2", "乙") + styled("H2a", "丙"),
        .numbering = kOne,
        .styles = heads},
       "一、甲|（一）乙|（二）丙"},
      {"fifteen steps of a chain are gone",
       {.body = styled("S15", "甲"), .numbering = kOne, .styles = chain},
       "一、甲"},
      {"a chain has no more than sixteen",
       {.body = styled("S20", "甲"), .numbering = kOne, .styles = chain},
       "甲"},
      {"styles in a circle end",
       {.body = styled("A", "甲"),
        .numbering = kOne,
        .styles = style("A", "<w:basedOn w:val=\"B\"/>") + style("B", "<w:basedOn w:val=\"A\"/>")},
       "甲"},
      {"from the level that names the style",
       {.body = styled("N1", "甲") + styled("N2", "乙"),
        .numbering = named,
        .styles = style("N1", "") + style("N2", "")},
       "一、甲|（一）乙"},
      {"the paragraph's own number wins",
       {.body = styled("H1", "甲") + paragraph("乙", "<w:pStyle w:val=\"H1\"/>" + request(1, 1)),
        .numbering = kOne,
        .styles = heads},
       "一、甲|（一）乙"},
      {"number 0 switches off in a paragraph",
       {.body = styled("H1", "甲") + paragraph("乙", "<w:pStyle w:val=\"H1\"/>" + request(0, 0)) +
                styled("H1", "丙"),
        .numbering = kOne,
        .styles = heads},
       "一、甲|乙|二、丙"},
      {"number 0 switches off in a style",
       {.body = styled("H1", "甲") + styled("Off", "乙"), .numbering = kOne, .styles = heads},
       "一、甲|乙"},
      {"a number that is proposed holds",
       {.body = paragraph("甲",
                          "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/><w:ins "
                          "w:id=\"3\"/></w:numPr>"),
        .numbering = kOne},
       "一、甲"},
      {"what the paragraph was before a change does not count",
       {.body = paragraph(
            "甲", "<w:pPrChange w:id=\"3\"><w:pPr>" + request(1, 0) + "</w:pPr></w:pPrChange>"),
        .numbering = kOne},
       "甲"},
  });
}

TEST_CASE("numbers restart where word restarts them") {
  const auto start = [](int at, int value) {
    return "<w:lvlOverride w:ilvl=\"" + std::to_string(at) + "\"><w:startOverride w:val=\"" +
           std::to_string(value) + "\"/></w:lvlOverride>";
  };
  const auto with = [](std::string_view more) {
    return abstract(0, level(0, "decimal", "%1.") + level(1, "decimal", "%2)", more)) + num(1, 0);
  };
  const std::string up_and_down = item("甲") + item("乙", 1, 1) + item("丙") + item("丁", 1, 1);
  check({
      {"deeper levels begin again",
       {.body = up_and_down, .numbering = with("")},
       "1. 甲|1) 乙|2. 丙|1) 丁"},
      {"lvlRestart 0 never begins again",
       {.body = up_and_down, .numbering = with("<w:lvlRestart w:val=\"0\"/>")},
       "1. 甲|1) 乙|2. 丙|2) 丁"},
      {"lists of one definition count on",
       {.body = item("甲") + item("乙", 2), .numbering = kList + num(1, 0) + num(2, 0)},
       "一、甲|二、乙"},
      {"lists of two definitions do not",
       {.body = item("甲") + item("乙", 2) + item("丙"),
        .numbering =
            kList + abstract(1, level(0, "chineseCounting", "%1、")) + num(1, 0) + num(2, 1)},
       "一、甲|一、乙|二、丙"},
      {"a start override fires once for its list",
       {.body = item("甲") + item("乙", 2) + item("丙", 2) + item("丁") + item("戊", 2),
        .numbering = kList + num(1, 0) + num(2, 0, start(0, 1))},
       "一、甲|一、乙|二、丙|三、丁|四、戊"},
      {"an override may bring a level of its own",
       {.body = item("甲"),
        .numbering = kList + num(1, 0,
                                 "<w:lvlOverride w:ilvl=\"0\">" + level(0, "decimal", "%1)") +
                                     "</w:lvlOverride>")},
       "1) 甲"},
      {"isLgl writes higher numbers in digits",
       {.body = item("甲") + item("乙", 1, 1),
        .numbering = abstract(0, level(0, "chineseCounting", "%1、") +
                                     level(1, "decimal", "%1.%2", "<w:isLgl/>")) +
                     num(1, 0)},
       "一、甲|1.1 乙"},
      {"numStyleLink leads through the style to styleLink",
       {.body = item("甲"),
        .numbering = abstract(0, "<w:numStyleLink w:val=\"L\"/>") +
                     abstract(1, "<w:styleLink w:val=\"L\"/>" + level(0, "decimal", "%1)")) +
                     num(1, 0) + num(2, 1),
        .styles =
            style("L", "<w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>", "numbering")},
       "1) 甲"},
      {"suff nothing sets no blank",
       {.body = item("甲"),
        .numbering =
            abstract(0, level(0, "decimal", "%1.", "<w:suff w:val=\"nothing\"/>")) + num(1, 0)},
       "1.甲"},
      {"suff space sets one",
       {.body = item("甲"),
        .numbering =
            abstract(0, level(0, "decimal", "%1.", "<w:suff w:val=\"space\"/>")) + num(1, 0)},
       "1. 甲"},
      {"a bullet is no number",
       {.body = item("甲"), .numbering = abstract(0, level(0, "bullet", "●")) + num(1, 0)},
       "甲"},
      {"a newer format in alternatives is taken once",
       {.body = item("甲"),
        .numbering =
            abstract(0,
                     "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><mc:AlternateContent><mc:Choice "
                     "Requires=\"w14\">"
                     "<w:numFmt w:val=\"custom\" w:format=\"001, 002, 003, "
                     "...\"/></mc:Choice><mc:Fallback>"
                     "<w:numFmt w:val=\"decimal\"/></mc:Fallback></mc:AlternateContent><w:lvlText "
                     "w:val=\"%1、\"/></w:lvl>") +
            num(1, 0)},
       "001、甲"},
      {"a definition that is missing is told",
       {.body = item("甲", 7), .numbering = kOne},
       "甲",
       "numbering+"},
  });
}

}  // namespace
}  // namespace plumbline::readers
