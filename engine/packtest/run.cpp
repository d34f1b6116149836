#include "engine/packtest/run.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "engine/base/in_parallel.h"
#include "engine/packtest/branches.h"

namespace plumbline::packtest {
namespace {

bool answers(const Finding& finding, const CaseResult& result) {
  const Case& test = result.test;
  const std::string wanted = test.name.empty() ? test.rule : test.rule + "." + test.name;
  return (test.name.empty() || finding.rule == wanted) &&
         (test.state.empty() || finding.state == test.state) &&
         (test.quote.empty() || finding.quote == test.quote) &&
         (test.section.empty() ||
          headings_above(*result.subject, finding).find(test.section) != std::string::npos) &&
         (test.line == 0 || finding.location.line == test.line) &&
         (test.column == 0 || finding.location.column == test.column);
}

bool holds(const CaseResult& result) {
  const Case& test = result.test;
  const Judgement& got = result.judgement;
  if (test.expected == Outcome::kFail)
    return std::ranges::any_of(got.findings,
                               [&](const Finding& finding) { return answers(finding, result); });
  return got.result.outcome == test.expected && got.findings.empty();
}

/// What `disable` takes out of the rule and the case asks for by name, or empty.
std::string disabled_name(const rules::Rule& rule, const Case& test) {
  const std::string wanted = rule.id + "." + test.name;
  const bool is_out = std::ranges::find(rule.disabled_terms, wanted) != rule.disabled_terms.end();
  return is_out ? wanted : "";
}

/// Cases that need not hold because they are about something that `disable` takes out.
class Disabled {
 public:
  explicit Disabled(const rules::Pack& pack) : pack_(pack) {
    for (const rules::Rule& rule : pack.rules) {
      if (rule.undisabled != nullptr)
        whole_.emplace(rule.id, whole(rule));
    }
  }

  /// The terms without which the case does not hold, or empty.
  std::string of(const CaseResult& result) const {
    const auto found = whole_.find(result.test.rule);
    if (found == whole_.end() || !found->second)
      return "";
    const CaseResult as_before{result.test, false, found->second->judge(*result.subject),
                               result.subject};
    return holds(as_before) ? listed(*pack_.rule(result.test.rule)) : "";
  }

 private:
  /// The rule with its disabled terms back in their places.
  std::optional<Trial> whole(const rules::Rule& rule) const {
    rules::Rule copy = rule;
    copy.body = *rule.undisabled;
    DiagnosticSink sink;
    return Trial::create(std::move(copy), pack_, sink);
  }

  static std::string listed(const rules::Rule& rule) {
    std::string all;
    for (const std::string& term : rule.disabled_terms) all += (all.empty() ? "" : ", ") + term;
    return all;
  }

  const rules::Pack& pack_;
  std::map<std::string, std::optional<Trial>> whole_;
};

/// The rule that a case is about: all of it, or the term that a case without findings names.
using Subject = std::pair<std::string, std::string>;

Subject subject_of(const Case& test) {
  return {test.rule, test.expected == Outcome::kFail ? "" : test.name};
}

}  // namespace

std::vector<CaseResult> run_cases(const rules::Pack& pack, std::vector<Case> cases,
                                  std::size_t jobs, DiagnosticSink& sink) {
  std::map<Subject, std::optional<Trial>> trials;
  for (Case& test : cases) {
    const rules::Rule* rule = pack.rule(test.rule);
    if (rule != nullptr)
      test.disabled = disabled_name(*rule, test);
    if (!test.disabled.empty())
      continue;
    const auto [trial, fresh] = trials.try_emplace(subject_of(test));
    if (fresh && rule != nullptr)
      trial->second = Trial::create(reduced(*rule, trial->first.second, {}), pack, sink);
  }
  if (sink.has_errors())
    return {};
  const Disabled disabled(pack);
  std::vector<CaseResult> results(cases.size());
  in_parallel(cases.size(), jobs, [&](std::size_t i) {
    CaseResult& result = results[i];
    result.test = std::move(cases[i]);
    Case& test = result.test;
    if (!test.disabled.empty())
      return;
    result.subject =
        std::make_shared<const Prepared>(prepare(pack, test.document, test.bytes, test.options));
    if (const auto& trial = trials.at(subject_of(test)))
      result.judgement = trial->judge(*result.subject);
    result.holds = holds(result);
    if (!result.holds)
      test.disabled = disabled.of(result);
  });
  return results;
}

}  // namespace plumbline::packtest
