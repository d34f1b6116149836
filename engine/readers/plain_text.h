#pragma once

#include <string_view>

#include "engine/readers/reader.h"

namespace plumbline::readers {

/// The last row of the table: whatever no other format claims is a text file or is refused with the
/// name of what it is.
bool recognises_plain_text(std::string_view path, std::string_view bytes);
/// One kLine block per line with its number (LF, CRLF, CR, U+2028), a kPageBreak per form feed.
Extraction read_plain_text(std::string_view bytes, const Limits& limits);

/// Cuts `extraction.raw` into such blocks; for other line formats.
void add_line_blocks(Extraction& extraction);

}  // namespace plumbline::readers
