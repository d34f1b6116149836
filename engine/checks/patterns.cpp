#include "engine/checks/patterns.h"

#include <algorithm>

#include "engine/checks/prose.h"

namespace plumbline::checks {
namespace {

constexpr std::size_t kReach = 80;  // code points a guard may look away from a hit

rules::FactPattern anchored(const rules::FactPattern& plain, Edge edge) {
  const std::string source =
      edge == Edge::kEndsHere ? "(?:" + plain.source() + ")$" : "^(?:" + plain.source() + ")";
  if (plain.needs_year())
    return rules::FactPattern(source);
  pattern::PatternError error;
  auto pattern = pattern::Pattern::compile(source, error);
  return pattern ? rules::FactPattern(*std::move(pattern)) : plain;
}

}  // namespace

Patterns patterns_at(const rules::Node& node, std::string_view key, const rules::Pack& pack,
                     DiagnosticSink& sink, Edge edge) {
  Patterns patterns = rules::compile_patterns(node.find(key), pack, sink);
  if (edge != Edge::kNone) {
    for (rules::FactPattern& pattern : patterns) pattern = anchored(pattern, edge);
  }
  return patterns;
}

DatedPatterns::DatedPatterns(const Patterns& patterns, int report_year) {
  for (const rules::FactPattern& one : patterns) {
    if (auto pattern = one.for_year(report_year))
      patterns_.push_back(*std::move(pattern));
    else
      undecided_ = true;
  }
}

bool DatedPatterns::found_in(pattern::IndexedText text, TextSpan within) const {
  return std::ranges::any_of(
      patterns_, [&](const pattern::Pattern& one) { return one.find(text, within).has_value(); });
}

std::string DatedPatterns::guard_before(std::string_view text, TextSpan span) const {
  if (patterns_.empty())
    return {};
  const TextSpan left = before(text, span, kReach);
  for (const pattern::Pattern& one : patterns_) {
    if (one.found_in(text.substr(left.begin, left.size())))
      return one.source();
  }
  return {};
}

std::string DatedPatterns::guard_after(std::string_view text, TextSpan span) const {
  if (patterns_.empty())
    return {};
  const TextSpan right = after(text, span, kReach);
  for (const pattern::Pattern& one : patterns_) {
    if (one.found_in(text.substr(right.begin, right.size())))
      return one.source();
  }
  return {};
}

std::string DatedPatterns::guard_over(std::string_view text, TextSpan span) const {
  if (patterns_.empty())
    return {};
  const TextSpan around{before(text, span, kReach).begin, after(text, span, kReach).end};
  const std::string_view words = text.substr(around.begin, around.size());
  const TextSpan here{span.begin - around.begin, span.end - around.begin};
  for (const pattern::Pattern& one : patterns_) {
    bool covers = false;
    one.each(words, {0, words.size()}, [&](const pattern::Match& match) {
      covers = match.span.contains(here);
      return !covers && match.span.begin <= here.begin;
    });
    if (covers)
      return one.source();
  }
  return {};
}

}  // namespace plumbline::checks
