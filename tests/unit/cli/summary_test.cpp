#include "engine/cli/summary.h"

#include "doctest/doctest.h"

namespace plumbline::cli {
namespace {

DocumentReport document(DocumentStatus status, std::vector<Finding> findings = {},
                        Outcome outcome = Outcome::kPass) {
  DocumentReport report;
  report.status = status;
  report.findings = std::move(findings);
  report.rules = {{"rule", "", outcome, "", 1, 1}};
  return report;
}

Finding finding(Severity severity, bool waived = false) {
  Finding found;
  found.severity = severity;
  found.waived = waived;
  return found;
}

Tally tally_of(const std::vector<DocumentReport>& documents, std::optional<Severity> fail_on,
               int skipped = 0) {
  Tally tally(fail_on, skipped);
  for (const DocumentReport& one : documents) tally.add(one);
  return tally;
}

TEST_SUITE("cli.summary") {
  TEST_CASE("documents and findings add up") {
    const Summary summary =
        tally_of({document(DocumentStatus::kChecked,
                           {finding(Severity::kError), finding(Severity::kError, true),
                            finding(Severity::kNote)}),
                  document(DocumentStatus::kChecked, {finding(Severity::kWarning)}),
                  document(DocumentStatus::kOtherKind), document(DocumentStatus::kNotChecked)},
                 std::nullopt, 7)
            .summary();
    CHECK(summary.documents == 4);
    CHECK(summary.checked == 2);
    CHECK(summary.other_kind == 1);
    CHECK(summary.not_checked == 1);
    CHECK(summary.documents == summary.checked + summary.other_kind + summary.not_checked);
    CHECK(summary.skipped == 7);
    CHECK(summary.errors == 1);
    CHECK(summary.warnings == 1);
    CHECK(summary.notes == 1);
  }

  TEST_CASE("three outranks one and a finding counts from the level that fails") {
    const auto checked = DocumentStatus::kChecked;
    const DocumentReport warning = document(checked, {finding(Severity::kWarning)});
    const struct {
      std::vector<DocumentReport> documents;
      std::optional<Severity> fail_on;
      ExitStatus status;
    } rows[] = {
        {{document(checked)}, Severity::kNote, kClean},
        {{warning}, Severity::kError, kClean},
        {{warning}, Severity::kWarning, kFindings},
        {{warning}, Severity::kNote, kFindings},
        {{document(checked, {finding(Severity::kError)})}, std::nullopt, kClean},
        {{document(checked, {finding(Severity::kError, true)})}, Severity::kNote, kClean},
        {{warning, document(DocumentStatus::kOtherKind)}, Severity::kNote, kNotChecked},
        {{document(DocumentStatus::kNotChecked)}, std::nullopt, kNotChecked},
        {{document(checked, {}, Outcome::kNotChecked)}, std::nullopt, kNotChecked},
        {{document(checked, {}, Outcome::kRuleError)}, std::nullopt, kNotChecked},
        {{document(checked, {}, Outcome::kNeedsReview)}, Severity::kNote, kClean},
        {{document(checked, {}, Outcome::kBlocked)}, Severity::kNote, kClean},
    };
    for (const auto& row : rows) CHECK(tally_of(row.documents, row.fail_on).status() == row.status);
  }
}

}  // namespace
}  // namespace plumbline::cli
