#pragma once

#include <string_view>

#include "engine/readers/reader.h"

namespace plumbline::readers {

/// By the path (.md, .markdown), or where the lines show it: several # headings.
bool recognises_markdown(std::string_view path, std::string_view bytes);

/// Lines as in a text file; the spans leave the marks out (#, >, bullets, **, links, tables'
/// pipes), `raw` stays what was read. A line with marks inside becomes several kLine blocks with
/// the same line number. Table cells are kCell. The number in front of a line is text, not a mark:
/// numbering decides on headings, # is only a hint. Front matter, pictures and comments are losses.
Extraction read_markdown(std::string_view bytes, const Limits& limits);

}  // namespace plumbline::readers
