#pragma once

#include <string>
#include <string_view>

#include "engine/text/text.h"

/// Texts of this project's own writing and the ways they are handed in.
namespace plumbline::text {

/// A short report, one paragraph a line, full-width marks, half-width digits.
std::string_view sample_report();

/// Every paragraph cut after `width` code points, lines joined by `line_end`.
std::string hard_wrapped(std::string_view report, std::size_t width, std::string_view indent,
                         std::string_view line_end);

Text text_of(std::string_view bytes, std::string_view path = "a.txt");

/// "甲|乙?|丙": paragraphs, ? where the break behind one is uncertain.
std::string paragraphs_of(const Text& text);

}  // namespace plumbline::text
