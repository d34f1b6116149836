#include "engine/craft/impact.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

namespace plumbline::craft {
namespace {

constexpr const char* kSilent = "pass 0/0";

std::string rule_of(const Finding& finding) {
  return finding.rule.substr(0, finding.rule.find('.'));
}

std::vector<Finding> without(const std::vector<Finding>& some, const std::vector<Finding>& others) {
  std::set<std::pair<std::string, Severity>> known;
  for (const Finding& one : others) known.emplace(one.fingerprint, one.severity);
  std::vector<Finding> left;
  for (const Finding& one : some) {
    if (!known.contains({one.fingerprint, one.severity}))
      left.push_back(one);
  }
  return left;
}

std::string result_words(const RuleResult* rule) {
  if (rule == nullptr)
    return "";
  return std::string(name_of(rule->outcome)) + " " + std::to_string(rule->earned) + "/" +
         std::to_string(rule->possible);
}

const RuleResult* rule_in(const DocumentReport& report, const std::string& id) {
  const auto found = std::ranges::find(report.rules, id, &RuleResult::id);
  return found == report.rules.end() ? nullptr : &*found;
}

std::vector<RuleImpact> rule_impacts(const DocumentReport& before, const DocumentReport& after) {
  std::vector<RuleImpact> found;
  const auto note = [&](const std::string& id) {
    const RuleResult* was = rule_in(before, id);
    const RuleResult* is = rule_in(after, id);
    RuleImpact one = {id, result_words(was), result_words(is),
                      was == nullptr ? std::nullopt : std::optional(was->outcome),
                      is == nullptr ? std::nullopt : std::optional(is->outcome)};
    // A rule without points that has nothing to say changes nothing where it is new or gone.
    const bool silent = (one.before.empty() && one.after == kSilent) ||
                        (one.after.empty() && one.before == kSilent);
    if (one.before != one.after && !silent)
      found.push_back(std::move(one));
  };
  for (const RuleResult& rule : before.rules) note(rule.id);
  for (const RuleResult& rule : after.rules) {
    if (rule_in(before, rule.id) == nullptr)
      note(rule.id);
  }
  return found;
}

std::string score_words(const std::optional<Score>& score) {
  return score ? std::to_string(score->earned) + "/" + std::to_string(score->applicable) : "";
}

DocumentImpact compare(const DocumentReport& before, const DocumentReport& after) {
  DocumentImpact impact;
  impact.path = after.path;
  impact.before = before.status;
  impact.after = after.status;
  impact.reason = after.status == DocumentStatus::kChecked ? "" : after.reason;
  impact.added = without(after.findings, before.findings);
  impact.removed = without(before.findings, after.findings);
  impact.rules = rule_impacts(before, after);
  impact.score_before = score_words(before.score);
  impact.score_after = score_words(after.score);
  impact.grade_before = before.score ? before.score->grade : "";
  impact.grade_after = after.score ? after.score->grade : "";
  return impact;
}

void count(const DocumentImpact& one, Impact& impact) {
  std::set<std::string> rules;
  for (const Finding& finding : one.added) {
    ++impact.rules[rule_of(finding)].added;
    rules.insert(rule_of(finding));
  }
  for (const Finding& finding : one.removed) {
    ++impact.rules[rule_of(finding)].removed;
    rules.insert(rule_of(finding));
  }
  for (const RuleImpact& rule : one.rules) rules.insert(rule.rule);
  for (const std::string& rule : rules) ++impact.rules[rule].documents;
  impact.changed += one.changed() ? 1 : 0;
  impact.grades += one.grade_before != one.grade_after ? 1 : 0;
  impact.not_checked += one.after == DocumentStatus::kNotChecked ? 1 : 0;
}

}  // namespace

bool DocumentImpact::changed() const {
  return before != after || !added.empty() || !removed.empty() || !rules.empty() ||
         score_before != score_after || grade_before != grade_after;
}

Impact compare(std::span<const DocumentReport> before, std::span<const DocumentReport> after) {
  Impact impact;
  for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) {
    impact.documents.push_back(compare(before[i], after[i]));
    count(impact.documents.back(), impact);
  }
  return impact;
}

}  // namespace plumbline::craft
