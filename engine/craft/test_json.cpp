#include "engine/craft/test_json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace plumbline::craft {
namespace {

using Json = nlohmann::ordered_json;
using packtest::Branch;
using packtest::Case;
using packtest::CaseResult;
using packtest::Coverage;
using packtest::Mutant;
using packtest::MutationScore;

constexpr std::array<std::string_view, 6> kBranchKinds = {"rule",    "state", "term",
                                                          "pattern", "guard", "condition"};

Json at(const Case& test) {
  return {{"path", test.path}, {"line", test.at_line}, {"column", test.at_column}};
}

Json expected(const Case& test) {
  return {{"outcome", name_of(test.expected)},
          {"name", test.name},
          {"state", test.state},
          {"quote", test.quote},
          {"section", test.section},
          {"line", test.line},
          {"column", test.column}};
}

Json got(const CaseResult& result) {
  Json findings = Json::array();
  for (const Finding& one : result.judgement.findings)
    findings.push_back({{"rule", one.rule},
                        {"state", one.state},
                        {"severity", name_of(one.severity)},
                        {"quote", one.quote},
                        {"section", headings_above(*result.subject, one)},
                        {"line", one.location.line},
                        {"column", one.location.column},
                        {"message", one.message}});
  return {{"outcome", name_of(result.judgement.result.outcome)},
          {"reason", result.judgement.result.reason},
          {"findings", findings}};
}

Json failures(const packtest::Report& report) {
  Json list = Json::array();
  for (const CaseResult& result : report.results) {
    if (result.failed())
      list.push_back({{"rule", result.test.rule},
                      {"at", at(result.test)},
                      {"document", result.test.document},
                      {"expected", expected(result.test)},
                      {"got", got(result)}});
  }
  return list;
}

Json skipped(const packtest::Report& report) {
  Json list = Json::array();
  for (const CaseResult& result : report.results) {
    if (result.skipped())
      list.push_back({{"rule", result.test.rule},
                      {"at", at(result.test)},
                      {"disabled", result.test.disabled}});
  }
  return list;
}

Json branch(const Branch& one) {
  return {{"name", one.name},
          {"kind", kBranchKinds[static_cast<std::size_t>(one.kind)]},
          {"at", {{"path", one.path}, {"line", one.line}, {"column", one.column}}},
          {"fired", one.fired},
          {"spared", one.spared}};
}

Json coverage(const Coverage& whole) {
  Json rules = Json::array();
  for (const Coverage& rule : by_rule(whole)) {
    Json branches = Json::array();
    for (const Branch& one : rule.branches) branches.push_back(branch(one));
    rules.push_back({{"rule", rule.branches.front().rule},
                     {"done", rule.done()},
                     {"all", rule.all()},
                     {"branches", branches}});
  }
  return {
      {"percent", whole.percent()}, {"done", whole.done()}, {"all", whole.all()}, {"rules", rules}};
}

Json mutation(const MutationScore& score) {
  Json broken = Json::array();
  for (const Mutant& mutant : score.mutants) {
    if (!mutant.holds())
      broken.push_back({{"name", mutant.mutation.name.in(Language::kEnglish)},
                        {"at", {{"path", mutant.mutation.path}, {"line", mutant.mutation.line}}},
                        {"must", mutant.mutation.must},
                        {"caught", mutant.caught},
                        {"besides", mutant.besides}});
  }
  return {{"percent", score.percent()},
          {"held", score.held()},
          {"all", score.mutants.size()},
          {"unclean", score.unclean},
          {"broken", broken}};
}

Json pack(const packtest::Report& report, const packtest::Bars& bars) {
  return {{"id", report.pack->id},
          {"version", report.pack->version},
          {"sha256", report.pack->sha256},
          {"passes", report.passes(bars)},
          {"cases",
           {{"run", report.run()}, {"failed", report.failed()}, {"skipped", report.skipped()}}},
          {"failures", failures(report)},
          {"skipped", skipped(report)},
          {"coverage", coverage(report.coverage)},
          {"mutation", mutation(report.mutation)}};
}

}  // namespace

std::string test_json(std::span<const packtest::Report> reports, const packtest::Bars& bars,
                      std::string_view version) {
  Json packs = Json::array();
  for (const packtest::Report& report : reports) packs.push_back(pack(report, bars));
  const bool passes = std::ranges::all_of(
      reports, [&](const packtest::Report& report) { return report.passes(bars); });
  const Json all = {{"schema", "test-v1"},
                    {"plumbline", version},
                    {"bars", {{"coverage", bars.coverage}, {"mutation", bars.mutation}}},
                    {"passes", passes},
                    {"packs", packs}};
  return all.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace plumbline::craft
