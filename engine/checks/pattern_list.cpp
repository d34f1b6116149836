#include "engine/checks/pattern_list.h"

#include <algorithm>

namespace plumbline::checks {
bool any_found(const std::vector<pattern::Pattern>& patterns, std::string_view text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const pattern::Pattern& pattern) { return pattern.found_in(text); });
}

std::vector<TextSpan> all_matches(const std::vector<pattern::Pattern>& patterns,
                                  pattern::IndexedText text, TextSpan within) {
  std::vector<TextSpan> spans;
  for (const pattern::Pattern& pattern : patterns) {
    pattern.each(text, within, [&](const pattern::Match& match) {
      spans.push_back(match.span);
      return true;
    });
  }
  std::sort(spans.begin(), spans.end());
  std::vector<TextSpan> merged;
  for (const TextSpan span : spans) {
    if (!merged.empty() && span.begin <= merged.back().end)
      merged.back().end = std::max(merged.back().end, span.end);
    else
      merged.push_back(span);
  }
  return merged;
}

bool overlaps_any(TextSpan span, const std::vector<TextSpan>& others) {
  const auto after = std::partition_point(others.begin(), others.end(),
                                          [&](TextSpan other) { return other.end <= span.begin; });
  return after != others.end() && after->overlaps(span);
}

}  // namespace plumbline::checks
