#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/readers/layout.h"

namespace plumbline::readers {

/// How a word is written across the page, as watermarks are.
enum class Slant : std::uint8_t {
  kNone,
  kWord,   ///< in one piece
  kGlyph,  ///< one glyph of a line that was taken apart
};

/// One for each word of a page.
std::vector<Slant> find_slants(const std::vector<LayoutWord>& words);

/// Full-width characters of a text; -1 where it holds any other.
int count_wide_only(std::string_view text);

}  // namespace plumbline::readers
