#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// A handbook as plain data, so that both forms of it hold the same words.
namespace plumbline::cli {

/// Words, and the id of the heading that they lead to (empty = nowhere).
struct BookSpan {
  std::string text, target;
};
using BookLine = std::vector<BookSpan>;

struct BookBlock {
  enum class Kind : std::uint8_t { kHeading, kParagraph, kItem, kTable, kExample };
  Kind kind = Kind::kParagraph;
  int level = 2;                            ///< of a heading, 1 to 4
  std::string id;                           ///< of a heading; may be empty
  BookLine line;                            ///< of all but tables; an example's text as it stands
  std::vector<std::vector<BookLine>> rows;  ///< of a table, the header first
  bool wrong = false;                       ///< an example of what not to write
};
using Book = std::vector<BookBlock>;

/// GitHub's Markdown; no mark in the words acts.
std::string book_markdown(const Book& book);
/// One page that loads nothing and prints on A4; `title` is the page's.
std::string book_html(const Book& book, const std::string& title);

}  // namespace plumbline::cli
