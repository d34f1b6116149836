#pragma once

#include <string_view>
#include <vector>

#include "engine/readers/layout.h"
#include "engine/readers/pdf_covered.h"
#include "engine/readers/pdf_pictures.h"
#include "engine/readers/reader.h"

namespace plumbline::readers {

/// Pages (from 1, ascending) by what their pictures do to their words.
struct PicturedPages {
  std::vector<int> scanned;  ///< words are a stamp or a page number on a scan
  std::vector<int> layers;   ///< words were recognised on the scan that is shown
  struct Covered {
    int page = 0;
    UncoveredWords words;
  };
  std::vector<Covered> covered;  ///< some words lie under a picture
  std::vector<int> not_looked_at;
};

/// `pages` as read, at their numbers less one; those without words are left alone.
PicturedPages sort_pictured_pages(std::string_view bytes, const std::vector<LayoutPage>& pages,
                                  const std::vector<PdfPicture>& pictures, const Limits& limits);

}  // namespace plumbline::readers
