#include <doctest/doctest.h>

#include "tests/unit/checks/rule_runner.h"

namespace plumbline::checks {
namespace {

constexpr const char* kTitle = "石桥县水利局2024年法治政府建设年度报告\n";

TEST_CASE("an element is reported in the form in which it stands") {
  const RuleRunner rule(
      "check: element\nelement: problems\n"
      "severity: {absent: error, mention: warning, passage: note, subsection: note, shared: note}\n"
      "message: {absent: 缺, mention: 提, passage: 段, subsection: 次, shared: 合}\n");
  struct {
    const char *body, *expected;
  } const rows[] = {
      {"一、主要举措\n开展普法。\n二、存在的不足\n人手少。\n", ""},
      {"一、主要举措\n开展普法。\n二、工作安排\n继续普法。\n", "absent:"},
      {"一、主要举措\n（一）存在的不足\n人手少。\n二、工作安排\n继续普法。\n",
       "subsection:(一)存在的不足"},
      {"一、主要举措\n开展普法，也有不足。\n二、工作安排\n继续普法。\n", "mention:不足"},
      {"一、主要举措\n开展普法。\n二、存在的不足和下一步打算\n人手少。\n",
       "shared:二、存在的不足和下一步打算"},
  };
  for (const auto& row : rows) {
    CAPTURE(std::string(row.body));
    CHECK(rule.run(kTitle + std::string(row.body)) == std::string(row.expected));
  }
  CHECK(rule.value(std::string(kTitle) + "一、主要举措\n开展普法。\n二、困难\n人手少。\n",
                   "nearest") == "二、困难");
}

TEST_CASE("one severity for all states counts the absence only") {
  const RuleRunner rule("check: element\nelement: problems\nseverity: error\n");
  CHECK(rule.run(std::string(kTitle) + "一、主要举措\n开展普法，也有不足。\n") == "");
  CHECK(rule.run(std::string(kTitle) + "一、主要举措\n开展普法。\n") == "absent:");
}

TEST_CASE("headings of the levels that a rule names") {
  const char* const text =
      "一、甲\n1.子\n内容甲。\n3.丑\n内容乙。\n二、乙\n内容丙。\n四、丁\n内容丁。\n";
  CHECK(RuleRunner("check: headings\n").run(text) == "gap:3.丑; gap:四、丁");
  CHECK(RuleRunner("check: headings\nlevels: [1]\n").run(text) == "gap:四、丁");
  CHECK(RuleRunner("check: headings\nlevels: [2]\n").run(text) == "");
  CHECK(RuleRunner("check: headings\n").value(text, "expected") == "2.");
  CHECK(RuleRunner("check: headings\n").run("没有编号的一段话。") ==
        "not-applicable: 文中没有编号标题");
}

TEST_CASE("length and share of a scope") {
  const char* const text = "一、主要举措\n开展普法和执法培训。\n二、存在的不足\n人手少。\n";
  const auto state = [&](const std::string& limits) {
    return RuleRunner("check: length\n" + limits).run(text);
  };
  CHECK(state("scope: element:problems\nmin: 11\n") == "");
  CHECK(state("scope: element:problems\nmin: 30\n") == "short:");
  CHECK(state("scope: element:problems\nmax: 30\n") == "");
  CHECK(state("scope: element:problems\nmax: 5\n") == "long:");
  CHECK(state("scope: element:problems\nmin_percent: 30\n") == "");
  CHECK(state("scope: element:problems\nmin_percent: 60\n") == "short:");
  CHECK(state("scope: element:problems\nmax_percent: 20\n") == "long:");
  CHECK(state("scope: element:plan\nmin: 1\n") == "not-applicable: 文中没有这一部分");
}

TEST_CASE("items are counted by their evidence") {
  const RuleRunner rule(
      "check: items\nscope: element:measures\nat_least: 2\n"
      "items: {述法: 述法, 学法: [学法, '学习.{0,4}法'], 出庭: 出庭}\n");
  const Row rows[] = {
      {"一、主要举措\n开展述法，学习宪法法律。\n二、不足\n无出庭。\n", ""},
      {"一、主要举措\n开展述法。\n二、不足\n没有学法，没有出庭。\n", "few:一、主要举措"},
      {"一、主要做法\n开展普法。\n", "few:一、主要做法"},
      {"一、不足\n述法、学法不够。\n", "not-applicable: 文中没有这一部分"},
  };
  check_rows(rule, rows);
  CHECK(rule.value(rows[1].text, "missing") == "学法、出庭");
  CHECK(rule.value(rows[1].text, "count") == "1");
  const RuleRunner dated("check: items\nitems: {年份: '{report_year}年'}\n");
  CHECK(dated.run("没有年份的一段话。") == "needs-review: 未能确定报告年度");
}

TEST_CASE("scopes hold their part of the text and nothing else") {
  const char* const text =
      "石水发〔2025〕3号\n石桥县水利局2024年法治政府建设年度报告\n县委：\n"
      "今年甲。现将2024年法治政府建设情况报告如下：\n一、主要举措\n（一）普法\n开展普法。\n"
      "二、存在的不足\n人手少。\n石桥县水利局\n2025年1月3日\n";
  struct {
    const char *scope, *expected;
  } const rows[] = {
      {"title", "found:石桥县水利局2024年法治政府建设年度报告"},
      {"addressee", "found:县委"},
      {"document-number", "found:石水发〔2025〕3号"},
      {"lead-in", "found:现将2024年法治政府建设情况报告如下"},
      {"headings", "found:一、主要举措; found:(一)普法; found:二、存在的不足"},
      {"headings-1", "found:一、主要举措; found:二、存在的不足"},
      {"element:problems", "found:二、存在的不足; found:人手少。"},
      {"signature", "found:石桥县水利局"},
      {"date", "found:2025年1月3日"},
      {"[date, signature, title]",
       "found:石桥县水利局2024年法治政府建设年度报告; found:石桥县水利局; found:2025年1月3日"},
      {"element:plan", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(std::string(row.scope));
    const RuleRunner rule("check: text\nscope: " + std::string(row.scope) +
                          "\nforbid: ['[^\\n]+']\n");
    CHECK(rule.run(text) == std::string(row.expected));
  }
}

TEST_CASE("what the problems raise the plan takes up") {
  const RuleRunner rule(
      "check: answers\nscope: element:problems\nanswered_in: element:plan\n"
      "items: {队伍: 队伍|人员, 宣传: 宣传|普法}\nat_least: 2\n");
  const auto report = [](const std::string& problems, const std::string& plan) {
    return "石桥县水利局2024年法治政府建设年度报告\n一、主要举措\n开展普法宣传。\n二、不足\n" +
           problems + "\n三、工作打算\n" + plan + "\n";
  };
  CHECK(rule.run(report("执法人员偏少，宣传形式单一。", "加强信息化建设。")) == "none:");
  CHECK(rule.value(report("执法人员偏少，宣传形式单一。", "加强信息化建设。"), "raised") ==
        "队伍、宣传");
  CHECK(rule.run(report("执法人员偏少，宣传形式单一。", "培训执法队伍。")) == "");
  CHECK(rule.run(report("执法人员偏少。", "加强信息化建设。")) == "");
  CHECK(rule.run(report("设备陈旧。", "加强信息化建设。")) == "");
  CHECK(rule.run("石桥县水利局2024年法治政府建设年度报告\n一、主要举措\n开展普法宣传。\n") ==
        "not-applicable: 文中没有这一部分");
}

}  // namespace
}  // namespace plumbline::checks
