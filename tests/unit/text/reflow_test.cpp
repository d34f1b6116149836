#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "tests/unit/text/sample.h"

namespace plumbline::text {
namespace {

/// Enough wrapped prose to show the width (20 characters), without blank lines.
constexpr std::string_view kWrapped =
    "全县水利系统围绕河湖管护和供水保障，把各项\n"
    "法治要求落实到规划、审批、执法和服务的环节\n"
    "之中，全年办理行政处罚案件十二件，办结率达\n"
    "到百分之百，没有发生行政复议纠错的情形，群\n"
    "众满意度稳步提升。\n";

std::string flow(std::string_view bytes) {
  return paragraphs_of(text_of(bytes));
}

/// What follows the wrapped prose above.
std::string after_wrapped(std::string_view bytes) {
  const std::string all = flow(std::string(kWrapped) + std::string(bytes));
  const std::string front = flow(kWrapped);
  REQUIRE(front.find('|') == std::string::npos);
  REQUIRE(all.starts_with(front));
  return all.substr(front.size());
}

TEST_CASE("wrapped lines are rejoined and other lines stay alone") {
  struct Case {
    std::string_view bytes, expected;
  };
  const Case cases[] = {
      // a heading keeps its line
      {"一、主要举措和成效\n甲乙丙，丁。\n", "|一、主要举措和成效|甲乙丙,丁。"},
      {"（一）抓好制度建设，规范权力运行\n修订供水工程管护办法，公开征求意见三十日，收\n到意见四十"
       "三条。\n",
       "|(一)抓好制度建设,规范权力运行|修订供水工程管护办法,公开征求意见三十日,收到意见四十三条。"},
      // a heading over two lines is one, also where it fills its line
      {"二、党政主要负责人履行推进法治建设第一责任人\n职责的有关情况\n甲乙丙，丁。\n",
       "|二、党政主要负责人履行推进法治建设第一责任人职责的有关情况|甲乙丙,丁。"},
      // a number and a word cut by the line end
      {"修订供水工程管护办法，公开征求意见的时间为2\n021年，收到意见四十三条。\n",
       "|修订供水工程管护办法,公开征求意见的时间为2021年,收到意见四十三条。"},
      // page borders inside a sentence and inside a word
      {"修订供水工程管护办法，公开征求意见三十日，收\n— 1 —\n 到意见四十三条。\n",
       "|修订供水工程管护办法,公开征求意见三十日,收到意见四十三条。"},
      {"修订供水工程管护办法，公开征求意见三十日，收\n\f到意见四十三条。\n",
       "|修订供水工程管护办法,公开征求意见三十日,收到意见四十三条。"},
      {"修订供水工程管护办法，公开征求意见三十日，收\n\n— 1 —\n\n到意见四十三条。\n",
       "|修订供水工程管护办法,公开征求意见三十日,收到意见四十三条。"},
      // signature and date stay alone, also behind a full last line
      {"制定分类普法清单，组织企业负责人开展培训四期。\n云岭县水务局\n2026年1月16日\n",
       "|制定分类普法清单,组织企业负责人开展培训四期。|云岭县水务局|2026年1月16日"},
      // a blank line parts paragraphs where lines have none between them
      {"修订供水工程管护办法，公开征求意见三十日，收\n\n到意见四十三条，采纳十七条。\n",
       "|修订供水工程管护办法,公开征求意见三十日,收|到意见四十三条,采纳十七条。"},
      // an enumeration that the heading marks begin
      {"组织企业负责人参加法治专题培训，共举办四期。\n（二）推动执法人员参加业务学习，全年不少于六"
       "\n十学时。\n",
       "|组织企业负责人参加法治专题培训,共举办四期。|(二)推动执法人员参加业务学习,"
       "全年不少于六十学时。"},
      // the remainder of a sentence may be one word
      {"修订供水工程管护办法，公开征求意见共计三十五\n日。\n",
       "|修订供水工程管护办法,公开征求意见共计三十五日。"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK(after_wrapped(c.bytes) == c.expected);
  }
}

TEST_CASE("title lines are not glued to what follows") {
  const std::string head =
      "云岭县水务局文件\n云水〔2026〕3号\n云岭县水务局关于二〇二五年度推进法治政府\n建设情况的报告"
      "\n县委、县政府：\n";
  CHECK(
      flow(head + std::string(kWrapped))
          .starts_with("云岭县水务局文件|云水〔2026〕3号|云岭县水务局关于二〇二五年度推进法治政府|"
                       "建设情况的报告|县委、县政府:|全县水利系统"));
}

TEST_CASE("blank lines between all lines say nothing") {
  std::string spaced;
  for (const char c : kWrapped) spaced += c == '\n' ? std::string("\n\n") : std::string(1, c);
  CHECK(flow(spaced) == flow(kWrapped));
}

TEST_CASE("indents begin paragraphs where a text uses them") {
  const std::string_view bytes =
      "　　全县水利系统围绕河湖管护和供水保障，把法\n治要求落实到规划、审批、执法和服务的环节之中。"
      "\n"
      "　　全年办理行政处罚案件十二件，办结率达到了\n百分之百，没有发生行政复议纠错的情形发生过。\n"
      "　　群众满意度稳步提升，来信来访比上年下降百\n分之十二，投诉件全部按时办结。\n";
  CHECK(flow(bytes) ==
        "全县水利系统围绕河湖管护和供水保障,把法治要求落实到规划、审批、执法和服务的环节之中。|"
        "全年办理行政处罚案件十二件,办结率达到了百分之百,没有发生行政复议纠错的情形发生过。|"
        "群众满意度稳步提升,来信来访比上年下降百分之十二,投诉件全部按时办结。");
}

/// A paragraph of flowed text that something cut.
constexpr std::string_view kLong =
    "一是健全学习制度。全年组织集中学习十二次，邀请专家授课两次，重点学习行政处罚法和水法，形成学"
    "习";

TEST_CASE("flowed text is joined only where a sentence was cut") {
  struct Case {
    std::string_view before, after;
    bool joined;
  };
  const Case cases[] = {
      {"", "笔记四十份，覆盖全体干部。", true},
      {"，", "覆盖全体干部，效果良好。", true},
      {"《云岭县法治学", "习纲要》等文件，覆盖全体干部。", true},
      {"。", "全年开展培训四期，覆盖全体干部。", false},
      {"", "二是开展培训四期，覆盖全体干部。", false},
      {"", "（二）开展培训四期，覆盖全体干部。", false},
      {"", "2.开展培训四期，覆盖全体干部。", false},
      {"", "10余份，覆盖全体干部。", true},
      {"", "云岭县水务局", false},
      {"", "2026年1月16日", false},
      {"如下：", "全年开展培训四期，覆盖全体干部。", false},
  };
  for (const Case& c : cases) {
    for (const std::string_view gap : {"\n", "\n\n", "\n— 2 —\n"}) {
      CAPTURE(c.after);
      const std::string bytes =
          std::string(kLong) + std::string(c.before) + std::string(gap) + std::string(c.after);
      CHECK((flow(bytes).find('|') == std::string::npos) == c.joined);
    }
  }
}

TEST_CASE("flowed headings titles and short lines are never joined") {
  CHECK(flow("关于2025年度法治政府建设\n情况的报告\n县委、县政府：\n一、加强领导，压实责任\n全年开"
             "会十次，研究议题八个。") ==
        "关于2025年度法治政府建设|情况的报告|县委、县政府:|一、加强领导,压实责任|全年开会十次,"
        "研究议题八个。");
}

TEST_CASE("paragraphs of a word processor and cells are never joined") {
  readers::Extraction extraction{.format = "docx"};
  for (int i = 0; i < 8; ++i) {
    const std::string line = "全县水利系统围绕河湖管护和供水保障，把各项";
    extraction.blocks.push_back(
        {.kind = readers::BlockKind::kParagraph,
         .span = {extraction.raw.size(), extraction.raw.size() + line.size()},
         .paragraph = i + 1});
    extraction.raw += line;
  }
  CHECK(Text::build(std::move(extraction)).paragraphs().size() == 8);
}

TEST_CASE("a list of short lines is not wrapped prose") {
  std::string list;
  for (int i = 1; i <= 12; ++i)
    list +=
        "（" + std::to_string(i) + "）修订第" + std::to_string(10 + i) + "号供水工程管理办法文本\n";
  CHECK(text_of(list).paragraphs().size() == 12);
}

TEST_CASE("words of latin script get a blank where a line ends") {
  CHECK(flow("全年组织学习十二次，邀请专家授课两次，重点学习行政处罚法。推广使用 open "
             "source\nsoftware "
             "三套，覆盖全体干部。") ==
        "全年组织学习十二次,邀请专家授课两次,重点学习行政处罚法。推广使用open source "
        "software三套,覆盖全体干部。");
}

}  // namespace
}  // namespace plumbline::text
