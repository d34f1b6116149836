#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumbline::readers {

/// What the objects of a pdf tell beside the words of its pages.
struct PdfTraits {
  /// All objects could be looked at; else (encrypted, damaged, too large) anything may be there.
  bool complete = true;
  bool turned = false;      ///< a page is shown turned
  bool cropped = false;     ///< a page has a crop box
  bool dynamic = false;     ///< an XFA form
  bool collection = false;  ///< a portfolio: a cover sheet and files
  bool files = false;       ///< files are embedded
  /// UTF-8: texts in boxes over the pages (FreeText) that are shown, and what fields of forms hold.
  std::vector<std::string> remarks, values;
};

/// Looks at every object, also at those in compressed streams; the last one of a number counts.
/// Linear in the bytes and bounded: own code that never trusts a length.
PdfTraits pdf_traits(std::string_view bytes);

/// A text string of a pdf (UTF-16 with its mark, UTF-8 with its mark, Latin) as UTF-8.
std::string pdf_text(std::string_view bytes);

}  // namespace plumbline::readers
