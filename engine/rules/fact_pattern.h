#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/pattern/pattern.h"
#include "engine/rules/node.h"
#include "plumbline/diagnostic.h"

namespace plumbline::rules {

struct Pack;

/// A pattern that may hold {report_year}, {report_year+1}, {report_year-1}: compiled once for each
/// year that is asked for. Cheap to copy, safe to share between threads.
class FactPattern {
 public:
  FactPattern() = default;  ///< matches nothing
  explicit FactPattern(pattern::Pattern fixed);
  /// `source` with terms expanded; it must compile for any year of four digits.
  explicit FactPattern(std::string source);

  bool needs_year() const { return years_ != nullptr; }
  /// The pattern for a report year (0 = unknown); nullopt where it needs the year and there is
  /// none.
  std::optional<pattern::Pattern> for_year(int report_year) const;
  /// As it runs, terms expanded; {report_year} still stands.
  const std::string& source() const;

 private:
  struct Years;
  pattern::Pattern fixed_;
  std::shared_ptr<Years> years_;
};

/// Compiles one scalar of a pack, its {terms} expanded. nullopt iff a diagnostic with the place
/// inside the scalar was added to `sink`.
std::optional<FactPattern> compile_pattern(const Node& scalar, const Pack& pack,
                                           DiagnosticSink& sink);
/// A scalar or a sequence of scalars; null or nullptr gives none. What is refused is left out.
std::vector<FactPattern> compile_patterns(const Node* node, const Pack& pack, DiagnosticSink& sink);

/// The same where no report year can be known (vocabulary, elements, kind): a fact is an error.
std::optional<pattern::Pattern> compile_fixed_pattern(const Node& scalar, const Pack& pack,
                                                      DiagnosticSink& sink);
std::vector<pattern::Pattern> compile_fixed_patterns(const Node* node, const Pack& pack,
                                                     DiagnosticSink& sink);

}  // namespace plumbline::rules
