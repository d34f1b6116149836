#pragma once

#include <string_view>
#include <vector>

#include "engine/pattern/pattern.h"
#include "plumbline/span.h"

namespace plumbline::checks {

bool any_found(const std::vector<pattern::Pattern>& patterns, std::string_view text);
/// Spans of all matches of all patterns: sorted, disjoint.
std::vector<TextSpan> all_matches(const std::vector<pattern::Pattern>& patterns,
                                  pattern::IndexedText text, TextSpan within);
/// `others` sorted and disjoint.
bool overlaps_any(TextSpan span, const std::vector<TextSpan>& others);

inline bool is_set(TextSpan group) {
  return group.begin != std::string_view::npos;
}

}  // namespace plumbline::checks
