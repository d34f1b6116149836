#pragma once

#include <memory>
#include <vector>

#include "engine/packtest/cases.h"
#include "engine/rules/pack.h"
#include "plumbline/diagnostic.h"
#include "plumbline/report.h"

namespace plumbline::packtest {

/// What came of a case.
struct CaseResult {
  Case test;
  bool holds = false;
  RuleResult got;       ///< with kNotChecked where the document could not be read
  int report_year = 0;  ///< that the patterns ran with; 0 = unknown
  std::vector<Finding> findings;
};

/// Checks each case with the engine and nothing but its own rule in view; the text is a fragment,
/// so it counts as a document of the pack's kind. A passing case has the outcome pass and no
/// finding at all, not even a note. Complains where a rule does not compile.
std::vector<CaseResult> run_cases(const std::shared_ptr<const rules::Pack>& pack,
                                  std::vector<Case> cases, DiagnosticSink& sink);

}  // namespace plumbline::packtest
