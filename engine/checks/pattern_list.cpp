#include "engine/checks/pattern_list.h"

#include <algorithm>
#include <utility>

#include "engine/rules/source_file.h"

namespace plumbline::checks {
namespace {

/// Every {term} of the pack written out.
std::string with_terms(std::string_view source, const rules::Pack& pack) {
  std::string out;
  while (!source.empty()) {
    const std::size_t open = std::min(source.find('{'), source.size());
    out += source.substr(0, open);
    source.remove_prefix(open);
    const std::size_t close = source.find('}');
    if (close == std::string_view::npos)
      break;
    const auto term = pack.terms.find(source.substr(1, close - 1));
    out += term == pack.terms.end() ? std::string(source.substr(0, close + 1)) : term->second;
    source.remove_prefix(close + 1);
  }
  return out + std::string(source);
}

void compile_into(const rules::Node& node, const rules::Pack& pack, DiagnosticSink& sink,
                  std::vector<pattern::Pattern>& patterns) {
  pattern::PatternError error;
  if (auto compiled = pattern::Pattern::compile(with_terms(node.scalar, pack), error))
    patterns.push_back(std::move(*compiled));
  else
    sink.add(rules::diagnostic_at(node, error.code, error.message));
}

}  // namespace

std::vector<pattern::Pattern> patterns_at(const rules::Node& node, std::string_view key,
                                          const rules::Pack& pack, DiagnosticSink& sink) {
  std::vector<pattern::Pattern> patterns;
  const rules::Node* value = node.find(key);
  if (value && value->is_scalar())
    compile_into(*value, pack, sink, patterns);
  if (value) {
    for (const rules::Node& item : value->items) compile_into(item, pack, sink, patterns);
  }
  return patterns;
}

bool any_found(const std::vector<pattern::Pattern>& patterns, std::string_view text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const pattern::Pattern& pattern) { return pattern.found_in(text); });
}

std::vector<TextSpan> all_matches(const std::vector<pattern::Pattern>& patterns,
                                  std::string_view text, TextSpan within) {
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
