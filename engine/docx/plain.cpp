#include "engine/docx/plain.h"

#include <algorithm>

#include "engine/docx/locale.h"
#include "engine/docx/names.h"
#include "engine/docx/xml_scan.h"

namespace plumbline::docx {
namespace {

constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

constexpr std::string_view kTypes =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/></Types>";

constexpr std::string_view kPackageRelationships =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

constexpr std::string_view kBodyRelationships =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships/styles\" Target=\"styles.xml\"/></Relationships>";

// 三号仿宋, 28 points a line, as GB/T 9704-2012 has it (5.2.2, 5.2.3); sizes are half points.
constexpr std::string_view kStyles =
    "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    "<w:rFonts w:ascii=\"FangSong\" w:hAnsi=\"FangSong\" w:eastAsia=\"{font}\"/>"
    "<w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/><w:lang w:eastAsia=\"zh-CN\"/>"
    "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
    "<w:spacing w:line=\"560\" w:lineRule=\"exact\"/></w:pPr></w:pPrDefault></w:docDefaults>"
    "</w:styles>";

// A4 with the margins of the same standard, in twentieths of a point.
constexpr std::string_view kPage =
    "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" "
    "w:bottom=\"1984\" w:left=\"1588\" w:header=\"851\" w:footer=\"992\" "
    "w:gutter=\"0\"/></w:sectPr>";

std::string styles() {
  constexpr std::string_view kPlace = "{font}";
  std::string xml(kStyles);
  return xml.replace(xml.find(kPlace), kPlace.size(), locale::kBodyFont);
}

}  // namespace

PlainDocument plain_document(std::string_view text) {
  PlainDocument plain;
  std::string& body = plain.body;
  body = std::string(kXml) + "<w:document xmlns:w=\"" + std::string(kWord) + "\"><w:body>";
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    body += "<w:p>";
    if (end > begin) {
      body += "<w:r><w:t xml:space=\"preserve\">" + escaped(text.substr(begin, end - begin)) +
              "</w:t></w:r>";
      plain.runs.push_back({{begin, end}, plain.runs.size(), false});
    }
    body += "</w:p>";
    begin = end + 1;
  }
  body += std::string(kPage) + "</w:body></w:document>";
  const std::string xml(kXml);
  plain.parts = {{"[Content_Types].xml", xml + std::string(kTypes)},
                 {"_rels/.rels", xml + std::string(kPackageRelationships)},
                 {std::string(kPlainBody), body},
                 {"word/_rels/document.xml.rels", xml + std::string(kBodyRelationships)},
                 {"word/styles.xml", xml + styles()}};
  return plain;
}

}  // namespace plumbline::docx
