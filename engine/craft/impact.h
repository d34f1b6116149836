#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "plumbline/report.h"

namespace plumbline::craft {

/// A rule whose points or outcome changed in a document, or that only one of the packs has.
struct RuleImpact {
  std::string rule;
  std::string before, after;  ///< "fail 0/5"; empty where the pack has no such rule
  std::optional<Outcome> outcome_before, outcome_after;  ///< the same without the points
};

/// What a new pack makes of one document that the old one checked.
struct DocumentImpact {
  std::string path;
  DocumentStatus before = DocumentStatus::kNotChecked, after = DocumentStatus::kNotChecked;
  std::string reason;  ///< of the new report, where it was not checked
  std::vector<Finding> added, removed;
  std::vector<RuleImpact> rules;
  std::string score_before, score_after;  ///< "71/85"; empty where there is none
  std::string grade_before, grade_after;

  bool changed() const;
};

/// How often a rule adds and removes findings or changes its result.
struct RuleTally {
  int added = 0, removed = 0, documents = 0;
};

struct Impact {
  std::vector<DocumentImpact> documents;   ///< all, in the order of the reports
  std::map<std::string, RuleTally> rules;  ///< those that change something
  int changed = 0, grades = 0, not_checked = 0;
};

/// Both lists hold the same documents in the same order. A finding is the same where fingerprint
/// and severity are.
Impact compare(std::span<const DocumentReport> before, std::span<const DocumentReport> after);

}  // namespace plumbline::craft
