#include <doctest/doctest.h>

#include "tests/unit/checks/rule_runner.h"

namespace plumbline::checks {
namespace {

TEST_CASE("marks without a partner are found with their words") {
  const RuleRunner rule("check: pairs\n");
  const Row rows[] = {
      {"学习《行政处罚法。", "open:《行政处罚法"},
      {"学习行政处罚法》，开展普法。", "close:学习行政处罚法》"},
      {"开展“法律进乡村活动，发放资料。", "open:“法律进乡村活动"},
      {"修订办法（试行，印发执行。", "open:(试行"},
      {"（见附件），修订办法试行），印发执行。", "close:修订办法试行)"},
      {"按照〔2025〕1号，办〔2025]1号。", "open:〔2025]1号"},
      {"学习《甲》《乙。》", ""},
      {"学习《甲〈乙〉办法》，开展“一月一法（条例）”活动。", ""},
      {"1）开展普法。", ""},
      {"工作有：一）普法；二）执法。", ""},
      {"工作有：a）普法；12）执法。", ""},
      {"开展普法）。", "close:开展普法)"},
      {"“第一段的引文，还没有结束。\n引文到第二段才结束。”", ""},
      {"（第一段的括号，还没有结束。\n第二段才结束）。", "open:(第一段的括号; close:第二段才结束)"},
      {"开展“一句话“活动。", "open:“一句话“活动"},
      {"全年'十四五'规划和县长's讲话。", ""},
  };
  check_rows(rule, rows);
  CHECK(rule.value("学习《行政处罚法。", "mark") == "《");
  CHECK(rule.value("学习《行政处罚法。", "partner") == "》");
}

TEST_CASE("a scope keeps what stands elsewhere out") {
  const RuleRunner rule("check: pairs\nscope: [title, headings]\n");
  const Row rows[] = {
      {"石桥镇2024年法治政府建设年度报告\n一、主要举措（上\n学习《甲。\n", "open:(上"},
      {"石桥镇2024年法治政府建设年度报告\n一、主要举措\n学习《甲。\n", ""},
  };
  check_rows(rule, rows);
}

TEST_CASE("letters and digits of double width are found as they were read") {
  const RuleRunner rule("check: widths\n");
  const Row rows[] = {
      {"一、甲\n２０２５年办理案件1２件。\n", "found:2025; found:12"},
      {"一、甲\n使用ＡＰＰ办理。\n", "found:APP"},
      {"一、甲\n2025年办理案件 12 件，（）：；，。\n", ""},
      // With a mark inside that the normal form drops it is no mere matter of width.
      {"一、甲\n２０\u200b２５年办理案件。\n", ""},
      {"一、甲\n①⑴㎡\n", ""},
  };
  check_rows(rule, rows);
}

TEST_CASE("paragraphs and runs of sentences that stand twice") {
  const RuleRunner rule("check: repeats\nat_least: 15\nrun: 20\n");
  const Row rows[] = {
      {"一、甲\n全年组织执法人员培训三场次，覆盖全部人员。\n二、乙\n"
       "全年组织执法人员培训三场次，覆盖全部人员。\n",
       "found:全年组织执法人员培训三场次,覆盖全部人员。"},
      // Marks and blanks do not make another paragraph of it.
      {"一、甲\n全年组织执法人员培训三场次，覆盖全部人员。\n二、乙\n"
       "全年组织执法人员 培训三场次、覆盖全部人员！\n",
       "found:全年组织执法人员培训三场次、覆盖全部人员!"},
      {"一、甲\n全年组织执法人员培训三场次，覆盖全部人员。\n二、乙\n"
       "全年组织执法人员培训四场次，覆盖全部人员。\n",
       ""},
      {"一、甲\n组织培训三场次。\n二、乙\n组织培训三场次。\n", ""},
      // One sentence inside a paragraph is a set phrase; a run of them is copied.
      {"一、甲\n召开会议。全年组织执法人员培训三场次，覆盖全部人员。\n二、乙\n"
       "下发通知。全年组织执法人员培训三场次，覆盖全部人员。\n",
       ""},
      {"一、甲\n召开会议。全年组织执法人员培训三场次。覆盖全部执法人员和辅助人员。\n二、乙\n"
       "下发通知。全年组织执法人员培训三场次。覆盖全部执法人员和辅助人员。\n",
       "found:全年组织执法人员培训三场次。覆盖全部执法人员和辅助人员。"},
      // Right behind itself it is pasted twice.
      {"一、甲\n全年组织执法人员培训三场次，覆盖全部人员。全年组织执法人员培训三场次，覆盖全部人员"
       "。\n",
       "found:全年组织执法人员培训三场次,覆盖全部人员。"},
      // An item of one sentence is text as much as the words behind a run-in heading.
      {"一、甲\n（一）健全机制。全年组织执法人员培训三场次，覆盖全部人员。\n二、乙\n"
       "（一）全年组织执法人员培训三场次，覆盖全部人员。\n（二）做好验收。\n",
       "found:全年组织执法人员培训三场次,覆盖全部人员。"},
      // The same heading twice is no paragraph.
      {"一、全年组织执法人员培训三场次覆盖全部人员\n召开会议。\n二、乙\n"
       "（一）全年组织执法人员培训三场次覆盖全部人员\n下发通知。\n",
       ""},
  };
  check_rows(rule, rows);
  CHECK(rule.value(rows[0].text, "first") == "全年组织执法人员培训三场");
}

TEST_CASE("personal numbers are found by their check digits and excused by their neighbours") {
  const RuleRunner rule(
      "check: personal\nunless_before: ['编号[：:]?', '[¥]']\nunless_after: ['[万亿]?元']\n");
  const Row rows[] = {
      {"当事人11010519491231002X。", "id:11010519491231002X"},
      {"当事人11010519491231002x。", "id:11010519491231002x"},
      {"号码110105194912310021。", ""},
      {"号码11010519491331002X。", ""},
      // Check digits leave no doubt: no guard excuses them.
      {"编号：11010519491231002X。", "id:11010519491231002X"},
      {"电话13812345678。", "mobile:13812345678"},
      {"电话138-1234-5678。", "mobile:138-1234-5678"},
      {"编号：13812345678。", ""},
      {"罚没款13812345678元。", ""},
      {"罚没款13812345678万元。", ""},
      {"金额13812345678.50。", ""},
      {"电话12812345678。", ""},
      {"服务电话0900-6231180，热线12345。", ""},
      {"卡号4111111111111111。", "bank:4111111111111111"},
      {"卡号4111111111111112。", ""},
      {"统一社会信用代码91350100M000100Y43。", ""},
      {"文号v13812345678和13812345678_1。", ""},
  };
  check_rows(rule, rows);
  const RuleRunner ids("check: personal\nnumbers: [id]\n");
  const Row only[] = {{"11010519491231002X，13812345678。", "id:11010519491231002X"}};
  check_rows(ids, only);
}

}  // namespace
}  // namespace plumbline::checks
