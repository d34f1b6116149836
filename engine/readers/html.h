#pragma once

#include <string_view>

#include "engine/readers/reader.h"

namespace plumbline::readers {

/// Markup of web pages in the first bytes, whatever the file is called (md excepted).
bool recognises_html(std::string_view path, std::string_view bytes);

/// The article of a web page with its title and lines of metadata; navigation, hidden text and what
/// stands at the article's edges (share buttons, editors) go to the losses. `Block::line` is the
/// line in the file.
Extraction read_html(std::string_view bytes, const Limits& limits);

/// A web archive (mht, mhtml): the page in it.
bool recognises_mht(std::string_view path, std::string_view bytes);
Extraction read_mht(std::string_view bytes, const Limits& limits);

}  // namespace plumbline::readers
