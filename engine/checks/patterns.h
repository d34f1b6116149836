#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/pattern/pattern.h"
#include "engine/rules/fact_pattern.h"
#include "engine/rules/pack.h"
#include "plumbline/span.h"

/// Lists of patterns as checks use them. RE2 has no look-around; the guards take its part: they
/// look only at the few dozen characters around a hit, inside its paragraph, so they cost no more
/// in a long text than in a short one.
namespace plumbline::checks {

using Patterns = std::vector<rules::FactPattern>;

enum class Edge : std::uint8_t { kNone, kEndsHere, kBeginsHere };

/// The patterns under `key` of a node, one or a list. kEndsHere and kBeginsHere compile them for
/// guard_before() and guard_after().
Patterns patterns_at(const rules::Node& node, std::string_view key, const rules::Pack& pack,
                     DiagnosticSink& sink, Edge edge = Edge::kNone);

/// The patterns with the report year filled in; those that need a year that is not known are left
/// out. Holds what it was made from alive.
class DatedPatterns {
 public:
  DatedPatterns(const Patterns& patterns, int report_year);

  bool empty() const { return patterns_.empty(); }
  /// A pattern needs the report year, and there is none.
  bool undecided() const { return undecided_; }
  const std::vector<pattern::Pattern>& all() const { return patterns_; }

  bool found_in(pattern::IndexedText text, TextSpan within) const;
  bool found_in(std::string_view text) const { return found_in({text}, {0, text.size()}); }

  /// Source of the pattern that ends right before the span, begins right after it, or has a match
  /// that covers it; empty where none does.
  std::string guard_before(std::string_view text, TextSpan span) const;
  std::string guard_after(std::string_view text, TextSpan span) const;
  std::string guard_over(std::string_view text, TextSpan span) const;

 private:
  std::vector<pattern::Pattern> patterns_;
  bool undecided_ = false;
};

}  // namespace plumbline::checks
