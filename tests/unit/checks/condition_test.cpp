#include "engine/checks/condition.h"

#include <doctest/doctest.h>

#include "tests/unit/checks/rule_runner.h"

namespace plumbline::checks {
namespace {

constexpr const char* kReport =
    "石桥镇2024年法治政府建设年度报告\n县委：\n一、主要举措\n开展普法。\n石桥镇人民政府\n"
    "2025年1月3日\n";
constexpr const char* kNote = "没有标题的一段话。\n";

RuleRunner rule_with(const std::string& conditions) {
  return RuleRunner("check: pairs\n" + conditions + "\n");
}

TEST_CASE("comparisons of years") {
  struct {
    const char* comparison;
    bool holds;
  } const rows[] = {{"2024", true},        {"2023", false},       {"=2024", true},
                    {">=2024", true},      {">2024", false},      {"<=2024", true},
                    {"<2024", false},      {"<2025", true},       {"2024..2024", true},
                    {"2019..2023", false}, {"2025..2030", false}, {"2019..2025", true},
                    {"", false},           {">", false},          {"2024x", false}};
  for (const auto& row : rows) {
    CAPTURE(row.comparison);
    CHECK(compares(2024, row.comparison) == row.holds);
  }
}

TEST_CASE("when and unless over a report whose facts are known") {
  struct {
    const char* conditions;
    const char* answer;
  } const rows[] = {
      {"", "yes"},
      {"when: {report_year: '>=2019'}", "yes"},
      {"when: {report_year: '<2019'}", "no: 报告年度为2024年"},
      {"when: {date_year: '2025'}", "yes"},
      {"when: {date_year: '2024'}", "no: 成文日期的年份为2025年"},
      {"unless: {report_year: '<2019'}", "yes"},
      {"unless: {report_year: '2024'}", "no: 报告年度为2024年"},
      {"when: {profile: submitted}", "yes"},
      {"when: {profile: [published]}", "no: 使用场景为submitted"},
      {"unless: {profile: submitted}", "no: 使用场景为submitted"},
      {"when: {reporter: town}", "yes"},
      {"when: {reporter: [bureau]}", "no: 报告主体类别为town"},
      {"when: {present: [title, date, signature]}", "yes"},
      {"when: {present: [title, signer]}", "no: 文中没有签发人"},
      {"when: {absent: signer}", "yes"},
      {"when: {absent: [signer, title]}", "no: 文中已有标题"},
      {"when: {report_year: '>=2019', profile: published}", "no: 使用场景为submitted"},
      {"when: {report_year: '2024'}\nunless: {present: signer}", "yes"},
      {"when: {report_year: '2024'}\nunless: {present: date}", "no: 所需要素齐备"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.conditions);
    CHECK(rule_with(row.conditions).applies(kReport, {.reporter = "town"}) == row.answer);
  }
}

TEST_CASE("a fact that is not there leaves a condition open") {
  struct {
    const char* conditions;
    const char* answer;
  } const rows[] = {
      {"when: {report_year: '>=2019'}", "unknown: 未能确定报告年度"},
      {"when: {date_year: '>=2019'}", "unknown: 未能确定成文日期的年份"},
      {"when: {reporter: town}", "unknown: 未能确定报告主体的类别"},
      // What surely does not hold outweighs what cannot be decided, wherever it stands.
      {"when: {report_year: '>=2019', profile: published}", "no: 使用场景为submitted"},
      {"when: {profile: published, report_year: '>=2019'}", "no: 使用场景为submitted"},
      // An excuse that cannot be decided excuses nothing.
      {"unless: {report_year: '<2019'}", "yes"},
      {"unless: {report_year: '<2019', profile: submitted}", "yes"},
      {"when: {report_year: '>=2019'}\nunless: {profile: submitted}", "no: 使用场景为submitted"},
      {"when: {absent: report_year}", "yes"},
      {"when: {present: report_year}", "no: 文中没有报告年度"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.conditions);
    CHECK(rule_with(row.conditions).applies(kNote) == row.answer);
  }
}

}  // namespace
}  // namespace plumbline::checks
