#include "engine/packtest/run.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace plumbline::packtest {
namespace {

using rules::Pack;

/// The pack with one rule left, for documents of any kind. `pack` must outlive it: conditions point
/// into its rules.
std::shared_ptr<const Pack> alone(const Pack& pack, const std::string& rule) {
  auto only = std::make_shared<Pack>(pack);
  only->any_kind = true;
  only->gates.clear();
  std::erase_if(only->rules, [&](const rules::Rule& one) { return one.id != rule; });
  return only;
}

bool answers(const Finding& finding, const Case& test) {
  const std::string wanted = test.name.empty() ? test.rule : test.rule + "." + test.name;
  return (test.name.empty() || finding.rule == wanted) &&
         (test.state.empty() || finding.state == test.state) &&
         (test.quote.empty() || finding.quote == test.quote) &&
         (test.line == 0 || finding.location.line == test.line) &&
         (test.column == 0 || finding.location.column == test.column);
}

bool holds(const CaseResult& result) {
  const Case& test = result.test;
  if (test.expected == Outcome::kFail)
    return std::ranges::any_of(result.findings,
                               [&](const Finding& finding) { return answers(finding, test); });
  return result.got.outcome == test.expected && result.findings.empty();
}

int number(const std::string& digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

CaseResult run(const Engine& engine, Case test) {
  DocumentReport report = engine.check({test.document, test.bytes}, test.options);
  CaseResult result{.test = std::move(test), .findings = std::move(report.findings)};
  if (report.facts.report_year)
    result.report_year = number(report.facts.report_year->value);
  if (!report.rules.empty())
    result.got = std::move(report.rules.front());
  else
    result.got = {result.test.rule, "", Outcome::kNotChecked, report.reason, 0, 0};
  result.holds = holds(result);
  return result;
}

}  // namespace

std::vector<CaseResult> run_cases(const std::shared_ptr<const rules::Pack>& pack,
                                  std::vector<Case> cases, DiagnosticSink& sink) {
  std::vector<CaseResult> results;
  std::optional<Engine> engine;
  std::string compiled;  // the rule that `engine` holds: cases of a rule stand together
  for (Case& test : cases) {
    if (!engine || compiled != test.rule) {
      compiled = test.rule;
      engine = Engine::create({alone(*pack, test.rule)}, sink);
    }
    if (!engine)
      return results;
    results.push_back(run(*engine, std::move(test)));
  }
  return results;
}

}  // namespace plumbline::packtest
