#pragma once

#include <string_view>
#include <vector>

#include "engine/readers/layout.h"

namespace plumbline::readers {

/// Pages and words from what `pdftotext -bbox-layout` writes. The output of a foreign program: what
/// is not a page or a word is passed over, numbers are bounded.
std::vector<LayoutPage> parse_pdf_words(std::string_view xhtml);

}  // namespace plumbline::readers
