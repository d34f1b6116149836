#include "engine/cli/summary.h"

#include <algorithm>

namespace plumbline::cli {
namespace {

void count(const DocumentReport& document, Summary& summary) {
  ++summary.documents;
  summary.checked += document.status == DocumentStatus::kChecked ? 1 : 0;
  summary.other_kind += document.status == DocumentStatus::kOtherKind ? 1 : 0;
  summary.not_checked += document.status == DocumentStatus::kNotChecked ? 1 : 0;
  for (const Finding& finding : document.findings) {
    if (finding.waived) {
      ++summary.waived;
      continue;
    }
    summary.errors += finding.severity == Severity::kError ? 1 : 0;
    summary.warnings += finding.severity == Severity::kWarning ? 1 : 0;
    summary.notes += finding.severity == Severity::kNote ? 1 : 0;
  }
}

bool is_incomplete(const DocumentReport& document) {
  return document.status != DocumentStatus::kChecked ||
         std::ranges::any_of(document.rules, [](const RuleResult& rule) {
           return rule.outcome == Outcome::kNotChecked || rule.outcome == Outcome::kRuleError;
         });
}

}  // namespace

Summary summarise(const std::vector<DocumentReport>& documents, int skipped) {
  Summary summary;
  summary.skipped = skipped;
  for (const DocumentReport& document : documents) count(document, summary);
  return summary;
}

ExitStatus status_of(const std::vector<DocumentReport>& documents,
                     std::optional<Severity> fail_on) {
  if (std::ranges::any_of(documents, is_incomplete))
    return kNotChecked;
  const auto reaches = [fail_on](const Finding& finding) {
    return fail_on && !finding.waived && finding.severity >= *fail_on;
  };
  const bool found = std::ranges::any_of(documents, [&](const DocumentReport& document) {
    return std::ranges::any_of(document.findings, reaches);
  });
  return found ? kFindings : kClean;
}

}  // namespace plumbline::cli
