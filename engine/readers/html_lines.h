#pragma once

#include <string>
#include <vector>

#include "engine/readers/html_tree.h"

namespace plumbline::readers {

/// A line of a web page as it stands on the screen.
struct HtmlLine {
  std::string text;                     ///< blanks collapsed, NBSP and U+3000 kept
  std::size_t node = 0;                 ///< first text node
  int line = 0;                         ///< in the file
  int heading = 0;                      ///< 1..6 for h1..h6
  std::size_t row = 0;                  ///< its tr, 0 = none
  std::size_t cell = 0;                 ///< its td or th, 0 = none
  int table_row = 0, table_column = 0;  ///< of the cell in its table, from 1; merged ones count
  bool centred = false;
  std::size_t number = 0;  ///< bytes in front that a list wrote, not the page
};

/// All visible lines, in the order of the page. Two or more ideographic blanks behind the end of a
/// sentence begin a line: pasted text marks paragraphs so.
std::vector<HtmlLine> html_lines(const HtmlTree& tree);

/// Ends of sentences: 。
std::size_t count_stops(std::string_view text);

/// Words of a page without blanks, NBSP and U+3000: pages set their titles wide.
std::string without_blanks(std::string_view utf8);

/// Nothing under this element is ever text of the page.
bool is_never_text(const HtmlNode& node);

}  // namespace plumbline::readers
