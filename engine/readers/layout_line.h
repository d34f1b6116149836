#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/layout.h"

namespace plumbline::readers {

/// A word in the text of a line.
struct LinePiece {
  std::size_t begin = 0, end = 0;  ///< bytes
  PageBox box;
  Along along = Along::kRight;
};

/// A line as it stands on the page.
struct LayoutLine {
  double left = 0, top = 0, right = 0, bottom = 0;
  double em = 0;     ///< width of a full-width character
  std::string text;  ///< column gaps as '\t'; blanks only between Latin words
  int page = 0;      ///< from 1
  double page_width = 0, page_height = 0;
  int region = 0;                 ///< of the page, in reading order
  bool column = false;            ///< the region is a column
  bool cell = false;              ///< stands in a row of a table
  Along along = Along::kRight;    ///< on the page as it is shown
  std::vector<LinePiece> pieces;  ///< in the order of the text

  double height() const { return bottom - top; }
};

/// "3", "- 3 -", "— 3 —", "第 3 页 共 9 页": a line that can be nothing but the number of a page,
/// where it stands at the edge of one.
bool is_page_number(std::string_view text);

/// Groups the words of a page into lines. Words across the page (watermarks) and outside of it go
/// to the losses.
std::vector<LayoutLine> layout_lines(const LayoutPage& page, int number, std::vector<Loss>& losses);

/// Takes page numbers and lines that repeat on most pages out of `lines`, into the losses.
void remove_running_lines(std::vector<LayoutLine>& lines, std::size_t pages,
                          std::vector<Loss>& losses);

}  // namespace plumbline::readers
