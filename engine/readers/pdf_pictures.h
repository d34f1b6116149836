#pragma once

#include <string_view>
#include <vector>

#include "engine/readers/reader.h"

namespace plumbline::readers {

/// A picture on a page; size as shown, in points.
struct PdfPicture {
  int page = 0;  ///< from 1
  double width = 0, height = 0;
  double pixels = 0;
  bool opaque = true;  ///< neither a stencil nor cut out by a mask
};

/// All pictures, by pdfimages, which decodes none; ascending by page.
std::vector<PdfPicture> pdf_pictures(std::string_view bytes, const Limits& limits);

/// Those of `pages` (ascending) that are not white when pdftoppm draws them: a page without text
/// whose words are curves. Looks at the first kMostDrawn of them.
std::vector<int> pdf_drawn_pages(std::string_view bytes, const std::vector<int>& pages,
                                 const Limits& limits);

/// The output of `pdfimages -list` and of `pdftoppm -gray` (several pictures behind each other).
/// Exposed for tests and fuzzing: the output of a foreign program is not trusted.
std::vector<PdfPicture> parse_pdf_pictures(std::string_view table);
std::vector<bool> parse_drawn(std::string_view graymaps);

}  // namespace plumbline::readers
