#include "engine/cli/summary.h"

#include <algorithm>

namespace plumbline::cli {
namespace {

bool is_incomplete(const DocumentReport& document) {
  return document.status != DocumentStatus::kChecked ||
         std::ranges::any_of(document.rules, [](const RuleResult& rule) {
           return rule.outcome == Outcome::kNotChecked || rule.outcome == Outcome::kRuleError;
         });
}

}  // namespace

void Tally::add(const DocumentReport& document) {
  ++summary_.documents;
  summary_.checked += document.status == DocumentStatus::kChecked ? 1 : 0;
  summary_.other_kind += document.status == DocumentStatus::kOtherKind ? 1 : 0;
  summary_.not_checked += document.status == DocumentStatus::kNotChecked ? 1 : 0;
  incomplete_ = incomplete_ || is_incomplete(document);
  for (const Finding& finding : document.findings) {
    if (finding.waived) {
      ++summary_.waived;
      continue;
    }
    summary_.errors += finding.severity == Severity::kError ? 1 : 0;
    summary_.warnings += finding.severity == Severity::kWarning ? 1 : 0;
    summary_.notes += finding.severity == Severity::kNote ? 1 : 0;
    found_ = found_ || (fail_on_ && finding.severity >= *fail_on_);
  }
}

ExitStatus Tally::status() const {
  return incomplete_ ? kNotChecked : found_ ? kFindings : kClean;
}

}  // namespace plumbline::cli
