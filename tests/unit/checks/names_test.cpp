#include <doctest/doctest.h>

#include "tests/unit/checks/rule_runner.h"

namespace plumbline::checks {
namespace {

const Tables kTitles = {{"laws",
                         "title,until,present,slack\n"
                         "中华人民共和国行政处罚法,,,\n"
                         "重大行政决策程序暂行条例,,,\n"
                         "建设工程质量管理条例,,,\n"
                         "城市房地产开发经营管理条例,,,\n"
                         "法治政府建设实施纲要（2015—2020年）,,,2\n"
                         "法治政府建设实施纲要（2021—2025年）,,,2\n"
                         "信访条例,2022-05-01,信访工作条例,\n"
                         "信访工作条例,,,\n"},
                        {"slips", "wrong,right\n法制宣传教育法,法治宣传教育法\n"}};

RuleRunner catalogue() {
  return RuleRunner(
      "check: catalogue\ntables: [laws]\nslip_table: slips\nprefix: 中华人民共和国\n"
      "closing: [法, 条例, 纲要, 规定]\nclosing_slips: {条列: 条例, 发: 法, 条例法: 法}\nleast: 8\nleast_stated: 5\nlocal: "
      "['^[\\p{Han}]{1,6}(?:省|市|县)', 实施]\n"
      "past: 废止|清理\n",
      kTitles);
}

TEST_CASE("titles that are no title of the catalogue") {
  const RuleRunner rule = catalogue();
  const Row rows[] = {
      {"执行《重大行政决策程序条例》。", "near:《重大行政决策程序条例》"},
      {"执行《重大行政决策程序暂行条例》。", ""},
      {"执行《重大行政决策程序暂行规定》。", ""},
      {"执行《石桥市重大行政决策程序条例》。", ""},
      {"执行《重大行政决策程序暂行实施条例》。", ""},
      {"执行《石市房地产开发经营管理条例》。", ""},
      {"执行《城市房地产开发经营管里条例》。", "near:《城市房地产开发经营管里条例》"},
      {"执行《建设工程造价管理条例》。", ""},
      {"学习《行政处罚法》和《中华人民共和国行政处罚法（2021年修订）》。", ""},
      {"学习《行政处理法》。", ""},
      {"学习《中华人民共和国行政处理法》。", "near:《中华人民共和国行政处理法》"},
      {"学习《中华人民共和国行正处罚法》。", "near:《中华人民共和国行正处罚法》"},
      {"学习《中华人民共和国刑法》。", ""},
      {"学习《法制宣传教育法》。", "near:《法制宣传教育法》"},
      {"学习《信访工作条列》和《市政管理条列》。", "near:《信访工作条列》; near:《市政管理条列》"},
      {"学习《行政处罚发》，观看《再出发》。", "near:《行政处罚发》"},
      {"学习《中华人民共和国行政处罚条例》。", "near:《中华人民共和国行政处罚条例》"},
      {"学习《行政处罚条例》。", ""},
      {"学习《信访工作条例法》。", "near:《信访工作条例法》"},
      {"落实《法治政府建设实施纲要（2021—2025年）》。", ""},
      {"落实《法治政府建设实施纲要（2021-2025年）》。", ""},
      {"落实《法治政府建设实施纲要（2021至2025年）》。", ""},
      {"落实《法治政府建设实施纲要》。", ""},
      {"落实《法治政府建设实施纲要（2021—2026年）》。",
       "years:《法治政府建设实施纲要(2021—2026年)》"},
      {"落实《法治政府建设实施纲要（2021—2025）年》。",
       "form:《法治政府建设实施纲要(2021—2025)年》"},
      // A dash that extraction lost.
      {"落实《法治政府建设实施纲要（20212025年）》。", ""},
      {"落实《法治政府建设的实施纲要（2021—2025年）》。",
       "near:《法治政府建设的实施纲要(2021—2025年)》"},
      {"不在书名号内：重大行政决策程序条例。", ""},
  };
  check_rows(rule, rows);
  CHECK(rule.value("落实《法治政府建设的实施纲要（2021—2025年）》。", "right") ==
        "法治政府建设实施纲要（2021—2025年）");
  CHECK(rule.value("落实《法治政府建设实施纲要（2021—2026年）》。", "right") ==
        "法治政府建设实施纲要（2021—2025年）");
  CHECK(rule.value("学习《法制宣传教育法》。", "right") == "法治宣传教育法");
}

TEST_CASE("a title that is no longer in force is obsolete only in later reports") {
  const RuleRunner rule = catalogue();
  const Row rows[] = {
      {"石桥镇2023年法治政府建设年度报告\n按照《信访条例》办理来信。", "obsolete:《信访条例》"},
      {"石桥镇2022年法治政府建设年度报告\n按照《信访条例》办理来信。", ""},
      {"石桥镇2023年法治政府建设年度报告\n清理与《信访条例》配套的文件。", ""},
      {"石桥镇2023年法治政府建设年度报告\n按照《信访工作条例》办理来信。", ""},
      {"没有年份的报告按照《信访条例》办理来信。", ""},
  };
  check_rows(rule, rows);
  CHECK(rule.value(rows[0].text, "right") == "信访工作条例");
  CHECK(rule.value(rows[0].text, "until") == "2022-05-01");
}

const Tables kPeriods = {{"periods",
                          "label,kind,match,from,to,published,needs\n"
                          "七五,period,“七五”普法,2016,2020,2016-04-17,\n"
                          "八五,period,“八五”普法,2021,2026,2021-06-15,\n"
                          "某全会,event,某届全会,2024,2027,2024-07-18,\n"
                          "收官,year,(?:(20\\d\\d)年|今年)?是?收官之年,2025,2025,,\n"
                          "误称,never,“十个五”普法,,,,\n"}};

RuleRunner periods() {
  return RuleRunner(
      "check: periods\ntable: periods\nplan_element: plan\npast: 总结|圆满\nplan: "
      "编制|明年\nawaited: 迎接\n",
      kPeriods);
}

std::string report(const std::string& year, const std::string& words, const std::string& date) {
  return "石桥镇" + year + "年法治政府建设年度报告\n一、主要举措\n" + words +
         "\n二、工作安排\n开展普法。\n石桥镇人民政府\n" + date + "\n";
}

TEST_CASE("names belong to their years") {
  const RuleRunner rule = periods();
  struct {
    const char *year, *words, *date, *expected;
  } const rows[] = {
      {"2022", "实施“八五”普法。", "2023年1月5日", ""},
      {"2022", "实施“七五”普法。", "2023年1月5日", "late:“七五”普法"},
      {"2020", "实施“七五”普法。", "2021年1月5日", ""},
      {"2022", "总结“七五”普法经验。", "2023年1月5日", ""},
      {"2022", "总结经验。实施“七五”普法。", "2023年1月5日", "late:“七五”普法"},
      {"2019", "实施“八五”普法。", "2020年1月5日", "early:“八五”普法"},
      {"2019", "着手编制“八五”普法规划。", "2020年1月5日", ""},
      {"2020", "迎接“八五”普法。", "2021年1月5日", "early:“八五”普法"},
      // The report of a year may name what was published before it was written.
      {"2020", "实施“八五”普法。", "2021年7月1日", ""},
      {"2024", "学习某届全会精神。", "2025年1月5日", ""},
      {"2023", "学习某届全会精神。", "2024年1月5日", "early:某届全会"},
      {"2025", "今年是收官之年。", "2026年1月5日", ""},
      {"2024", "2025年是收官之年。", "2025年1月5日", ""},
      {"2024", "2024年是收官之年。", "2025年1月5日", "wrong:2024年是收官之年"},
      {"2022", "今年是收官之年。", "2023年1月5日", "wrong:今年是收官之年"},
      {"2022", "实施“十个五”普法。", "2023年1月5日", "wrong:“十个五”普法"},
  };
  for (const auto& row : rows) {
    CAPTURE(std::string(row.year) + row.words);
    CHECK(rule.run(report(row.year, row.words, row.date)) == std::string(row.expected));
  }
}

TEST_CASE("the plan may name what begins in the next year") {
  const RuleRunner rule = periods();
  CHECK(rule.run("石桥镇2020年法治政府建设年度报告\n一、主要举措\n开展普法。\n二、工作安排\n"
                 "实施“八五”普法。\n") == "");
  CHECK(rule.run("石桥镇2018年法治政府建设年度报告\n一、主要举措\n开展普法。\n二、工作安排\n"
                 "实施“八五”普法。\n") == "early:“八五”普法");
  CHECK(rule.run("没有年份，实施“八五”普法。") ==
        "needs-review: 未能确定报告年度，不能核对文中的规划、纲要和会议名称");
  CHECK(rule.run("没有年份，开展普法。") == "");
}

TEST_CASE("a plan may follow a meeting only once it was held") {
  const RuleRunner rule = periods();
  const auto plan = [&](const std::string& words, const std::string& date) {
    return rule.run("石桥镇2023年法治政府建设年度报告\n一、主要举措\n开展普法。\n二、工作安排\n" +
                    words + "\n石桥镇人民政府\n" + date + "\n");
  };
  CHECK(plan("学习某届全会精神，编制计划。", "2024年1月5日") == "early:某届全会");
  CHECK(plan("迎接某届全会召开。", "2024年1月5日") == "");
  CHECK(plan("学习某届全会精神。", "2024年8月5日") == "");
  CHECK(plan("学习某届全会精神。", "") == "");
}

TEST_CASE("rows and columns of tables that a rule cannot use are named") {
  CHECK(complaints_of(
            "check: periods\ntable: periods\n",
            {{"periods",
              "label,kind,match,from,to,published,needs\n"
              "甲,era,甲,2016,2020,,\n乙,period,乙(,x,2020,,\n丙,event,丙,,,2024-7-1,\n"}}) ==
        "P1360 table 'periods', row 1: column 'kind' must be period, event, year or never\n"
        "P1360 table 'periods', row 2: column 'match': this ( is never closed\n"
        "P1360 table 'periods', row 2: column 'from' must be a year\n"
        "P1360 table 'periods', row 3: column 'published' must be a day, YYYY-MM-DD\n");
}

TEST_CASE("tables without a column that their rule needs") {
  const std::string catalogue =
      "check: catalogue\ntables: [laws]\nslip_table: slips\nclosing: [法]\n";
  CHECK(
      complaints_of(catalogue, {{"laws", "name,until\n甲法,\n"}, {"slips", "bad,good\n甲,乙\n"}}) ==
      "P1403 table 'laws' lacks the column 'title'; it has name, until\n"
      "P1403 table 'slips' lacks the column 'wrong', 'right'; it has bad, good\n");
  CHECK(complaints_of(catalogue,
                      {{"laws", "title,until,slack\n,,\n甲法,去年,二\n乙法,2020-01-01,2\n"},
                       {"slips", "wrong,right\n甲,\n"}}) ==
        "P1360 table 'laws', row 1: column 'title' is empty\n"
        "P1360 table 'laws', row 2: column 'until' must be a day, YYYY-MM-DD\n"
        "P1360 table 'laws', row 2: column 'slack' must be a number\n"
        "P1360 table 'slips', row 1: columns 'wrong' and 'right' must not be empty\n");
  CHECK(complaints_of("check: periods\ntable: periods\n", {{"periods", "label,match\n甲,甲\n"}}) ==
        "P1403 table 'periods' lacks the column 'kind', 'from', 'to'; it has label, match\n");
}

}  // namespace
}  // namespace plumbline::checks
