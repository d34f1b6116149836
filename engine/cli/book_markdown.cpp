#include "engine/cli/book.h"

namespace plumbline::cli {
namespace {

using Kind = BookBlock::Kind;

/// On a line of its own: no mark of it may act.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_|<>#[]~").find(c) != std::string_view::npos)
      out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string words_of(const BookLine& line) {
  std::string words;
  for (const BookSpan& span : line)
    words += span.target.empty() ? escaped(span.text)
                                 : "[" + escaped(span.text) + "](#" + span.target + ")";
  return words;
}

/// A fence longer than any run of ` in the text.
std::string fenced(const std::string& text) {
  std::string fence = "```";
  while (text.find(fence) != std::string::npos) fence += '`';
  return fence + "text\n" + text + (text.ends_with('\n') ? "" : "\n") + fence + "\n";
}

std::string row(const std::vector<BookLine>& cells) {
  std::string words = "|";
  for (const BookLine& cell : cells) words += " " + words_of(cell) + " |";
  return words + "\n";
}

std::string table(const BookBlock& block) {
  std::string words;
  for (std::size_t i = 0; i < block.rows.size(); ++i) {
    words += row(block.rows[i]);
    if (i == 0) {
      for (std::size_t column = 0; column < block.rows[i].size(); ++column) words += "| --- ";
      words += "|\n";
    }
  }
  return words;
}

std::string heading(const BookBlock& block) {
  const std::string anchor = block.id.empty() ? "" : "<a id=\"" + block.id + "\"></a>\n\n";
  return anchor + std::string(static_cast<std::size_t>(block.level), '#') + " " +
         words_of(block.line) + "\n";
}

std::string words_of(const BookBlock& block) {
  switch (block.kind) {
    case Kind::kHeading:
      return heading(block);
    case Kind::kParagraph:
      return words_of(block.line) + "\n";
    case Kind::kItem:
      return "- " + words_of(block.line) + "\n";
    case Kind::kTable:
      return table(block);
    case Kind::kExample:
      return fenced(block.line.empty() ? "" : block.line.front().text);
  }
  return "";
}

}  // namespace

std::string book_markdown(const Book& book) {
  std::string words;
  const BookBlock* last = nullptr;
  for (const BookBlock& block : book) {
    const bool joined = last != nullptr && last->kind == Kind::kItem && block.kind == Kind::kItem;
    words += (last == nullptr || joined ? "" : "\n") + words_of(block);
    last = &block;
  }
  return words;
}

}  // namespace plumbline::cli
