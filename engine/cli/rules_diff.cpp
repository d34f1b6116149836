#include <algorithm>
#include <array>

#include "engine/cli/commands.h"
#include "engine/cli/inputs.h"
#include "engine/cli/options.h"
#include "engine/cli/pack_words.h"
#include "engine/cli/packs.h"
#include "engine/cli/work.h"
#include "engine/craft/diff_json.h"
#include "engine/output/columns.h"
#include "engine/output/wording.h"
#include "engine/rules/pack.h"

namespace plumbline::cli {
namespace {

using craft::Difference;
using craft::DocumentImpact;
using craft::Impact;

constexpr std::array<std::string_view, 10> kKindWords = {"新增", "取消", "从严", "从宽", "分值",
                                                         "依据", "条件", "预告", "文字", "查法"};

/// "只是提及：请核实"; "必改，自2027年起" of what is announced; empty where there is nothing.
std::string dated_words(const rules::SeverityByState& severity, const std::string& from) {
  if (severity.empty() && from.empty())
    return "";
  return severity_words(severity) + (from.empty() ? "" : "，自" + from + "年起");
}

/// The same difference with its values in words.
Difference in_words(Difference one) {
  if (!one.severity_before.empty() || !one.from_before.empty())
    one.before = dated_words(one.severity_before, one.from_before);
  if (!one.severity_after.empty() || !one.from_after.empty())
    one.after = dated_words(one.severity_after, one.from_after);
  return one;
}

std::string words_of(const Difference& difference) {
  const Difference one = in_words(difference);
  std::string words = std::string(kKindWords[static_cast<std::size_t>(one.kind)]) + " " + one.id;
  if (one.kind == Difference::Kind::kRemoved)
    words += (one.before.empty() ? "" : "（" + one.before + "）") +
             (one.after.empty() ? "" : "：" + one.after);
  else if (one.before.empty())
    words += one.after.empty() ? "" : "（" + one.after + "）";
  else
    words += "：" + one.before + " → " + (one.after.empty() ? "无" : one.after);
  return output::printable(words) + "\n";
}

std::string finding_words(const char* mark, const Finding& finding) {
  const std::string place = output::place_words(finding);
  return std::string("  ") + mark + " " + std::string(output::words_of(finding.severity)) + " " +
         finding.rule + (place.empty() ? "" : "（" + place + "）") + "：" +
         output::printable(finding.message) + "\n";
}

std::string change(const std::string& before, const std::string& after) {
  return (before.empty() ? "无" : before) + " → " + (after.empty() ? "无" : after);
}

/// "不通过 0/5" for "fail 0/5".
std::string in_words(const std::string& result, const std::optional<Outcome>& outcome) {
  return outcome ? std::string(output::words_of(*outcome)) + result.substr(result.find(' ')) : "";
}

std::string document_words(const DocumentImpact& one) {
  std::string words = "\n" + output::printable(one.path) + "\n";
  if (one.before != one.after || one.after == DocumentStatus::kNotChecked)
    words += "  " +
             change(std::string(output::words_of(one.before)),
                    std::string(output::words_of(one.after))) +
             (one.reason.empty() ? "" : "：" + output::printable(one.reason)) + "\n";
  if (one.score_before != one.score_after)
    words += "  得分 " + change(one.score_before, one.score_after) + "\n";
  if (one.grade_before != one.grade_after)
    words += "  等次 " + change(one.grade_before, one.grade_after) + "\n";
  for (const Finding& finding : one.removed) words += finding_words("-", finding);
  for (const Finding& finding : one.added) words += finding_words("+", finding);
  for (const craft::RuleImpact& rule : one.rules)
    words += "  " + rule.rule + "：" +
             change(in_words(rule.before, rule.outcome_before),
                    in_words(rule.after, rule.outcome_after)) +
             "\n";
  return words;
}

std::string impact_words(const Impact& impact) {
  std::string words = "\n影响：共" + std::to_string(impact.documents.size()) + "份，" +
                      std::to_string(impact.changed) + "份有变化，" +
                      std::to_string(impact.grades) + "份等次改变，" +
                      std::to_string(impact.not_checked) + "份未能检查\n";
  for (const auto& [id, tally] : impact.rules)
    words += "  " + id + "：涉及" + std::to_string(tally.documents) + "份，问题增" +
             std::to_string(tally.added) + "减" + std::to_string(tally.removed) + "\n";
  for (const DocumentImpact& one : impact.documents)
    words += one.changed() || one.after == DocumentStatus::kNotChecked ? document_words(one) : "";
  return words;
}

std::string text(const Packs& packs, const std::vector<Difference>& changes,
                 const std::optional<Impact>& impact) {
  std::string words = pack_line(*packs.front()) + "\n→ " + pack_line(*packs.back()) + "\n";
  for (const Difference& one : changes) words += words_of(one);
  words += changes.empty() ? "没有不同\n" : "";
  return words + (impact ? impact_words(*impact) : "");
}

/// What both packs make of the documents; nullopt after a complaint.
std::optional<Impact> impact_on(const Arguments& arguments, const Packs& packs,
                                const CheckOptions& options, const Session& session,
                                DiagnosticSink& sink) {
  WorkOptions work;
  work.jobs = jobs(arguments, session, sink);
  work.worker = session.environment.worker;
  const Inputs inputs = gather_inputs(arguments.all("--on"));
  std::vector<std::vector<DocumentReport>> reports;
  for (const auto& pack : packs) {
    const std::optional<Engine> engine = Engine::create({pack}, sink);
    if (engine)
      engine->validate(options, sink);
    if (sink.has_errors())
      return std::nullopt;
    std::vector<DocumentReport>& own = reports.emplace_back();
    check_all(*engine, options, inputs.documents, work,
              [&own](DocumentReport&& report) { own.push_back(std::move(report)); });
  }
  return craft::compare(reports.front(), reports.back());
}

}  // namespace

int run_rules_diff(const Arguments& arguments, const Session& session) {
  DiagnosticSink sink;
  if (arguments.paths.size() != 2)
    sink.add(wrong_use("P3005", session.words(Say::kTwoPacks)));
  const std::string format = format_among(arguments, formats_of("rules diff"), session, sink);
  const CheckOptions options = check_options(arguments, session, sink);
  Packs packs;
  if (!sink.has_errors())
    packs = load_packs(arguments.paths, session, sink);
  std::optional<Impact> impact;
  if (!sink.has_errors() && arguments.has("--on"))
    impact = impact_on(arguments, packs, options, session, sink);
  session.complain(sink);
  if (sink.has_errors())
    return kUsage;
  const auto changes = craft::differences(*packs.front(), *packs.back());
  const std::string words = format == "json"
                                ? craft::diff_json(*packs.front(), *packs.back(), changes, impact)
                                : text(packs, changes, impact);
  if (!print(session, words))
    return kUsage;
  return impact && impact->not_checked > 0 ? kNotChecked : kClean;
}

}  // namespace plumbline::cli
