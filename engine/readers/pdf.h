#pragma once

#include <string_view>

#include "engine/readers/reader.h"

namespace plumbline::readers {

/// "%PDF-" within the first 4 KB: junk in front is allowed.
bool recognises_pdf(std::string_view path, std::string_view bytes);

/// Text through pdftotext (poppler-utils), a separate program, in paragraphs that are made from
/// coordinates. Pages without text, unreadable fonts, encryption and a missing program are outcomes
/// of their own.
Extraction read_pdf(std::string_view bytes, const Limits& limits);

}  // namespace plumbline::readers
