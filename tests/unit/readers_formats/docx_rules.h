#pragma once

// Rows of rules for a docx reader: one rule, a document made for it, every block that must come of
// it.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/readers/docx.h"
#include "tests/support/docx_builder.h"

namespace plumbline::readers {

using support::DocxParts, support::make_docx, support::paragraph, support::run;

inline std::string dump(const Extraction& extraction) {
  constexpr std::string_view kNames[] = {"line",   "",       "cell",     "box",
                                         "header", "footer", "footnote", "page"};
  std::string text;
  for (const Block& block : extraction.blocks) {
    const std::string_view name = kNames[static_cast<std::size_t>(block.kind)];
    text += text.empty() ? "" : "|";
    text += name.empty() ? "" : std::string(name) + ":";
    text += extraction.raw.substr(block.span.begin, block.span.size());
  }
  return text;
}

/// Kinds of the losses, sorted, with + where text is missing.
inline std::string losses(const Extraction& extraction) {
  std::vector<std::string> kinds;
  for (const Loss& loss : extraction.losses) {
    kinds.push_back(loss.kind + (loss.text_missing ? "+" : ""));
  }
  std::ranges::sort(kinds);
  std::string text;
  for (const std::string& kind : kinds) {
    text += (text.empty() ? "" : " ") + kind;
  }
  return text;
}

struct Row {
  std::string_view rule;
  DocxParts parts;
  std::string_view blocks;
  std::string_view losses = "";
};

inline void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.rule);
    const Extraction extraction = read_docx(make_docx(row.parts), {});
    CHECK(dump(extraction) == row.blocks);
    CHECK(losses(extraction) == row.losses);
  }
}

inline std::string level(int number, std::string_view format, std::string_view text,
                         std::string_view more = "") {
  return "<w:lvl w:ilvl=\"" + std::to_string(number) +
         "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + std::string(format) + "\"/>" +
         std::string(more) + "<w:lvlText w:val=\"" + std::string(text) + "\"/></w:lvl>";
}
inline std::string abstract(int id, std::string_view inside) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + std::string(inside) +
         "</w:abstractNum>";
}
inline std::string num(int id, int of, std::string_view more = "") {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" +
         std::to_string(of) + "\"/>" + std::string(more) + "</w:num>";
}
inline std::string request(int id, int at) {
  return "<w:numPr><w:ilvl w:val=\"" + std::to_string(at) + "\"/><w:numId w:val=\"" +
         std::to_string(id) + "\"/></w:numPr>";
}
inline std::string item(std::string_view text, int id = 1, int at = 0, std::string_view mark = "") {
  return paragraph(
      text, request(id, at) + (mark.empty() ? "" : "<w:rPr>" + std::string(mark) + "</w:rPr>"));
}
inline std::string style(std::string_view id, std::string_view inside,
                         std::string_view type = "paragraph") {
  return "<w:style w:type=\"" + std::string(type) + "\" w:styleId=\"" + std::string(id) + "\">" +
         std::string(inside) + "</w:style>";
}
inline std::string styled(std::string_view id, std::string_view text) {
  return paragraph(text, "<w:pStyle w:val=\"" + std::string(id) + "\"/>");
}
inline std::string deleted(std::string_view text) {
  return "<w:del w:id=\"1\"><w:r><w:delText>" + std::string(text) + "</w:delText></w:r></w:del>";
}
inline std::string cell(std::string_view content, std::string_view properties = "") {
  return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + std::string(content) +
         "</w:tc>";
}
inline std::string table(std::string_view rows) {
  return "<w:tbl>" + std::string(rows) + "</w:tbl>";
}
inline std::string row(std::string_view cells, std::string_view properties = "") {
  return "<w:tr><w:trPr>" + std::string(properties) + "</w:trPr>" + std::string(cells) + "</w:tr>";
}
inline std::string field_char(std::string_view type) {
  return "<w:r><w:fldChar w:fldCharType=\"" + std::string(type) + "\"/></w:r>";
}
inline std::string instruction(std::string_view words) {
  return "<w:r><w:instrText>" + std::string(words) + "</w:instrText></w:r>";
}
inline std::string in_run(std::string_view inside) {
  return "<w:r>" + std::string(inside) + "</w:r>";
}
inline std::string words_of(std::string_view inside) {
  return "<w:p>" + std::string(inside) + "</w:p>";
}
inline std::string box(std::string_view text) {
  return "<w:txbxContent>" + paragraph(text) + "</w:txbxContent>";
}

inline constexpr std::string_view kRemoved = "<w:del w:id=\"9\"/>";
inline const std::string kList =
    abstract(0, level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") +
                    level(2, "decimal", "%3."));
inline const std::string kOne = kList + num(1, 0);

}  // namespace plumbline::readers
