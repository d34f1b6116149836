#include "engine/packtest/run.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "engine/packtest/branches.h"
#include "engine/packtest/parallel.h"

namespace plumbline::packtest {
namespace {

bool answers(const Finding& finding, const Case& test) {
  const std::string wanted = test.name.empty() ? test.rule : test.rule + "." + test.name;
  return (test.name.empty() || finding.rule == wanted) &&
         (test.state.empty() || finding.state == test.state) &&
         (test.quote.empty() || finding.quote == test.quote) &&
         (test.section.empty() ||
          finding.location.section.find(test.section) != std::string::npos) &&
         (test.line == 0 || finding.location.line == test.line) &&
         (test.column == 0 || finding.location.column == test.column);
}

bool holds(const CaseResult& result) {
  const Case& test = result.test;
  const Judgement& got = result.judgement;
  if (test.expected == Outcome::kFail)
    return std::ranges::any_of(got.findings,
                               [&](const Finding& finding) { return answers(finding, test); });
  return got.result.outcome == test.expected && got.findings.empty();
}

/// The rule that a case is about: all of it, or the term that a case without findings names.
using Subject = std::pair<std::string, std::string>;

Subject subject_of(const Case& test) {
  return {test.rule, test.expected == Outcome::kFail ? "" : test.name};
}

}  // namespace

std::vector<CaseResult> run_cases(const rules::Pack& pack, std::vector<Case> cases,
                                  std::size_t jobs, DiagnosticSink& sink) {
  std::map<Subject, std::optional<Trial>> trials;
  for (const Case& test : cases) {
    const rules::Rule* rule = pack.rule(test.rule);
    const auto [trial, fresh] = trials.try_emplace(subject_of(test));
    if (fresh && rule != nullptr)
      trial->second = Trial::create(reduced(*rule, trial->first.second, {}), pack, sink);
  }
  if (sink.has_errors())
    return {};
  std::vector<CaseResult> results(cases.size());
  in_parallel(cases.size(), jobs, [&](std::size_t i) {
    CaseResult& result = results[i];
    result.test = std::move(cases[i]);
    const Case& test = result.test;
    result.subject =
        std::make_shared<const Prepared>(prepare(pack, test.document, test.bytes, test.options));
    if (const auto& trial = trials.at(subject_of(test)))
      result.judgement = trial->judge(*result.subject);
    result.holds = holds(result);
  });
  return results;
}

}  // namespace plumbline::packtest
