#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/layout.h"
#include "engine/readers/reader.h"

namespace plumbline::readers {

/// A page as pdftoppm draws it in grey; the pixels are a piece of what was parsed.
struct Graymap {
  std::size_t width = 0, height = 0;  ///< pixels
  std::string_view pixels;            ///< row by row, one byte each
};
/// The graymaps (PGM) that stand one after the other; what is none ends the list.
std::vector<Graymap> parse_graymaps(std::string_view bytes);

/// A page without what nobody sees on it: words in the colour of the paper, invisible, clipped
/// away, or too small to be read.
struct SeenWords {
  std::vector<LayoutWord> seen;
  std::string unseen;  ///< words, parted by blanks
  std::size_t unseen_characters = 0, characters = 0;

  /// Then rather the drawing is wrong (a font that this machine lacks).
  bool mostly_unseen() const { return unseen_characters * 2 > characters; }
};
SeenWords seen_words(const LayoutPage& page, const Graymap& drawing);

/// What drawing the pages tells of their words.
struct UnseenPage {
  int page = 0;
  SeenWords words;
};
struct PageDrawings {
  std::vector<UnseenPage> pages;  ///< only those with words that are not seen
  std::vector<int> not_drawn;
  bool fonts_embedded = true;  ///< asked only where words are not seen
};
/// Draws `numbers` (sorted, from 1) and compares.
PageDrawings draw_pages(std::string_view bytes, const std::vector<int>& numbers,
                        const std::vector<LayoutPage>& pages, const Limits& limits);

/// True where each row of pdffonts' table says that the font is in the file.
bool all_fonts_embedded(std::string_view table);

}  // namespace plumbline::readers
