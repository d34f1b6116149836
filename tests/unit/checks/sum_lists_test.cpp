#include "engine/checks/sum_lists.h"

#include <doctest/doctest.h>

#include <string>

namespace plumbline::checks {
namespace {

SumWords words() {
  SumWords words;
  words.quantity.units = {"件", "起", "人", "人次", "件次"};
  words.quantity.vague = {"约", "近", "余", "以上", "第"};
  words.whole = {"分为", "分别为"};
  words.among = {"其中", "包括"};
  words.referring = {"其中"};
  words.partitions = {{{"继续有效", "保留"}, {"修改"}, {"废止", "失效"}},
                      {{"合格"}, {"优秀"}, {"不合格"}}};
  words.closing = {"共计", "合计"};
  words.rest = {"其他", "其余", "另有"};
  words.no_part = {"增加", "减少"};
  words.overlapping = {"人", "人次"};
  return words;
}

/// "36≠17+9+8 at …" one line each.
std::string faults_of(const std::string& text) {
  std::string lines;
  for (const SumFault& fault : sum_faults(text, {0, text.size()}, words()))
    lines += std::to_string(fault.total) + "!=" + fault.parts + " at " +
             text.substr(fault.at.begin, fault.at.size()) + "\n";
  return lines;
}

TEST_CASE("parts that do not add up are found with their clause") {
  CHECK(faults_of("全镇平稳。全年共办理案件36件,分为城镇类17件、农业类9件、安全类8件,没有复议。") ==
        "36!=17+9+8 at 全年共办理案件36件,分为城镇类17件、农业类9件、安全类8件\n");
  CHECK(faults_of("深化改革,办理许可46件,其中新发19件、延续15件、变更9件,用时缩短。") ==
        "46!=19+15+9 at 办理许可46件,其中新发19件、延续15件、变更9件\n");
  CHECK(faults_of("办理许可40件,其中:新发19件、延续22件。") ==
        "40!=19+22 at 办理许可40件,其中:新发19件、延续22件\n");
  CHECK(faults_of("受理90件(其中甲类40件、乙类30件、其他10件),全部办结。") ==
        "90!=40+30+10 at 受理90件(其中甲类40件、乙类30件、其他10件\n");
  CHECK(faults_of("一般程序31件、简易程序24件,共计56件。") ==
        "56!=31+24 at 一般程序31件、简易程序24件,共计56件\n");
  CHECK(faults_of("查处46件违法案件,分为甲类19件、乙类15件。") ==
        "46!=19+15 at 查处46件违法案件,分为甲类19件、乙类15件\n");
}

TEST_CASE("marks between thousands belong to the number") {
  CHECK(faults_of("审结1 619件,其中维持702件、驳回213件、撤销187件、终止517件。").empty());
  CHECK(faults_of("审结1,619件,其中维持702件、驳回213件、撤销187件、终止517件。").empty());
  CHECK(faults_of("审结1 629件,其中维持702件、驳回213件、撤销187件、终止517件。") ==
        "1629!=702+213+187+517 at 审结1 629件,其中维持702件、驳回213件、撤销187件、终止517件\n");
  CHECK(faults_of("审结3件,其中维持1 702件、驳回12 13件。").empty());
  CHECK(faults_of("办理1 234 567件,其中甲类1,234,560件、乙类8件。") ==
        "1234567!=1234560+8 at 办理1 234 567件,其中甲类1,234,560件、乙类8件\n");
}

TEST_CASE("kinds that divide a stock are a whole list without a word that says so") {
  CHECK(faults_of("清理文件47件,继续有效32件、修改6件、废止11件,目录已公布。") ==
        "47!=32+6+11 at 清理文件47件,继续有效32件、修改6件、废止11件\n");
  CHECK(faults_of("清理文件47件,保留32件,修改6件,宣布失效7件,公布目录1份。") ==
        "47!=32+6+7 at 清理文件47件,保留32件,修改6件,宣布失效7件\n");
  CHECK(faults_of("评查案卷90件,优秀30件、合格51件、不合格7件。") ==
        "90!=30+51+7 at 评查案卷90件,优秀30件、合格51件、不合格7件\n");
  CHECK(faults_of("清理文件47件,其中继续有效32件、修改2件、废止4件。") ==
        "47!=32+2+4 at 清理文件47件,其中继续有效32件、修改2件、废止4件\n");
  CHECK(faults_of("评查案卷60件,合格57件、不合格5件。") ==
        "60!=57+5 at 评查案卷60件,合格57件、不合格5件\n");
}

TEST_CASE("a sentence that opens with a word for parts speaks of the total before it") {
  CHECK(faults_of("立案查处84件,罚款12万元。其中甲类40件、乙类31件、丙类16件。") ==
        "84!=40+31+16 at 立案查处84件,罚款12万元。其中甲类40件、乙类31件、丙类16件\n");
  CHECK(faults_of("立案查处84件,罚款12万元,其中甲类40件、乙类31件、丙类16件。") ==
        "84!=40+31+16 at 立案查处84件,罚款12万元,其中甲类40件、乙类31件、丙类16件\n");
}

TEST_CASE("what adds up or is open or vague or mixed is left alone") {
  const char* const texts[] = {
      "办理案件34件,分为城镇类17件、农业类9件、安全类8件。",
      "清理文件126件,其中修改3件、废止5件。",
      "审查文件83件,其中合同协议71件,提出意见137件。",
      "收到58件,受理52件,审结49件,其中维持27件、驳回6件、撤销9件、终止7件。",
      "收到41件,受理36件,办结33件。",
      "受理41件,审结36件,其中甲类20件、乙类21件。",
      "办理许可46件,其中新发19件、延续15件、变更9件,另有3件正在办理。",
      "办理许可46件,其中新发19件、延续15件,变更12件。",
      "办理案件约36件,分为甲类17件、乙类9件。",
      "办理案件36件,分为甲类17余件、乙类9件。",
      "办理案件36件,分为甲类17件、乙类9件等。",
      "办理案件1,036件,分为甲类1,019件、乙类17件。",
      "办理案件3.6万件,分为甲类1.7万件、乙类9件。",
      "办理案件36件,其中比上年增加5件、减少2件、终止28件。",
      "培训46人,其中党员40人、女性25人。",
      "办理案件36件,分为甲类17起、乙类9起。",
      "办理案件36件,分为甲、乙两类。",
      "甲类5件,乙类31件、丙类24件,共计60件。",
      "第36件,分为甲类17件、乙类9件。",
      "办理案件36件。分为甲类17件、乙类9件。",
      "受理90件,办结84件。其中甲类40件、乙类47件。",
      "立案84件。其中甲类40件、乙类31件、丙类13件。",
      "立案84件。出台制度3项。其中甲类40件、乙类47件。",
      "清理文件47件,保留32件、废止4件。",
      "清理文件47件,修改3件、废止4件、印发50件。",
      "清理文件47件,比上年增加9件,保留32件、修改6件、废止9件。",
      "优秀30件,合格51件、不合格7件。",
      "评查案卷90件,优秀30件、合格51件、不合格9件。",
      "抽查90件,出具报告80件,合格75件、不合格5件。",
  };
  for (const char* text : texts) {
    CAPTURE(text);
    CHECK(faults_of(text) == "");
  }
}

TEST_CASE("lists that never end stay within bounds") {
  // Each of these made a check slow once: many short lists, one long list, one long run of totals.
  std::string lists, list = "办理案件36件,分为", totals;
  for (int i = 0; i < 25000; ++i) {
    lists += "收到3件,其中甲类1件、乙类2件,";
    list += "甲类1件、";
    totals += "共计5件,";
  }
  CHECK(faults_of(lists) == "");
  CHECK(faults_of(list) == "");
  CHECK(faults_of(totals) == "");
}

}  // namespace
}  // namespace plumbline::checks
