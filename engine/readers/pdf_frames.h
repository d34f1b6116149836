#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/layout.h"

namespace plumbline::readers {

/// The part of a page that is shown: points of the page as it is turned, from its upper left
/// corner.
struct PdfFrame {
  double width = 0, height = 0;  ///< of the whole page; 0 = not known
  double left = 0, top = 0, right = 0, bottom = 0;

  /// Something of the page is not shown.
  bool cuts() const;
};

/// What `pdfinfo -box` tells: a frame for each page up to the last one that it names, and the kind
/// of form ("none", "AcroForm", "XFA"; empty = not told). The output of a foreign program: what is
/// no box is passed over.
struct PdfInfo {
  std::vector<PdfFrame> frames;
  std::string form;
};
PdfInfo parse_pdf_info(std::string_view output);

/// Takes the words outside of the frame out of the page and gives them, parted by blanks.
std::string crop(LayoutPage& page, const PdfFrame& frame);
/// Counts from the upper left corner of the frame, which becomes the page.
void move_to_frame(LayoutPage& page, const PdfFrame& frame);

}  // namespace plumbline::readers
