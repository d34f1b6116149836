#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Text on a terminal, where a Chinese character is two columns wide. Pure functions.
namespace plumbline::output {

/// Columns that the text takes; wide and full-width characters take two, combining ones none.
std::size_t display_width(std::string_view utf8);

/// The text with blanks after it up to `width` columns; longer text stays as it is.
std::string padded(std::string_view utf8, std::size_t width);

/// At most `code_points` code points; what is longer keeps its beginning and end around one "…".
std::string shortened(std::string_view utf8, std::size_t code_points);

/// Safe on any terminal and in any line format: control characters and line ends become blanks,
/// broken UTF-8 becomes U+FFFD.
std::string printable(std::string_view bytes);

}  // namespace plumbline::output
