#include <doctest/doctest.h>

#include "tests/unit/checks/rule_runner.h"

namespace plumbline::checks {
namespace {

TEST_CASE("parts and whole of the rule's own words") {
  const RuleRunner rule(
      "check: sums\nscope: body\nunits: [件, 人]\nvague: [约, 余]\nwhole: [分为]\n"
      "among: [其中]\nclosing: [共计]\nrest: [其他]\nno_part: [增加]\noverlapping: [人]\n");
  const Row rows[] = {
      {"办理案件36件，分为甲类17件、乙类9件。", "differs:办理案件36件,分为甲类17件、乙类9件"},
      {"办理案件26件，分为甲类17件、乙类9件。", ""},
      {"办理案件36件，其中甲类7件、乙类9件。", ""},
      {"办理案件36件，其中甲类27件、乙类19件。", "differs:办理案件36件,其中甲类27件、乙类19件"},
      {"办理案件36件，其中甲类7件、乙类9件、其他5件。",
       "differs:办理案件36件,其中甲类7件、乙类9件、其他5件"},
      {"甲类7件、乙类9件，共计15件。", "differs:甲类7件、乙类9件,共计15件"},
      {"培训36人，其中党员27人、女性19人。", ""},
      {"办理案件36余件，分为甲类17件、乙类9件。", ""},
      {"办理案件36起，分为甲类17起、乙类9起。", ""},
  };
  check_rows(rule, rows);
  CHECK(rule.value(rows[0].text, "sum") == "26");
  CHECK(rule.value(rows[0].text, "total") == "36");
  CHECK(rule.value(rows[0].text, "difference") == "10");
  CHECK(rule.value(rows[0].text, "parts") == "17+9");
}

std::string in_report(const char* table) {
  return std::string("石桥县水利局2024年法治政府建设年度报告\n一、总体情况\n全年工作平稳。\n") +
         table;
}

void check_tables(const RuleRunner& rule, std::span<const Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    CHECK(rule.run(in_report(row.text)) == std::string(row.expected));
  }
}

TEST_CASE("rows of a table add up across and down") {
  const RuleRunner rule(
      "check: rows\ncolumns: 3\ngroup: 3\n"
      "rows: {新收: 本年新收, 结转: 上年结转, 总计: 总计}\n"
      "equations: [{whole: [总计], parts: [新收, 结转]}]\n");
  const Row rows[] = {
      {"本年新收\n3 4 7\n上年结转\n1 0 1\n总计\n4 4 8", ""},
      {"本年新收 | 3 | 4 | 7 |\n上年结转 | 1 | 0 | 1 |\n总计 | 4 | 4 | 8 |", ""},
      {"本年新收\n3\n4\n7\n上年结转\n1\n0\n1\n（七）总计\n4\n4\n8", ""},
      {"本年新收 3 4 8\n上年结转 1 0 1\n总计 4 4 8", "across:3 4 8"},
      {"本年新收 3 4 8\n上年结转 1 0 1\n总计 5 4 9", "across:3 4 8; down:5 4 9"},
      {"本年新收 3 4 7\n上年结转 1 0 1\n总计 4 5 9", "down:4 5 9; down:4 5 9"},
      {"本年新收 3 4 7\n上年结转 1 0\n总计 4 5 9",
       "needs-review: 未能读出表格中这些行的数字，请人工核对：结转"},
      {"本年新收 3 4 7 9\n上年结转 1.0 1\n总计 4 5 10", "across:4 5 10"},
      {"本年新收 A3 4.5 7% -1\n没有表格。",
       "needs-review: 未能读出表格中这些行的数字，请人工核对：新收、结转、总计"},
      // A label without numbers does not take its neighbour's; two lines of them are no row.
      {"本年新收\n上年结转 1 0 1\n5 5 11\n总计 1 0 1",
       "needs-review: 未能读出表格中这些行的数字，请人工核对：新收、结转"},
  };
  check_tables(rule, rows);
  CHECK(rule.value(in_report(rows[3].text), "row") == "新收");
  CHECK(rule.value(in_report(rows[3].text), "total") == "8");
  CHECK(rule.value(in_report(rows[3].text), "parts") == "3+4");
  CHECK(rule.value(in_report(rows[5].text), "column") == "2");
  const RuleRunner optional(
      "check: rows\ncolumns: 2\nrows: {甲: 甲项, 其他: 其他项, 总计: 总计}\n"
      "optional_rows: [其他]\nequations: [{whole: [总计], parts: [甲, 其他]}]\n");
  const Row more[] = {
      {"甲项 1 1\n总计 1 1", ""},
      {"甲项 1 1\n其他项\n总计 1 1", ""},
      {"甲项 1 1\n其他项 2 2\n总计 3 3", ""},
      {"甲项 1 1\n其他项 2 2\n总计 1 1", "down:1 1; down:1 1"},
      {"甲项 1 1\n其他项 2\n总计 1 1",
       "needs-review: 未能读出表格中这些行的数字，请人工核对：其他"},
  };
  const Row nameless[] = {
      {"甲项 1 1\n乙\n项 2 2\n总计 3 3",
       "needs-review: 未能读出表格中这些行的数字，请人工核对：行首文字未能识别的行"},
      {"甲项 1 1\n总计 1 1\n乙项 2 2", ""},
  };
  check_tables(optional, nameless);
  check_tables(optional, more);
  CHECK(complaints_of("check: rows\ncolumns: 3\nrows: {甲: 甲}\n"
                      "equations: [{whole: [乙], parts: [甲]}]\n") ==
        "P1405 '乙' is not among the rows\n");
}

TEST_CASE("rates above the limit") {
  const RuleRunner rule(
      "check: percent\nmatch: '[^，。]*率[^，。\\d]*(\\d+(?:\\.\\d+)?)%'\nallow: 增长|完成率\n");
  const Row rows[] = {
      {"办结率103.6%。", "found:办结率103.6%"},
      {"办结率达100%。", ""},
      {"办结率100.0%。", ""},
      {"办结率100.1％。", "found:办结率100.1%"},
      {"办结率１０３％。", "found:办结率103%"},
      {"增长率120%。", ""},
      {"任务完成率108%。", ""},
      {"增长120%，办结率103%。", "found:办结率103%"},
      {"合格率99.9%。", ""},
      {"办结率1234567890%。", "found:办结率1234567890%"},
  };
  check_rows(rule, rows);
  CHECK(rule.value("办结率103.6%。", "number") == "103.6%");
  const RuleRunner half("check: percent\nover: 50\nmatch: '率(\\d+)%'\n");
  CHECK(half.run("占比率51%，占比率50%。") == "found:率51%");
}

std::string plan(const std::string& words, const std::string& date) {
  return "石桥县水利局2024年法治政府建设年度报告\n一、主要举措\n2025年1月前完成甲。\n"
         "二、工作安排\n" +
         words + "\n石桥县水利局\n" + date + "\n";
}

TEST_CASE("promises for a day that is over") {
  const RuleRunner rule(
      "check: future\nscope: element:plan\n"
      "promise: (?:(20\\d\\d)年)?(\\d{1,2})月(\\d{1,2}日|底|上旬)?前\nexcept: '《[^》]*》'\n"
      "days: {上旬: 10}\n");
  struct {
    const char *words, *date, *expected;
  } const rows[] = {
      {"2025年1月底前完成评查，持续普法。", "2025年2月20日", "past:2025年1月底前完成评查"},
      {"2025年2月底前完成评查。", "2025年2月20日", ""},
      {"2025年2月20日前完成评查。", "2025年2月20日", ""},
      {"2025年2月19日前完成评查。", "2025年2月20日", "past:2025年2月19日前完成评查"},
      {"2025年2月上旬前完成评查。", "2025年2月20日", "past:2025年2月上旬前完成评查"},
      // Without a year it is the next year's month.
      {"1月底前完成评查。", "2025年2月20日", "past:1月底前完成评查"},
      {"6月底前完成评查。", "2025年2月20日", ""},
      {"落实《2024年1月前办结规则》。", "2025年2月20日", ""},
      {"2025年2月31日前完成评查。", "2025年2月28日", ""},
      {"2025年1月底前完成评查。", "2026年2月20日",
       "not-applicable: 成文日期与报告年度不相符，另行列出"},
      {"2025年1月底前完成评查。", "2025年2月30日",
       "not-applicable: 文中没有可用的成文日期，也未指定核对日期"},
  };
  for (const auto& row : rows) {
    CAPTURE(std::string(row.words) + row.date);
    CHECK(rule.run(plan(row.words, row.date)) == std::string(row.expected));
  }
}

TEST_CASE("a text without a date is held against the day that is asked for") {
  const RuleRunner rule(
      "check: future\nscope: element:plan\npromise: (?:(20\\d\\d)年)?(\\d{1,2})月(底)?前\n");
  const std::string text =
      "石桥县水利局2024年法治政府建设年度报告\n一、工作安排\n2025年1月底前完成评查。\n";
  CHECK(rule.run(text, {.as_of = document::Date{2025, 2, 20}}) == "past:2025年1月底前完成评查");
  CHECK(rule.run(text, {.as_of = document::Date{2025, 1, 20}}) == "");
  CHECK(rule.run(text) == "not-applicable: 文中没有可用的成文日期，也未指定核对日期");
}

}  // namespace
}  // namespace plumbline::checks
