#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/layout.h"
#include "engine/readers/reader.h"

namespace plumbline::readers {

/// What a page draws, in the order in which it does. Points, y grows downwards.
struct PdfDrawing {
  struct Glyph {
    double x = 0, y = 0;  ///< on the base line
    std::size_t step = 0;
    int font = 0;  ///< a number of its own for each font, size and direction
  };
  /// A picture through which nothing is seen.
  struct Picture {
    double left = 0, top = 0, right = 0, bottom = 0;
    std::size_t step = 0;
  };
  std::vector<Glyph> glyphs;  ///< by y
  std::vector<Picture> pictures;
};

/// The output of `pdftocairo -svg`, which is not trusted: what is no drawing is passed over.
PdfDrawing parse_pdf_drawing(std::string_view svg);

/// Page `number` (from 1), whose words are those of `page`; empty where it could not be drawn.
PdfDrawing draw_pdf_page(std::string_view bytes, int number, const LayoutPage& page,
                         const Limits& limits);

/// A page without the words that a picture lies on.
struct UncoveredWords {
  std::vector<LayoutWord> words;
  std::string covered;  ///< parted by blanks
  std::size_t covered_characters = 0;
  std::size_t unseen_characters = 0;  ///< covered, or not drawn where a picture is
  std::size_t characters = 0;

  /// Then the words are those of some program that recognised the picture.
  bool mostly_unseen() const { return unseen_characters * 2 > characters; }
};
UncoveredWords uncovered_words(const LayoutPage& page, const PdfDrawing& drawing);

}  // namespace plumbline::readers
