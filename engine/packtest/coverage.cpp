#include "engine/packtest/coverage.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "engine/base/in_parallel.h"
#include "engine/packtest/element_coverage.h"
#include "engine/packtest/trial.h"

namespace plumbline::packtest {
namespace {

bool fired(const CaseResult& result, const std::string& rule_or_term) {
  return std::ranges::any_of(result.judgement.findings, [&](const Finding& finding) {
    return finding.rule == rule_or_term || finding.rule.starts_with(rule_or_term + ".");
  });
}

/// Branches that are tried out on the same reduced rule: those of a term, or those of the rule
/// outside its terms.
struct Owner {
  const rules::Rule* rule = nullptr;
  std::string term;
  std::vector<const CaseResult*> cases;
  std::vector<std::pair<RuleBranch, std::size_t>> tried;  ///< with the place of its answer
};

/// Tries out the branches of one owner.
class Workshop {
 public:
  Workshop(const rules::Pack& pack, const Owner& owner) : pack_(pack), owner_(owner) {}

  void run(std::vector<Branch>& answers) {
    look_at_cases();
    for (const auto& [branch, answer] : owner_.tried) measure(branch, answers[answer]);
  }

 private:
  struct Seen {
    const CaseResult* result = nullptr;
    Judgement whole;  ///< what the owner says with nothing taken out
  };

  std::optional<Trial> trial(std::span<const rules::Node* const> left_out) const {
    DiagnosticSink sink;
    return Trial::create(reduced(*owner_.rule, owner_.term, left_out), pack_, sink);
  }

  /// A term has something to decide only where it would hit without its guards and conditions.
  void look_at_cases() {
    std::vector<const rules::Node*> guards;
    for (const auto& [branch, answer] : owner_.tried) {
      if (branch.kind == BranchKind::kGuard || branch.kind == BranchKind::kCondition)
        guards.push_back(branch.node);
    }
    const std::optional<Trial> whole = trial({});
    const std::optional<Trial> bare = owner_.term.empty() ? std::nullopt : trial(guards);
    for (const CaseResult* result : owner_.cases) {
      if (whole && (!bare || !bare->judge(*result->subject).findings.empty()))
        seen_.push_back({result, whole->judge(*result->subject)});
    }
  }

  void measure(const RuleBranch& branch, Branch& answer) const {
    const std::array<const rules::Node*, 1> left_out = {branch.node};
    const std::optional<Trial> without = trial(left_out);
    const bool guards = branch.kind != BranchKind::kPattern;
    if (!guards)
      answer.spared = seen_.size() < owner_.cases.size();
    for (const Seen& seen : seen_) {
      const bool decided = seen.whole.result.outcome != Outcome::kNeedsReview;
      if (without && decided && !same(seen.whole, without->judge(*seen.result->subject)))
        answer.fired = true;
      else if (!guards)
        answer.spared = true;
      if (guards && !seen.whole.findings.empty())
        answer.spared = true;
      if (answer.fired && answer.spared)
        return;
    }
  }

  const rules::Pack& pack_;
  const Owner& owner_;
  std::vector<Seen> seen_;
};

class Measurer {
 public:
  Measurer(const rules::Pack& pack, std::span<const CaseResult> results)
      : pack_(pack), patterns_(pattern_scalars(pack)) {
    for (const CaseResult& result : results) {
      if (!result.skipped())
        cases_[result.test.rule].push_back(&result);
    }
  }

  Coverage run(std::size_t jobs) {
    for (const rules::Rule& rule : pack_.rules) enlist(rule);
    std::vector<Branch>& answers = coverage_.branches;
    in_parallel(owners_.size(), jobs,
                [&](std::size_t i) { Workshop(pack_, owners_[i]).run(answers); });
    return std::move(coverage_);
  }

 private:
  void enlist(const rules::Rule& rule) {
    std::map<std::string, std::size_t> owners;  // by term
    for (RuleBranch& branch : branches_of(rule, patterns_)) {
      const std::size_t answer = coverage_.branches.size();
      coverage_.branches.push_back(placed(rule, branch));
      if (tells_itself(rule, branch, coverage_.branches.back()))
        continue;
      const auto [found, fresh] = owners.try_emplace(branch.term, owners_.size());
      if (fresh)
        owners_.push_back({&rule, branch.term, cases_[rule.id], {}});
      owners_[found->second].tried.emplace_back(std::move(branch), answer);
    }
  }

  /// Rules, terms and states are seen in the findings.
  bool tells_itself(const rules::Rule& rule, const RuleBranch& branch, Branch& answer) {
    const std::string id = branch.term.empty() ? rule.id : rule.id + "." + branch.term;
    for (const CaseResult* result : cases_[rule.id]) {
      if (branch.kind == BranchKind::kRule || branch.kind == BranchKind::kTerm)
        (fired(*result, id) ? answer.fired : answer.spared) = true;
      if (branch.kind != BranchKind::kState)
        continue;
      const bool found = std::ranges::find(result->judgement.findings, branch.key,
                                           &Finding::state) != result->judgement.findings.end();
      (found ? answer.fired : answer.spared) = true;
    }
    return branch.kind == BranchKind::kRule || branch.kind == BranchKind::kTerm ||
           branch.kind == BranchKind::kState;
  }

  static Branch placed(const rules::Rule& rule, const RuleBranch& branch) {
    const std::string owner = branch.term.empty() ? rule.id : rule.id + "." + branch.term;
    const rules::Node& at = *branch.node;
    return {.kind = branch.kind,
            .rule = rule.id,
            .name = branch.key.empty() ? owner : owner + " " + branch.key,
            .path = at.file ? at.file->path : "",
            .line = at.at.line,
            .column = at.at.column};
  }

  const rules::Pack& pack_;
  const std::set<const rules::Node*> patterns_;
  std::map<std::string, std::vector<const CaseResult*>> cases_;
  std::vector<Owner> owners_;
  Coverage coverage_;
};

}  // namespace

int Coverage::done() const {
  int count = 0;
  for (const Branch& branch : branches) count += (branch.fired ? 1 : 0) + (branch.spared ? 1 : 0);
  return count;
}

int Coverage::all() const {
  return 2 * static_cast<int>(branches.size());
}

int Coverage::percent() const {
  return branches.empty() ? 100 : done() * 100 / all();
}

std::vector<Coverage> by_rule(const Coverage& coverage) {
  std::vector<Coverage> rules;
  for (const Branch& branch : coverage.branches) {
    if (rules.empty() || rules.back().branches.front().rule != branch.rule)
      rules.emplace_back();
    rules.back().branches.push_back(branch);
  }
  return rules;
}

Coverage measure(const rules::Pack& pack, std::span<const CaseResult> results, std::size_t jobs) {
  Coverage coverage = Measurer(pack, results).run(jobs);
  std::ranges::move(measure_elements(pack, results, jobs), std::back_inserter(coverage.branches));
  return coverage;
}

}  // namespace plumbline::packtest
