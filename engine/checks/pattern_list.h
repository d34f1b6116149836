#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/pattern/pattern.h"
#include "engine/rules/pack.h"

namespace plumbline::checks {

/// The patterns under a key (one or a list), {terms} filled in. What is refused is reported to
/// `sink` and left out.
std::vector<pattern::Pattern> patterns_at(const rules::Node& node, std::string_view key,
                                          const rules::Pack& pack, DiagnosticSink& sink);

bool any_found(const std::vector<pattern::Pattern>& patterns, std::string_view text);
/// Spans of all matches of all patterns: sorted, disjoint.
std::vector<TextSpan> all_matches(const std::vector<pattern::Pattern>& patterns,
                                  std::string_view text, TextSpan within);
/// `others` sorted and disjoint.
bool overlaps_any(TextSpan span, const std::vector<TextSpan>& others);

inline bool is_set(TextSpan group) {
  return group.begin != std::string_view::npos;
}

}  // namespace plumbline::checks
