#include <algorithm>
#include <string_view>

#include "engine/cli/commands.h"
#include "engine/cli/options.h"
#include "engine/cli/packs.h"
#include "engine/io/pack_files.h"
#include "engine/packtest/coverage.h"
#include "engine/packtest/mutate.h"
#include "engine/packtest/run.h"
#include "engine/rules/pack.h"

namespace plumbline::cli {
namespace {

using packtest::Branch;
using packtest::Case;
using packtest::CaseResult;

constexpr std::size_t kLinesOfText = 4;

std::string place(const std::string& path, int line, int column) {
  return line == 0 ? path : path + ":" + std::to_string(line) + ":" + std::to_string(column);
}

std::string location_words(int line, int column) {
  std::string words = line > 0 ? " " + std::to_string(line) : "";
  return column > 0 ? words + ":" + std::to_string(column) : words;
}

std::string finding_words(const std::string& rule, const std::string& state,
                          const std::string& quote, int line, int column) {
  return rule + (state.empty() ? "" : " " + state) + (quote.empty() ? "" : " “" + quote + "”") +
         location_words(line, column);
}

std::string expected_words(const Case& test) {
  if (test.expected != Outcome::kFail)
    return std::string(name_of(test.expected));
  const std::string rule = test.name.empty() ? test.rule : test.rule + "." + test.name;
  return finding_words(rule, test.state, test.quote, test.line, test.column);
}

/// The beginning of a case's text, so that a failure can be read without opening the pack.
std::string excerpt(const Case& test) {
  std::string words;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < kLinesOfText && begin < test.bytes.size(); ++i) {
    const std::size_t end = std::min(test.bytes.find('\n', begin), test.bytes.size());
    words += "  | " + test.bytes.substr(begin, end - begin) + "\n";
    begin = end + 1;
  }
  return begin < test.bytes.size() ? words + "  | …\n" : words;
}

/// Expected and got, as a difference.
std::string failure_words(const CaseResult& result) {
  const Case& test = result.test;
  const bool is_text = test.document.ends_with(".txt");
  std::string words = place(test.path, test.at_line, test.at_column) + ": " + test.rule + "\n" +
                      (is_text ? excerpt(test) : "");
  words += "- " + expected_words(test) + "\n";
  for (const Finding& found : result.judgement.findings)
    words += "+ " +
             finding_words(found.rule, found.state, found.quote, found.location.line,
                           found.location.column) +
             ": " + found.message + "\n";
  if (result.judgement.findings.empty())
    words += "+ " + std::string(name_of(result.judgement.result.outcome)) +
             (result.judgement.result.reason.empty() ? "" : ": " + result.judgement.result.reason) +
             "\n";
  return words;
}

std::string coverage_words(const packtest::Coverage& coverage, const Session& session) {
  std::string words;
  for (const Branch& branch : coverage.branches) {
    if (branch.fired && branch.spared)
      continue;
    words += place(branch.path, branch.line, branch.column) + ": " +
             session.words(branch.fired    ? Say::kNeverSpared
                           : branch.spared ? Say::kNeverFired
                                           : Say::kNeverTried,
                           {branch.name}) +
             "\n";
  }
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
      words += at + session.words(Say::kSurvivor, {mutation.name, rules}) + "\n";
    for (const std::string& finding : mutant.besides)
      words += at + session.words(Say::kBesides, {mutation.name, finding}) + "\n";
  }
  if (score.mutants.empty())
    return words;
  return words +
         session.words(Say::kMutations,
                       {std::to_string(score.percent()), std::to_string(score.held()),
                        std::to_string(score.mutants.size())}) +
         "\n";
}

/// What the command line asks of a pack.
struct Bars {
  int coverage = 0, mutation = 0;
  std::size_t threads = 1;
};

/// Tests one pack and says what came of it; kClean or kFindings.
int test_pack(const std::shared_ptr<const rules::Pack>& pack, const Bars& bars,
              const Session& session, DiagnosticSink& sink, std::string& words) {
  const io::DiskPackFiles files(session.environment.pack_path);
  const std::vector<Case> cases = packtest::cases_of(*pack, files, sink);
  const auto results = packtest::run_cases(*pack, cases, bars.threads, sink);
  if (sink.has_errors())
    return kUsage;
  const auto failed = std::ranges::count(results, false, &CaseResult::holds);
  for (const CaseResult& result : results) words += result.holds ? "" : failure_words(result);
  const packtest::Coverage coverage = packtest::measure(*pack, results, bars.threads);
  words += coverage_words(coverage, session);
  const packtest::MutationScore score = packtest::mutate(pack, files, cases, bars.threads, sink);
  words += mutation_words(score, session);
  words += session.words(Say::kCasesRun, {pack->id, pack->version, std::to_string(results.size()),
                                          std::to_string(failed)}) +
           "\n";
  if (coverage.percent() < bars.coverage)
    words += session.words(Say::kCoverageBelow, {std::to_string(bars.coverage)}) + "\n";
  if (score.percent() < bars.mutation)
    words += session.words(Say::kMutationBelow, {std::to_string(bars.mutation)}) + "\n";
  const bool good = failed == 0 && score.unclean.empty() && coverage.percent() >= bars.coverage &&
                    score.percent() >= bars.mutation;
  return good ? kClean : kFindings;
}

}  // namespace

int run_rules_test(const Arguments& arguments, const Session& session) {
  DiagnosticSink sink;
  if (arguments.paths.empty())
    sink.add(wrong_use("P3005", session.words(Say::kNoPath)));
  const Bars bars = {percent(arguments, "--min-coverage", session, sink),
                     percent(arguments, "--min-mutation", session, sink),
                     jobs(arguments, session, sink)};
  Packs packs;
  if (!sink.has_errors())
    packs = load_packs(arguments.paths, session, sink);
  std::string words;
  int status = kClean;
  for (std::size_t i = 0; i < packs.size() && !sink.has_errors(); ++i)
    status = std::max(status, test_pack(packs[i], bars, session, sink, words));
  session.complain(sink);
  if (sink.has_errors())
    return kUsage;
  return print(session, words) ? status : kUsage;
}

}  // namespace plumbline::cli
