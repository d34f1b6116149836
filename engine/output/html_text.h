#pragma once

#include <string>
#include <string_view>

/// Words of strangers in a web page: they stay words, and what the eye would miss is shown.
namespace plumbline::output {

/// Appends one character as HTML text. Controls, bidi controls, invisible and broken characters
/// become a visible mark with their number; blank, tab and line feed stay.
void append_html(char32_t character, std::string& out);

/// Text of an element; bytes that are no UTF-8 become U+FFFD.
std::string html_text(std::string_view bytes);

/// Value of an attribute in double quotes; what html_text would mark becomes U+FFFD.
std::string html_value(std::string_view bytes);

}  // namespace plumbline::output
