#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumbline::support {

/// A line of text on a page of a made-up PDF. Points, y from the lower edge as PDF counts.
struct PdfLine {
  double x = 72, y = 700, size = 16;
  std::u16string text;
  double angle = 0;  ///< degrees
};

struct PdfPage {
  std::vector<PdfLine> lines;
  bool image = false;   ///< a one-pixel picture over the page
  std::string entries;  ///< more of its dictionary, "/Rotate 90"
};

/// What else a PDF has.
struct PdfParts {
  std::string trailer;  ///< entries of the trailer dictionary, /Encrypt and the like
  std::string catalog;  ///< entries of the catalog
  std::string font;     ///< entries of the font: "/W[1 95 500]" makes digits half as wide
  /// Numbered from first_object(pages).
  std::vector<std::string> objects;
};
std::string make_pdf(const std::vector<PdfPage>& pages, const PdfParts& parts);
std::size_t first_object(std::size_t pages);

/// A PDF whose Chinese font is not embedded (UniGB-UCS2-H): readers need the tables of
/// poppler-data. `trailer` is put into the trailer dictionary (/Encrypt and the like).
std::string make_pdf(const std::vector<PdfPage>& pages, std::string_view trailer = "");

}  // namespace plumbline::support
