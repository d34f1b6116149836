#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/span.h"

/// Counted things in a sentence: 其中新发证19件 is label, number and unit. Words come from a pack.
namespace plumbline::checks {

struct QuantityWords {
  std::vector<std::string> units;  ///< 件 起 人次, longest first
  std::vector<std::string> vague;  ///< what makes a number no exact count: 约 近 余 多 以上
};

struct Quantity {
  std::string_view label;  ///< what stands before the number
  long long number = 0;
  std::string_view unit;
  std::string_view rest;  ///< what stands behind the unit
};

/// A piece of a sentence between separators, and the separator before it.
struct Segment {
  TextSpan at;
  std::string_view before;  ///< "" at the front of a sentence, else , 、 : ( )
};

/// Cuts `at`, one sentence without its end mark, at , 、 : and around brackets. Bracketed text is
/// left out; `bracketed` receives it, each piece with the segment that stands before it.
std::vector<Segment> segments_of(std::string_view text, TextSpan at,
                                 std::vector<std::pair<Segment, TextSpan>>* bracketed);

/// The last exact count in a segment; nullopt where there is none, or it is vague, a decimal, a
/// part of a range, or larger than nine digits; 1,234 and 1 234 are one number.
std::optional<Quantity> last_quantity(std::string_view segment, const QuantityWords& words);

/// The segment is a label, one exact count, and nothing behind its unit.
std::optional<Quantity> sole_quantity(std::string_view segment, const QuantityWords& words);

/// The first of `candidates` that `text` begins with; empty where none does.
std::string_view front_word(std::string_view text, const std::vector<std::string>& candidates);
bool contains_any(std::string_view text, const std::vector<std::string>& words);

}  // namespace plumbline::checks
