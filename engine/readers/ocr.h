#pragma once

#include <string_view>
#include <vector>

#include "engine/readers/failure.h"
#include "engine/readers/layout.h"

namespace plumbline::readers {

/// Draws each of `pages` (from 1) with pdftoppm and puts the words that tesseract recognises on it
/// into `layout`, where a page stands at its number less one. A failure tells which program is
/// missing and how to install it; pages recognised before it keep their words.
Failure recognise_pdf_pages(std::string_view bytes, const std::vector<int>& pages,
                            const Limits& limits, std::vector<LayoutPage>& layout);

/// The words that tesseract recognises on a picture (PNG, JPEG, TIFF …), as on a page that is as
/// wide as A4. A failure tells which program is missing, or that this is no picture it can read.
Failure recognise_picture(std::string_view bytes, const Limits& limits, LayoutPage& page);

/// The words in what `tesseract … tsv` writes, places in points at `dots_per_inch`. The output of a
/// foreign program: rows that are none are passed over.
std::vector<LayoutWord> parse_recognised_words(std::string_view table, double dots_per_inch);

}  // namespace plumbline::readers
