#include "engine/cli/test_words.h"

#include <algorithm>
#include <string_view>

#include "engine/output/columns.h"

namespace plumbline::cli {
namespace {

using packtest::Branch;
using packtest::Case;
using packtest::CaseResult;
using packtest::Coverage;

constexpr std::size_t kLinesOfText = 4;

std::string place(const std::string& path, int line, int column) {
  return line == 0 ? path : path + ":" + std::to_string(line) + ":" + std::to_string(column);
}

std::string location_words(int line, int column) {
  std::string words = line > 0 ? " " + std::to_string(line) : "";
  return column > 0 ? words + ":" + std::to_string(column) : words;
}

std::string finding_words(const std::string& rule, const std::string& state,
                          const std::string& quote, const std::string& section,
                          const std::string& location) {
  return rule + (state.empty() ? "" : " " + state) + (quote.empty() ? "" : " “" + quote + "”") +
         (section.empty() ? "" : "（" + section + "）") + location;
}

std::string expected_words(const Case& test) {
  if (test.expected != Outcome::kFail)
    return std::string(name_of(test.expected));
  const std::string rule = test.name.empty() ? test.rule : test.rule + "." + test.name;
  return finding_words(rule, test.state, test.quote, test.section,
                       location_words(test.line, test.column));
}

std::string got_words(const Finding& found, const CaseResult& result) {
  const bool tells_section = !result.test.section.empty();
  return finding_words(found.rule, found.state, found.quote,
                       tells_section ? headings_above(*result.subject, found) : "",
                       location_words(found.location.line, found.location.column)) +
         ": " + found.message;
}

/// The beginning of a case's text, so that a failure can be read without opening the pack.
std::string excerpt(const Case& test) {
  std::string words;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < kLinesOfText && begin < test.bytes.size(); ++i) {
    const std::size_t end = std::min(test.bytes.find('\n', begin), test.bytes.size());
    words += "  | " + output::printable(test.bytes.substr(begin, end - begin)) + "\n";
    begin = end + 1;
  }
  return begin < test.bytes.size() ? words + "  | …\n" : words;
}

std::string line(const Session& session, Say side, const std::string& words) {
  return session.words(side, {output::printable(words)}) + "\n";
}

/// A fragment without a full sentence may be taken for the navigation of a web page.
bool has_text(const CaseResult& result) {
  const auto roles = result.subject->document.roles();
  return !result.subject->read || std::ranges::any_of(roles, [](document::Role role) {
    return role != document::Role::kFurniture;
  });
}

/// Expected and got, as a difference.
std::string failure_words(const CaseResult& result, const Session& session) {
  const Case& test = result.test;
  const RuleResult& got = result.judgement.result;
  const bool is_text = test.document.ends_with(".txt") || test.document.ends_with(".md");
  std::string words = place(test.path, test.at_line, test.at_column) + ": " + test.rule + "\n" +
                      (is_text ? excerpt(test) : "");
  words += line(session, Say::kExpected, expected_words(test));
  for (const Finding& found : result.judgement.findings)
    words += line(session, Say::kGot, got_words(found, result));
  if (result.judgement.findings.empty())
    words +=
        line(session, Say::kGot,
             std::string(name_of(got.outcome)) + (got.reason.empty() ? "" : ": " + got.reason));
  return words + (has_text(result) ? "" : session.words(Say::kOnlyFurniture) + "\n");
}

/// What stands behind the rule's id in the name of a branch; the id itself for the rule.
std::string_view inside(const Branch& branch) {
  const std::string_view name = branch.name;
  return name.size() > branch.rule.size() ? name.substr(branch.rule.size() + 1) : name;
}

std::string rule_words(const Coverage& rule, const Session& session) {
  std::string words;
  for (const Branch& branch : rule.branches) {
    if (branch.fired && branch.spared)
      continue;
    const Say what = branch.fired    ? Say::kNeverSpared
                     : branch.spared ? Say::kNeverFired
                                     : Say::kNeverTried;
    words += "  " + place(branch.path, branch.line, branch.column) + ": " +
             session.words(what, {inside(branch)}) + "\n";
  }
  if (words.empty())
    return "";
  return session.words(Say::kRuleCoverage, {rule.branches.front().rule, std::to_string(rule.done()),
                                            std::to_string(rule.all())}) +
         "\n" + words;
}

std::string coverage_words(const Coverage& coverage, const Session& session) {
  std::string words;
  for (const Coverage& rule : by_rule(coverage)) words += rule_words(rule, session);
  return words +
         session.words(Say::kCoverage,
                       {std::to_string(coverage.percent()), std::to_string(coverage.done()),
                        std::to_string(coverage.all())}) +
         "\n";
}

/// What of the broken samples was not found, and what fired besides.
std::string mutation_words(const packtest::MutationScore& score, const Session& session) {
  std::string words;
  for (const std::string& finding : score.unclean)
    words += session.words(Say::kSampleUnclean, {finding}) + "\n";
  for (const packtest::Mutant& mutant : score.mutants) {
    const packtest::Mutation& mutation = mutant.mutation;
    const std::string at = mutation.path + ":" + std::to_string(mutation.line) + ": ";
    std::string rules;
    for (const std::string& rule : mutation.must) rules += (rules.empty() ? "" : ", ") + rule;
    if (!mutant.caught)
      words += at + session.words(Say::kSurvivor, {mutation.name.in(session.language), rules}) + "\n";
    for (const std::string& finding : mutant.besides)
      words += at + session.words(Say::kBesides, {mutation.name.in(session.language), finding}) + "\n";
  }
  if (score.mutants.empty())
    return words;
  return words +
         session.words(Say::kMutations,
                       {std::to_string(score.percent()), std::to_string(score.held()),
                        std::to_string(score.mutants.size())}) +
         "\n";
}

std::string sums(const packtest::Report& report, const Session& session) {
  std::string words = session.words(
      Say::kCasesRun, {report.pack->id, report.pack->version, std::to_string(report.run()),
                       std::to_string(report.failed())});
  if (report.skipped() > 0)
    words += session.words(Say::kCasesSkipped, {std::to_string(report.skipped())});
  return words + "\n";
}

}  // namespace

std::string test_words(const packtest::Report& report, const packtest::Bars& bars,
                       const Session& session) {
  std::string words;
  for (const CaseResult& result : report.results)
    words += result.failed() ? failure_words(result, session) : "";
  words += coverage_words(report.coverage, session) + mutation_words(report.mutation, session) +
           sums(report, session);
  if (report.coverage.percent() < bars.coverage)
    words += session.words(Say::kCoverageBelow, {std::to_string(bars.coverage)}) + "\n";
  if (report.mutation.percent() < bars.mutation)
    words += session.words(Say::kMutationBelow, {std::to_string(bars.mutation)}) + "\n";
  return words;
}

}  // namespace plumbline::cli
