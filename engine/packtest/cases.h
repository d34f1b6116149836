#pragma once

#include <string>
#include <vector>

#include "engine/rules/pack.h"
#include "plumbline/diagnostic.h"
#include "plumbline/engine.h"
#include "plumbline/report.h"

/// The examples that rules carry: what a pack promises about itself.
namespace plumbline::packtest {

/// One example of a rule and what must come of it.
struct Case {
  std::string rule;
  Outcome expected = Outcome::kPass;  ///< kPass, kFail, kNotApplicable or kNeedsReview
  std::string document;               ///< its name, which tells the format
  std::string bytes;
  CheckOptions options;
  // Of the finding that a failing case asks for; empty or 0 = not asked. `section` is some of the
  // words of the headings above it. `name` may stand in any case.
  std::string name, state, quote, section;
  int line = 0, column = 0;
  // Where the case stands in the pack; line 0 for a file of its own.
  std::string path;
  int at_line = 0, at_column = 0;
  /// What `disable` takes out and the case is about, the rule or RULE.NAME: it is not run.
  std::string disabled;
};

/// The cases of every rule in the order of the rules: those of `cases:`, then the files
/// cases/RULE/OUTCOME-* beside the rule's pack.yaml; those of disabled rules behind them. A file
/// that cannot be read is complained about.
std::vector<Case> cases_of(const rules::Pack& pack, const rules::PackFiles& files,
                           DiagnosticSink& sink);

}  // namespace plumbline::packtest
