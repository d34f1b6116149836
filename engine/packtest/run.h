#pragma once

#include <memory>
#include <vector>

#include "engine/packtest/cases.h"
#include "engine/packtest/trial.h"
#include "engine/rules/pack.h"
#include "plumbline/diagnostic.h"

namespace plumbline::packtest {

/// What came of a case.
struct CaseResult {
  Case test;
  bool holds = false;
  Judgement judgement;  ///< kNotChecked where the document could not be read
  /// The case is about something that is disabled, and counts neither way.
  bool skipped() const { return !test.disabled.empty(); }
  bool failed() const { return !holds && !skipped(); }
  std::shared_ptr<const Prepared> subject;
};

/// Tries each case with nothing but its own rule in view, on `jobs` threads; the text is a
/// fragment, so it counts as a document of the pack's kind. A passing case has the outcome pass and
/// no finding at all, not even a note; one that names a term looks at that term alone. A case that
/// would hold if the pack did not disable some terms of its rule is skipped, and so are those of
/// disabled rules. Complains where a rule does not compile. `pack` must outlive the results.
std::vector<CaseResult> run_cases(const rules::Pack& pack, std::vector<Case> cases,
                                  std::size_t jobs, DiagnosticSink& sink);

}  // namespace plumbline::packtest
