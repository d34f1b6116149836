#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/rules/pack.h"
#include "plumbline/report.h"

namespace plumbline::score {

/// Points and grade from the outcomes; pure integer arithmetic. results[i] answers pack.rules[i]
/// and already carries possible and earned.
///
/// Not-applicable and blocked rules leave both `earned` and `applicable`. Undecided ones
/// (needs-review, not-checked, rule-error) stay in `applicable` and open the interval: `low` is
/// `earned`, `high` adds their points. `percent` is that of `low`, rounded down; where the ends of
/// the interval reach different grades, `grade` is "low～high". Gates cap the grade, never the
/// points; so do the errors that a grade does not allow (`max_errors`).
Score compute(const rules::Pack& pack, std::span<const RuleResult> results, int errors);

/// What a rule came to, as far as its points go.
struct Tally {
  Outcome outcome = Outcome::kPass;
  std::vector<std::string> states;  ///< of the findings that cost points
};
/// A pass earns all; a failure what `deduct` leaves, or the least of what `partial` grants to its
/// states; anything else nothing (compute() keeps what is undecided apart).
int earned_points(const rules::Rule& rule, const Tally& tally);

}  // namespace plumbline::score
