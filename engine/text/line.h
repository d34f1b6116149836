#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/readers/reader.h"

namespace plumbline::text {

/// What a line measures, in counts, so that it can be weighed by any width of digits and blanks.
struct Measure {
  int wide = 0;    ///< Han, full-width marks
  int narrow = 0;  ///< ASCII
  int blanks = 0;  ///< ASCII blanks and NBSP between others
};

/// An em and a half, in quarters: what is set in so far begins a paragraph.
inline constexpr int kIndent = 6;

/// A line or other block with what reflow wants to know of it.
struct Line {
  std::size_t block = 0;       ///< index into Extraction::blocks
  std::size_t last_block = 0;  ///< a line with marks inside is several blocks
  std::string_view text;       ///< normalised
  Measure size;                ///< without the indent and trailing blanks
  Measure first_token;         ///< what would have had to fit on the line before
  int indent = 0;              ///< quarters of an em
  int gap = 0;                 ///< blank lines before it
  bool after_border = false;   ///< a page border stands before it
  bool furniture = false;      ///< page number, running header
};

/// Fills size, first_token and indent from the line as read.
void measure(std::string_view raw, Line& line);

}  // namespace plumbline::text
