#pragma once

#include <string>

#include "engine/readers/layout.h"
#include "engine/readers/pdf_covered.h"

namespace plumbline::readers {

/// Some words stand higher than wide, or each line above the one before: their page must be drawn
/// to know how they run.
bool may_be_turned(const LayoutPage& page);

/// Sets how the words run, as the glyphs of the drawing follow each other. Gives the words that
/// stand higher than wide and have no glyphs, parted by blanks: nobody knows their order.
std::string find_directions(LayoutPage& page, const PdfDrawing& drawing);

}  // namespace plumbline::readers
