#pragma once

#include <string>

#include "plumbline/report.h"

namespace plumbline::output {

/// The checker could not decide: needs-review, not-checked, rule-error.
bool is_undecided(Outcome outcome);
/// Leaves both sides of the score: not-applicable, blocked.
bool is_outside(Outcome outcome);

/// What became of one document, in one sentence: counts and score, or why it was not checked.
std::string verdict_words(const DocumentReport& document);

}  // namespace plumbline::output
