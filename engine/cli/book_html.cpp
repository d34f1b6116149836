#include "engine/cli/book.h"
#include "engine/output/html_text.h"

namespace plumbline::cli {
namespace {

using Kind = BookBlock::Kind;
using output::html_text;
using output::html_value;

constexpr std::string_view kStyle = R"(@page { size: A4; margin: 20mm 18mm; }
:root { --ink: #23262b; --faint: #5d636c; --line: #d5d2c8; --accent: #1d5757; --wrong: #a1242b;
  --serif: FangSong, STFangsong, "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif;
  --sans: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem 4rem; color: var(--ink);
  background: #fff; font: 1rem/1.75 var(--sans); overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.35; }
h2 { font-size: 1.25rem; margin-top: 2.5rem; border-bottom: 2px solid var(--accent); }
h3 { font-size: 1.05rem; margin: 2rem 0 .25rem; }
h2, h3, h4 { break-after: avoid; }
a { color: var(--accent); }
ul { padding-left: 1.25rem; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; }
th { background: #f3f2ed; }
td:first-child, th:first-child { white-space: nowrap; }
thead { display: table-header-group; }
tr, pre { break-inside: avoid; }
pre { white-space: pre-wrap; font: 1.0625rem/1.8 var(--serif); margin: .5rem 0; padding: .6rem 1rem;
  border: 1px solid var(--line); border-left: 5px solid var(--accent); }
pre.wrong { border-left-color: var(--wrong); }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } a { color: inherit; } }
)";

std::string words_of(const BookLine& line) {
  std::string words;
  for (const BookSpan& span : line)
    words += span.target.empty()
                 ? html_text(span.text)
                 : "<a href=\"#" + html_value(span.target) + "\">" + html_text(span.text) + "</a>";
  return words;
}

std::string element(const std::string& name, const std::string& attributes,
                    const std::string& words) {
  return "<" + name + attributes + ">" + words + "</" + name + ">\n";
}

std::string row(const std::vector<BookLine>& cells, const std::string& cell_name) {
  std::string words;
  for (const BookLine& cell : cells) {
    words.append("<").append(cell_name).append(">").append(words_of(cell));
    words.append("</").append(cell_name).append(">");
  }
  return element("tr", "", words);
}

std::string table(const BookBlock& block) {
  if (block.rows.empty())
    return "";
  std::string body;
  for (std::size_t i = 1; i < block.rows.size(); ++i) body += row(block.rows[i], "td");
  return element("table", "",
                 element("thead", "", row(block.rows.front(), "th")) + element("tbody", "", body));
}

std::string words_of(const BookBlock& block) {
  switch (block.kind) {
    case Kind::kHeading:
      return element("h" + std::to_string(block.level),
                     block.id.empty() ? "" : " id=\"" + html_value(block.id) + "\"",
                     words_of(block.line));
    case Kind::kParagraph:
      return element("p", "", words_of(block.line));
    case Kind::kItem:
      return element("li", "", words_of(block.line));
    case Kind::kTable:
      return table(block);
    case Kind::kExample:
      return element("pre", block.wrong ? " class=\"wrong\"" : "", words_of(block.line));
  }
  return "";
}

}  // namespace

std::string book_html(const Book& book, const std::string& title) {
  std::string words =
      "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'unsafe-inline'\">\n" +
      element("title", "", html_text(title)) + element("style", "", std::string(kStyle)) +
      "</head>\n<body>\n";
  bool in_list = false;
  for (const BookBlock& block : book) {
    const bool item = block.kind == Kind::kItem;
    if (item != in_list)
      words += item ? "<ul>\n" : "</ul>\n";
    in_list = item;
    words += words_of(block);
  }
  return words + (in_list ? "</ul>\n" : "") + "</body>\n</html>\n";
}

}  // namespace plumbline::cli
