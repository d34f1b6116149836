#include "engine/output/paper.h"

#include <optional>
#include <utility>

#include "engine/base/diagnostic.h"
#include "engine/docx/package.h"
#include "engine/docx/xml_scan.h"
#include "engine/output/columns.h"
#include "engine/output/messages.h"
#include "engine/output/paper_parts.h"

namespace plumbline::output {
namespace {

// Twentieths of a point. Both columns together are as wide as the page between its margins.
constexpr int kLabelWidth = 1362;
constexpr int kCellWidth = 8276;
constexpr int kLine = kSmallLine;
constexpr int kRowRest = 80;  // above and below the lines of a row

std::string paragraph(PaperStyle style, std::string_view words) {
  const std::string run = words.empty() ? ""
                                        : "<w:r><w:t xml:space=\"preserve\">" +
                                              docx::escaped(printable(words)) + "</w:t></w:r>";
  return "<w:p><w:pPr><w:pStyle w:val=\"" + std::string(style_id(style)) + "\"/></w:pPr>" + run +
         "</w:p>";
}

std::string cell(int width, const std::string& content) {
  return "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) +
         "\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>" + content + "</w:tc>";
}

std::string form_begin() {
  std::string borders;
  for (const std::string_view side : {"top", "left", "bottom", "right", "insideH", "insideV"})
    borders +=
        "<w:" + std::string(side) + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>";
  return "<w:tbl><w:tblPr><w:tblW w:w=\"" + std::to_string(kLabelWidth + kCellWidth) +
         "\" w:type=\"dxa\"/><w:tblBorders>" + borders +
         "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"" +
         std::to_string(kLabelWidth) + "\"/><w:gridCol w:w=\"" + std::to_string(kCellWidth) +
         "\"/></w:tblGrid>";
}

}  // namespace

void Paper::add(PaperStyle style, std::string_view words) {
  end_form();
  body_ += paragraph(style, words);
}

void Paper::add_row(std::string_view label, const std::vector<std::string>& paragraphs, int lines) {
  if (!in_form_)
    body_ += form_begin();
  in_form_ = true;
  std::string content;
  for (const std::string& words : paragraphs) content += paragraph(PaperStyle::kCell, words);
  if (paragraphs.empty())
    content = paragraph(PaperStyle::kCell, "");
  body_ += "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"" +
           std::to_string(lines * kLine + kRowRest) + "\" w:hRule=\"exact\"/></w:trPr>" +
           cell(kLabelWidth, paragraph(PaperStyle::kLabel, label)) + cell(kCellWidth, content) +
           "</w:tr>";
}

void Paper::end_form() {
  if (in_form_)
    body_ += "</w:tbl>";
  in_form_ = false;
}

Result<std::string> Paper::finish(const std::string& path) {
  end_form();
  docx::Package package("");
  for (auto& [name, bytes] : paper_parts(kind_)) package.put(name, std::move(bytes));
  package.put("word/document.xml", std::string(kXmlHead) + "<w:document " +
                                       std::string(kWordNames) + "><w:body>" + body_ +
                                       section_of(kind_) + "</w:body></w:document>");
  std::optional<std::string> bytes = package.finish();
  if (!bytes)
    return fail(diagnostic_of(words::kNoPaper, path));
  return *std::move(bytes);
}

}  // namespace plumbline::output
