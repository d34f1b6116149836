#include "engine/score/score.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace plumbline::score {
namespace {

/// `not-applicable` and `blocked` leave both sides of the fraction.
bool counts(Outcome outcome) {
  return outcome != Outcome::kNotApplicable && outcome != Outcome::kBlocked;
}

bool undecided(Outcome outcome) {
  return outcome == Outcome::kNeedsReview || outcome == Outcome::kNotChecked ||
         outcome == Outcome::kRuleError;
}

/// A waived rule scores as it would unwaived; what it earned says what it came to.
Outcome unwaived(const RuleResult& result) {
  if (result.outcome != Outcome::kWaived)
    return result.outcome;
  if (result.earned >= result.possible)
    return Outcome::kPass;
  return result.earned == 0 ? Outcome::kFail : Outcome::kPartial;
}

int percent_of(int points, int applicable) {
  return applicable > 0 ? 100 * points / applicable : 0;
}

/// Grades stand best first; the index of the one that `percent` and `errors` reach, the last one otherwise.
std::size_t grade_at(const rules::Pack& pack, int percent, int errors) {
  for (std::size_t i = 0; i < pack.grades.size(); ++i) {
    const rules::Grade& grade = pack.grades[i];
    if (percent >= grade.from && (grade.max_errors < 0 || errors <= grade.max_errors))
      return i;
  }
  return pack.grades.size() - 1;
}

std::size_t grade_named(const rules::Pack& pack, const std::string& name) {
  for (std::size_t i = 0; i < pack.grades.size(); ++i) {
    if (pack.grades[i].name == name)
      return i;
  }
  return 0;
}

/// Gates whose rule came to one of their outcomes, in pack order.
std::vector<Gate> closed_gates(const rules::Pack& pack, std::span<const RuleResult> results) {
  std::vector<Gate> closed;
  for (const rules::GateRule& gate : pack.gates) {
    for (const RuleResult& result : results) {
      if (result.id != gate.rule)
        continue;
      if (std::find(gate.on.begin(), gate.on.end(), unwaived(result)) != gate.on.end())
        closed.push_back({gate.rule, gate.cap, gate.reason});
    }
  }
  return closed;
}

void add(Score& score, const RuleResult& result) {
  if (!counts(result.outcome))
    return;
  score.applicable += result.possible;
  if (undecided(result.outcome)) {
    score.high += result.possible;
    return;
  }
  score.earned += result.earned;
  score.high += result.earned;
}

/// One grade where both ends of the interval agree, "low～high" where they do not.
std::string grade_of(const rules::Pack& pack, const Score& score, int errors) {
  if (pack.grades.empty() || score.applicable == 0)
    return {};
  std::size_t low = grade_at(pack, percent_of(score.low, score.applicable), errors);
  std::size_t high = grade_at(pack, percent_of(score.high, score.applicable), errors);
  for (const Gate& gate : score.gates) {
    low = std::max(low, grade_named(pack, gate.cap));
    high = std::max(high, grade_named(pack, gate.cap));
  }
  if (low == high)
    return pack.grades[low].name;
  return pack.grades[low].name + "～" + pack.grades[high].name;
}

}  // namespace

Score compute(const rules::Pack& pack, std::span<const RuleResult> results, int errors) {
  Score score;
  for (const RuleResult& result : results) add(score, result);
  score.low = score.earned;
  score.percent = percent_of(score.earned, score.applicable);
  score.gates = closed_gates(pack, results);
  score.grade = grade_of(pack, score, errors);
  return score;
}

int earned_points(const rules::Rule& rule, const Tally& tally) {
  if (tally.outcome == Outcome::kPass)
    return rule.points;
  if (tally.outcome != Outcome::kPartial && tally.outcome != Outcome::kFail)
    return 0;
  if (rule.deduct > 0) {
    const std::size_t affordable = static_cast<std::size_t>(rule.points / rule.deduct) + 1;
    const int findings = static_cast<int>(std::min(tally.states.size(), affordable));
    return std::max(0, rule.points - rule.deduct * findings);
  }
  if (tally.states.empty())
    return 0;
  int earned = rule.points;
  for (const std::string& state : tally.states) {
    const auto partial = rule.partial.find(state);
    earned = std::min(earned, partial == rule.partial.end() ? 0 : partial->second);
  }
  return earned;
}

}  // namespace plumbline::score
