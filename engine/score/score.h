#pragma once

#include <span>
#include <vector>

#include "engine/rules/pack.h"
#include "plumbline/report.h"

namespace plumbline::score {

/// Points and grade from the outcomes; pure integer arithmetic. results[i] answers pack.rules[i]
/// and already carries possible and earned.
Score compute(const rules::Pack& pack, std::span<const RuleResult> results);

/// Points a rule earns for its outcome and the states and number of its findings (errors, warnings).
struct Tally {
  Outcome outcome = Outcome::kPass;
  std::vector<std::string> states;  ///< of the findings that cost points
};
int earned_points(const rules::Rule& rule, const Tally& tally);

}  // namespace plumbline::score
