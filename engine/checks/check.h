#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/document.h"
#include "engine/elements/elements.h"
#include "engine/rules/pack.h"
#include "plumbline/report.h"
#include "plumbline/span.h"

namespace plumbline::checks {

/// Notes for --explain: which pattern, which guard, which place, for matches and non-matches.
class Trace {
 public:
  void add(std::string line) { lines_.push_back(std::move(line)); }
  const std::vector<std::string>& lines() const { return lines_; }

 private:
  std::vector<std::string> lines_;
};

/// What a check may look at. Everything is const and outlives the call.
struct Context {
  const rules::Pack& pack;
  const rules::Rule& rule;
  const document::Document& document;
  std::span<const elements::Element> elements;
  std::string profile;                  ///< "submitted" or "published"
  std::string reporter;                 ///< "" = unknown
  std::optional<document::Date> as_of;  ///< --as-of
  Trace* trace = nullptr;               ///< null = nobody asks
};

/// Words of the text and what the rule's `fix` puts in their place.
struct TextEdit {
  TextSpan at;
  std::string text;
};

/// One thing a check found. The engine turns it into a Finding: severity and words come from the
/// rule by `state`, unless the hit brings its own.
struct Hit {
  std::string name;   ///< sub-id, "" = none
  std::string state;  ///< key into the rule's severity, message, advice, partial
  TextSpan at;        ///< the words; empty = an absence
  TextSpan anchor;    ///< where an absence is placed (nearest heading); empty = the title
  std::map<std::string, std::string, std::less<>> values;  ///< for {placeholders} in messages
  std::optional<Severity> severity;
  std::string message, advice;        ///< of a single term; empty = the rule's
  std::vector<BasisReference> basis;  ///< of a single term; empty = the rule's
  std::vector<TextEdit> edits;        ///< sorted, disjoint, inside `at`; empty = for a person
  bool needs_rest = false;            ///< void, as an absence is, where a part was not read
};

struct Verdict {
  /// kPass with hits is right: the engine makes fail or partial from the hits' severities.
  /// Set only what hits cannot say: kNotApplicable, kNeedsReview, kBlocked, kNotChecked.
  Outcome outcome = Outcome::kPass;
  std::string reason;  ///< why, Chinese; required for anything but kPass
  std::vector<Hit> hits;
};

/// A compiled rule body. const and reentrant: many documents, many threads.
class Check {
 public:
  virtual ~Check() = default;
  virtual Verdict run(const Context& context) const = 0;
};

/// One row per check kind in checks/table.cpp, one file pair per kind. `compile` reads rule.body
/// (the schema has accepted it) and reports what it cannot use.
struct Kind {
  std::string_view name;
  std::unique_ptr<const Check> (*compile)(const rules::Rule& rule, const rules::Pack& pack,
                                          DiagnosticSink& sink);
};
std::span<const Kind> kinds();

}  // namespace plumbline::checks
