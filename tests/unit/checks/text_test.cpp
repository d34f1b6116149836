#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/unit/checks/rule_runner.h"

namespace plumbline::checks {
namespace {

TEST_CASE("forbidden words are found where no guard excuses them") {
  const RuleRunner rule(
      "check: text\n"
      "forbid:\n"
      "  - {name: system, match: 法制政府, unless_before: ['旧称[：]?', '[“]'], unless_after: "
      "一词}\n"
      "  - {name: review, match: 法制, allow: ['法制(?:审核|政府)', '法制办(?:公室)?']}\n");
  const Row rows[] = {
      {"推进法制政府建设。", "system found:法制政府"},
      {"旧称法制政府。", ""},
      {"“法制政府”不妥。", ""},
      {"法制政府一词已不使用。", ""},
      {"旧称之外，法制政府。", "system found:法制政府"},
      {"法制政府，一词之差。", "system found:法制政府"},
      {"以下沿用旧称：\n法制政府建设有新进展。", "system found:法制政府"},
      {"开展法制审核，撤销法制办。", ""},
      {"加强法制宣传。", "review found:法制"},
      {"法制审核之外的法制宣传。", "review found:法制"},
      {"法制政府建设和法制教育。", "system found:法制政府; review found:法制"},
      {"法治政府建设。", ""},
  };
  check_rows(rule, rows);
}

TEST_CASE("quoted words and titles are exempt only where a term says so") {
  const RuleRunner both("check: text\nforbid: [{match: 错字, exempt: [quotes, titles]}]\n");
  const Row exempt[] = {
      {"文中有错字。", "found:错字"},
      {"原文写作“错字”。", ""},
      {"《错字表》已印发。", ""},
      {"“甲”错字“乙”。", "found:错字"},
      {"《甲》错字《乙》。", "found:错字"},
      {"“没有合上，错字。", "found:错字"},
      {"“甲“错字”。", ""},
      {"参见《甲。\n错字》。", "found:错字"},
      {"〈错字〉", ""},
  };
  check_rows(both, exempt);
  const RuleRunner none("check: text\nforbid: [错字]\n");
  const Row plain[] = {{"原文写作“错字”，见《错字表》。", "found:错字; found:错字"}};
  check_rows(none, plain);
}

TEST_CASE("of overlapping hits the longest stays") {
  const RuleRunner rule(
      "check: text\n"
      "forbid:\n"
      "  - {name: short, match: 政府工作}\n"
      "  - {name: long, match: 市政府工作报告}\n"
      "  - {name: tail, match: 报告稿}\n"
      "  - {name: later, match: 工作座谈会议}\n");
  const Row rows[] = {
      {"审议市政府工作报告。", "long found:市政府工作报告"},
      {"部署政府工作。", "short found:政府工作"},
      {"召开政府工作座谈会议。", "later found:工作座谈会议"},
      {"审议市政府工作报告稿。", "long found:市政府工作报告"},
      {"政府工作，市政府工作报告，报告稿。",
       "short found:政府工作; long found:市政府工作报告; tail found:报告稿"},
  };
  check_rows(rule, rows);
}

TEST_CASE("the place of a hit is what its groups hold") {
  const RuleRunner rule("check: text\nforbid: ['办理(\\D)件', '共(某)(某)人']\n");
  const Row rows[] = {{"办理×件。", "found:×"}, {"办理9件。", ""}, {"共某某人。", "found:某某"}};
  check_rows(rule, rows);
}

TEST_CASE("a blank is a number that was not filled in") {
  const RuleRunner rule("check: text\nforbid: [{match: '[办共](件)', blank: true}]\n");
  const Row rows[] = {
      {"全年共 件。", "found:件"}, {"全年共　　件。", "found:件"}, {"全年共件。", ""}};
  check_rows(rule, rows);
}

TEST_CASE("required words are counted in their scope") {
  const RuleRunner rule(
      "check: text\nrequire: [{name: twice, match: [述法, 学法], at_least: 2, scope: body}]\n");
  const Row rows[] = {
      {"开展述法。", "twice missing:"}, {"开展述法和学法。", ""}, {"没有。", "twice missing:"}};
  check_rows(rule, rows);
  CHECK(rule.value("开展述法。", "count") == "1");
  CHECK(rule.value("开展述法。", "at_least") == "2");
}

TEST_CASE("guarded words are not counted among the required ones") {
  const RuleRunner rule(
      "check: text\n"
      "require: [{match: 述法, at_least: 2, unless_before: 未, unless_after: 办, allow: 述法网, "
      "exempt: [titles]}]\n");
  const Row rows[] = {{"开展述法，完成述法。", ""},
                      {"开展述法，未述法。", "missing:"},
                      {"开展述法，述法办牵头。", "missing:"},
                      {"开展述法，登录述法网。", "missing:"},
                      {"开展述法，印《述法》。", "missing:"}};
  check_rows(rule, rows);
  CHECK(rule.value("开展述法，未述法。", "count") == "1");
}

TEST_CASE("terms have conditions and years of their own") {
  const RuleRunner rule(
      "check: text\n"
      "forbid:\n"
      "  - {match: 旧名, when: {report_year: '>=2023'}}\n"
      "  - {match: '{report_year+1}年已', unless: {profile: published}}\n");
  const Row known[] = {
      {"石桥镇2024年法治政府建设年度报告\n使用旧名。", "found:旧名"},
      {"石桥镇2022年法治政府建设年度报告\n使用旧名。", ""},
      {"石桥镇2024年法治政府建设年度报告\n2025年已完成。", "found:2025年已"},
      {"石桥镇2024年法治政府建设年度报告\n2024年已完成。", ""},
  };
  check_rows(rule, known);
  const Row published[] = {{"石桥镇2024年法治政府建设年度报告\n2025年已完成。", ""}};
  check_rows(rule, published, {.profile = "published"});
}

TEST_CASE("a term that cannot be decided asks for review") {
  const RuleRunner conditional(
      "check: text\nforbid: [{match: 旧名, when: {report_year: '>=2023'}}, 错字]\n");
  const Row rows[] = {
      {"使用旧名。", "needs-review: 未能确定报告年度"},
      {"使用新名。", ""},
      {"使用旧名，又有错字。", "found:错字"},
  };
  check_rows(conditional, rows);
  const RuleRunner dated("check: text\nforbid: [{name: year, match: '{report_year}年'}]\n");
  const Row undated[] = {{"没有年份。", "needs-review: year需要报告年度，未能确定"}};
  check_rows(dated, undated);
}

TEST_CASE("a term that hits everywhere hides no other") {
  const RuleRunner rule("check: text\nforbid: [甲, {name: rare, match: 乙, allow: 乙方}]\n");
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "甲。";
  const std::string found = rule.run(text + "乙方和乙。");
  CHECK(found.ends_with("; rare found:乙"));
  CHECK(std::count(found.begin(), found.end(), ';') == 3000);
}

TEST_CASE("an explanation names pattern and guard") {
  const RuleRunner rule(
      "check: text\nforbid: [{name: a, match: 法制, allow: 法制审核}, {name: b, match: 乙}]\n");
  CHECK(rule.trace("法制和法制审核。") ==
        "a：“法制”（第0字节）匹配 法制，命中\n"
        "a：“法制”（第9字节）匹配 法制，不算：属于 法制审核\n"
        "b：未出现\n");
}

}  // namespace
}  // namespace plumbline::checks
