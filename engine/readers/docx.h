#pragma once

#include <string_view>
#include <vector>

#include "engine/readers/reader.h"

namespace plumbline::readers {

/// docx, docm, dotx by the names in the archive.
bool recognises_docx(std::string_view path, std::string_view bytes);

/// The text as Word shows it after accepting all changes, automatic numbers in front of their
/// paragraphs. Body first, then notes, headers and footers; comments never.
Extraction read_docx(std::string_view bytes, const Limits& limits);

/// A docx that LibreOffice has just made of another format. It works fields of the clock and of the
/// file's name out anew: what they say now is left out and told as missing text.
Extraction read_converted_docx(std::string_view bytes, const Limits& limits);

/// Which w:r bytes of Extraction::raw came from. Automatic numbers came from none.
struct DocxRunSpan {
  RawSpan span;
  std::size_t part = 0;  ///< index into DocxReading::parts
  std::size_t run = 0;   ///< ordinal of the w:r in its part, from 0, deleted ones counted
};

/// An extraction with the way back to the file, for whoever writes into a copy of it.
struct DocxReading {
  Extraction extraction;
  std::vector<std::string> parts;
  std::vector<DocxRunSpan> runs;  ///< sorted by span
};
DocxReading read_docx_with_runs(std::string_view bytes, const Limits& limits);

}  // namespace plumbline::readers
