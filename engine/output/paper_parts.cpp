#include "engine/output/paper_parts.h"

#include <array>

namespace plumbline::output {
namespace {

constexpr std::string_view kOffice =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view kWordType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.";

// Type of official documents. What stands in for a face that a machine has not is named with it.
constexpr std::string_view kBodyFace = "仿宋";
constexpr std::string_view kHeadingFace = "黑体";
constexpr std::string_view kTitleFace = "宋体";

struct Face {
  std::string_view name, instead, family, pitch;
};
constexpr std::array kFaces = {
    Face{kBodyFace, "FangSong,仿宋_GB2312,FangSong_GB2312,STFangsong,方正仿宋_GBK,FZFangSong-Z02",
         "modern", "fixed"},
    Face{kHeadingFace, "SimHei,STHeiti,方正黑体_GBK,Noto Sans CJK SC", "modern", "fixed"},
    Face{kTitleFace, "SimSun,NSimSun,STSong,方正书宋_GBK,Noto Serif CJK SC", "auto", "variable"}};

std::string faces() {
  std::string xml = "<w:fonts " + std::string(kWordNames) + ">";
  for (const Face& face : kFaces)
    xml += "<w:font w:name=\"" + std::string(face.name) + "\"><w:altName w:val=\"" +
           std::string(face.instead) + "\"/><w:charset w:val=\"86\"/><w:family w:val=\"" +
           std::string(face.family) + "\"/><w:pitch w:val=\"" + std::string(face.pitch) +
           "\"/></w:font>";
  return xml + "</w:fonts>";
}

std::string face_of(std::string_view name) {
  const std::string quoted = "\"" + std::string(name) + "\"";
  return "<w:rFonts w:ascii=" + quoted + " w:hAnsi=" + quoted + " w:eastAsia=" + quoted +
         " w:cs=" + quoted + "/>";
}

/// Half points.
std::string size_of(int size) {
  const std::string value = "\"" + std::to_string(size) + "\"";
  return "<w:sz w:val=" + value + "/><w:szCs w:val=" + value + "/>";
}

constexpr std::string_view kBold = "<w:b/><w:bCs/>";

/// Exact lines: twentieths of a point.
std::string lines_of(int line, int before = 0, int after = 0) {
  return "<w:spacing w:before=\"" + std::to_string(before) + "\" w:after=\"" +
         std::to_string(after) + "\" w:line=\"" + std::to_string(line) +
         "\" w:lineRule=\"exact\"/>";
}

std::string style(PaperStyle id, std::string_view name, std::string_view paragraph,
                  const std::string& run) {
  const bool is_base = id == PaperStyle::kBody;
  return "<w:style w:type=\"paragraph\"" + std::string(is_base ? " w:default=\"1\"" : "") +
         " w:styleId=\"" + std::string(style_id(id)) + "\"><w:name w:val=\"" + std::string(name) +
         "\"/>" +
         (is_base ? ""
                  : "<w:basedOn w:val=\"" + std::string(style_id(PaperStyle::kBody)) + "\"/>") +
         "<w:qFormat/><w:pPr>" + std::string(paragraph) + "</w:pPr>" +
         (run.empty() ? "" : "<w:rPr>" + run + "</w:rPr>") + "</w:style>";
}

// 三号 on lines of 28 points, 二号 for the title, as GB/T 9704-2012 has it (5.2.2, 5.2.3, 7.3).
constexpr int kBodySize = 32;   // half points
constexpr int kTitleSize = 44;  // half points
constexpr int kBodyLine = 560;  // twentieths of a point
constexpr int kTitleLine = 700;
constexpr int kSmallSize = 21;
constexpr std::string_view kTwoIn = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>";
constexpr std::string_view kFromMargin = "<w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/>";
// Latin words are broken like Chinese ones: lines of a form can be counted.
constexpr std::string_view kBreakWords = "<w:wordWrap w:val=\"0\"/>";

std::string styles() {
  using enum PaperStyle;
  const std::string words(kBreakWords), in(kTwoIn), flush(kFromMargin), bold(kBold);
  const std::string small = lines_of(kSmallLine);
  return "<w:styles " + std::string(kWordNames) + "><w:docDefaults><w:rPrDefault><w:rPr>" +
         face_of(kBodyFace) + size_of(kBodySize) +
         "<w:lang w:val=\"zh-CN\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault><w:pPrDefault/>"
         "</w:docDefaults>" +
         style(kBody, "Normal", lines_of(kBodyLine) + in + "<w:jc w:val=\"both\"/>", "") +
         style(kTitle, "Title",
               "<w:keepNext/>" + lines_of(kTitleLine, 0, kBodyLine) + flush +
                   "<w:jc w:val=\"center\"/>",
               face_of(kTitleFace) + bold + size_of(kTitleSize)) +
         style(kHeading, "heading 1",
               "<w:keepNext/>" + lines_of(kBodyLine) + in + "<w:outlineLvl w:val=\"0\"/>",
               face_of(kHeadingFace)) +
         style(kItem, "Item", "<w:keepNext/>" + lines_of(kBodyLine) + in, bold) +
         style(kFlush, "Flush", lines_of(kBodyLine) + flush, "") +
         style(kSigned, "Signed",
               "<w:keepNext/><w:keepLines/>" + lines_of(kBodyLine) +
                   "<w:ind w:rightChars=\"200\" w:right=\"640\" w:firstLineChars=\"0\" "
                   "w:firstLine=\"0\"/><w:jc w:val=\"right\"/>",
               "") +
         style(kRemark, "Remark", small + flush + "<w:jc w:val=\"left\"/>", size_of(kSmallSize)) +
         style(kLabel, "Label", small + flush + "<w:jc w:val=\"center\"/>",
               face_of(kHeadingFace) + size_of(kSmallSize)) +
         style(kCell, "Cell", words + small + flush + "<w:jc w:val=\"left\"/>",
               size_of(kSmallSize)) +
         "</w:styles>";
}

std::string type_of(std::string_view part) {
  const std::size_t digits = part.find_first_of("0123456789");
  return "<Override PartName=\"/word/" + std::string(part) + ".xml\" ContentType=\"" +
         std::string(kWordType) +
         (part == "document" ? "document.main" : std::string(part.substr(0, digits))) + "+xml\"/>";
}

std::string types(bool has_footers) {
  std::string xml =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      "<Default Extension=\"rels\" "
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>";
  for (const std::string_view part : {"document", "styles", "settings", "fontTable"})
    xml += type_of(part);
  if (has_footers)
    xml += type_of("footer1") + type_of("footer2");
  return xml + "</Types>";
}

std::string relationship(int number, std::string_view type, std::string_view target) {
  return "<Relationship Id=\"rId" + std::to_string(number) + "\" Type=\"" + std::string(kOffice) +
         std::string(type) + "\" Target=\"" + std::string(target) + "\"/>";
}

std::string relationships(const std::string& rows) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         rows + "</Relationships>";
}

std::string settings(bool has_footers) {
  return "<w:settings " + std::string(kWordNames) + ">" +
         (has_footers ? "<w:evenAndOddHeaders/>" : "") +
         "<w:compat><w:compatSetting w:name=\"compatibilityMode\" "
         "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
         "</w:settings>";
}

/// "— 1 —", 四号, one character in from the outer side (GB/T 9704-2012, 7.5).
std::string footer(std::string_view side) {
  const std::string run = "<w:rPr>" + face_of(kTitleFace) + size_of(28) + "</w:rPr>";
  const auto words = [&](std::string_view text) {
    return "<w:r>" + run + "<w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r>";
  };
  return "<w:ftr " + std::string(kWordNames) +
         "><w:p><w:pPr><w:ind w:leftChars=\"100\" "
         "w:left=\"280\" w:rightChars=\"100\" w:right=\"280\" w:firstLineChars=\"0\" "
         "w:firstLine=\"0\"/><w:jc w:val=\"" +
         std::string(side) + "\"/></w:pPr>" + words("— ") + "<w:fldSimple w:instr=\" PAGE \">" +
         words("1") + "</w:fldSimple>" + words(" —") + "</w:p></w:ftr>";
}

}  // namespace

std::string_view style_id(PaperStyle style) {
  static constexpr std::array<std::string_view, 9> kIds = {
      "Title", "Heading1", "Normal", "Item", "Flush", "Signed", "Remark", "Label", "Cell"};
  return kIds[static_cast<std::size_t>(style)];
}

std::vector<std::pair<std::string, std::string>> paper_parts(PaperKind kind) {
  const bool has_footers = kind == PaperKind::kLetter;
  std::string rows = relationship(1, "styles", "styles.xml") +
                     relationship(2, "settings", "settings.xml") +
                     relationship(3, "fontTable", "fontTable.xml");
  if (has_footers)
    rows += relationship(4, "footer", "footer1.xml") + relationship(5, "footer", "footer2.xml");
  std::vector<std::pair<std::string, std::string>> parts = {
      {"[Content_Types].xml", types(has_footers)},
      {"_rels/.rels", relationships(relationship(1, "officeDocument", "word/document.xml"))},
      {"word/_rels/document.xml.rels", relationships(rows)},
      {"word/styles.xml", styles()},
      {"word/settings.xml", settings(has_footers)},
      {"word/fontTable.xml", faces()}};
  if (has_footers) {
    parts.emplace_back("word/footer1.xml", footer("right"));
    parts.emplace_back("word/footer2.xml", footer("left"));
  }
  for (auto& [name, xml] : parts) xml.insert(0, kXmlHead);
  return parts;
}

std::string section_of(PaperKind kind) {
  // A4 in twentieths of a point. A letter has 37 mm above, 28 mm on the left, 156 by 225 for words.
  if (kind == PaperKind::kLetter)
    return "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/>"
           "<w:footerReference w:type=\"even\" r:id=\"rId5\"/><w:pgSz w:w=\"11906\" "
           "w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" "
           "w:left=\"1588\" w:header=\"851\" w:footer=\"1304\" w:gutter=\"0\"/></w:sectPr>";
  return "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" "
         "w:bottom=\"1021\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" "
         "w:gutter=\"0\"/></w:sectPr>";
}

}  // namespace plumbline::output
