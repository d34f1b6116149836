#include <doctest/doctest.h>

#include <string>

#include "tests/unit/document/pack_words.h"

using namespace plumbline::document;

namespace {

struct Row {
  const char* name;
  const char* text;  ///< as sample() expands it
  const char* dump;
};

// clang-format off
constexpr Row kRows[] = {
    {"a red head with number and signer on one line",
     "安澜县水利局文件\n安水〔2025〕3号　　　签发人：陆远\n\n安澜县水利局\n关于2024年度法治政府建设情况的报告\n\n县委、县政府：\n@P一、主要举措和成效\n"
     "（一）完善机制\n制定要点。\n二、存在的不足和原因\n人手不足。\n\n安澜县水利局\n2025年1月8日\n",
     "letterhead number title(2024) addressee preamble h1[一、]{h2[（一）]{p}} h1[二、]{p} sig date"},
    {"a spaced-out letterhead of a joint report",
     "中 共 岚 溪 镇 委 员 会 文 件\n岚委〔2025〕1号\n中共岚溪镇委员会\n岚溪镇人民政府\n关于2024年法治政府建设情况的报告\n县委、县政府：\n"
     "@P@W中共岚溪镇委员会\n岚溪镇人民政府\n2025年1月9日\n",
     "letterhead number title(2024) addressee preamble h1[一、]{p} sig date"},
    {"two organs of a letterhead one above the other",
     "澄州市民政局\n澄州市财政局\n文件\n澄民〔2024〕2号\n澄州市民政局　澄州市财政局\n关于2023年度法治政府建设情况的报告\n市政府：\n@P@W",
     "letterhead number title(2023) addressee preamble h1[一、]{p}"},
    {"two signers on two lines",
     "安澜县水利局文件\n安水〔2025〕3号　　签发人：陆远\n　　　　　　　　　　　　方知行\n安澜县水利局关于2024年度法治政府建设情况的报告\n@P@W",
     "letterhead number signer title(2024) preamble h1[一、]{p}"},
    {"a title over three lines, broken inside a word",
     "鹭江区石桥街道办事处\n二〇二三年度法治政府\n建设工作报告\n区委、区政府：\n@P@W",
     "title(2023) addressee preamble h1[一、]{p}"},
    {"a title whose last word stands alone",
     "安澜县水利局关于2024年度法治政府建设情况的\n报 告\n@P@W",
     "title(2024) preamble h1[一、]{p}"},
    {"a cover letter with the report behind the word annex",
     "安澜县水利局\n安水函〔2025〕6号\n关于报送2024年度法治政府建设情况报告的函\n县委依法治县办：\n按照通知要求，现将报告报送你办。\n"
     "附件：安澜县水利局2024年度法治政府建设情况报告\n安澜县水利局\n2025年1月6日\n附件\n安澜县水利局\n2024年度法治政府建设情况报告\n@P@W",
     "letterhead number p addressee p annex sig date annex title(2024) preamble h1[一、]{p}"},
    {"a web page with crumbs, title, byline and links",
     "首页 > 政务公开 > 法治政府建设\n@T发布时间：2025-01-20 浏览次数：33\n【字体：大 中 小】\n"
     "@P@W上一篇：石桥镇2023年法治政府建设年度报告\n主办单位：石桥镇人民政府\n",
     "furniture title(2024) furniture preamble h1[一、]{p} furniture"},
    {"a metadata table with borders",
     "| 索引号 | 1130/2025-1 | 成文日期 | 2025年1月3日 |\n| 发文字号 | 无 | 发布日期 | 2025-01-10 |\n@T@P@W",
     "furniture title(2024) preamble h1[一、]{p}"},
    {"metadata labels and values on lines of their own",
     "索引号：\nA-1-2025\n成文日期：\n2025年1月3日\n文　号：\n无\n@T@P@W",
     "furniture title(2024) preamble h1[一、]{p}"},
    {"a title printed twice with the page's line between",
     "@T发布时间：2025-01-20 来源：石桥镇\n石桥镇2024年度法治政府建设年度报告\n@P@W",
     "furniture title(2024) preamble h1[一、]{p}"},
    {"a page without a title, chrome glued to the first sentence",
     "发布机构：石桥镇\n访问次数：2024年，石桥镇坚持依法行政，各项工作有序开展。\n@W",
     "furniture preamble h1[一、]{p}"},
    {"no preamble at all",
     "@W二、存在问题\n人手不足。\n",
     "h1[一、]{p} h1[二、]{p}"},
    {"the outline begins at the second level",
     "@T@P（一）完善机制\n制定要点。\n（二）开展普法\n办活动。\n",
     "title(2024) preamble h2[（一）]{p} h2[（二）]{p}"},
    {"parts with a name for a mark, numbers below them",
     "@T@P第一部分　主要工作和成效\n一、深化普法\n（一）建章立制\n办活动。\n第二部分　存在的不足及原因\n人手不足。\n",
     "title(2024) preamble h1[第一部分]{h2[一、]{h3[（一）]{p}}} h1[第二部分]{p}"},
    {"first-level headings without a mark",
     "@T@P主要举措与成效\n（一）完善机制。制定要点。\n存在不足及原因\n人手不足。\n下一步工作安排\n办培训。\n",
     "title(2024) preamble h1[#]{h2[（一）+]{}} h1[#]{p} h1[#]{p}"},
    {"first-level headings that run on behind an ordinal word",
     "@T@P第一，主要举措和成效。\n（1）完善机制。\n第二，存在的不足。一是人手不足。\n第三，2025年主要安排。办培训。\n",
     "title(2024) preamble h1[第一，]{h4[（1）]{}} h1[第二，+]{} h1[第三，+]{}"},
    {"digits as the first level above brackets",
     "@T@P1.主要举措和成效\n（一）完善机制\n制定要点。\n2.存在的不足和原因\n人手不足。\n",
     "title(2024) preamble h1[1.]{h2[（一）]{p}} h1[2.]{p}"},
    {"a line that says what a numbered heading says is text",
     "@T@P一、主要工作\n办活动。\n二、存在的问题\n存在的问题：\n人手不足。\n三、下一步打算\n下一步工作打算有三项。\n",
     "title(2024) preamble h1[一、]{p} h1[二、]{p p} h1[三、]{p}"},
    {"a table of contents is no outline",
     "@T目　录\n一、主要工作……………………1\n二、存在的问题.........12\n三、下一步打算 · · · · · · 15\n"
     "@P一、主要工作\n办活动。\n二、存在的问题\n人手不足。\n",
     "title(2024) furniture preamble h1[一、]{p} h1[二、]{p}"},
    {"run-in headings are cut at the first full stop",
     "@T一、主要工作\n（一）完善机制。制定要点，明确分工。\n（二）开展普法。办活动三场。\n",
     "title(2024) h1[一、]{h2[（一）+]{} h2[（二）+]{}}"},
    {"a heading that ends in a full stop stands alone",
     "@T一、主要工作\n（一）完善机制。\n制定要点，明确分工。\n",
     "title(2024) h1[一、]{h2[（一）]{p}}"},
    {"arabic numbers directly below the first level",
     "@T一、主要工作\n1.完善机制。制定要点。\n2.开展普法。办活动。\n二、下一步打算\n1.强化学习。办培训。\n",
     "title(2024) h1[一、]{h3[1.+]{} h3[2.+]{}} h1[二、]{h3[1.+]{}}"},
    {"arabic numbers that run on across parents",
     "@T一、主要工作\n（一）完善机制\n1.制定要点。\n2.明确分工。\n（二）开展普法\n3.办活动。\n",
     "title(2024) h1[一、]{h2[（一）]{h3[1.]{} h3[2.]{}} h2[（二）]{h3[3.]{}}}"},
    {"inline enumerations are no headings",
     "@T一、主要工作\n一是完善机制，制定要点。\n二是开展普法，办活动三场。\n第三，加强监督，接受评议。\n",
     "title(2024) h1[一、]{p p p}"},
    {"a first-level mark repeated below itself",
     "@T@P一、主要工作\n一、强化责任\n制定要点。\n二、开展普法\n办活动。\n",
     "title(2024) preamble h1[一、]{} h1[一、]{p} h1[二、]{p}"},
    {"text between a first and a second level heading",
     "@T一、主要工作\n全年工作平稳有序，成效较好。\n（一）完善机制\n制定要点。\n",
     "title(2024) h1[一、]{p h2[（一）]{p}}"},
    {"a list bullet before the number",
     "@T@W- 二、存在问题\n人手不足。\n",
     "title(2024) h1[一、]{p} h1[二、]{p}"},
    {"markdown marks do not decide the level",
     "# @T**县委、县政府：**\n@P### @W## 二、存在问题\n人手不足。\n**石桥镇人民政府**\n2025年1月3日\n",
     "title(2024) addressee preamble h1[一、]{p} h1[二、]{p} sig date"},
    {"full-width digits and brackets",
     "石桥镇２０２４年法治政府建设年度报告\n２０２４年，我镇认真落实各项部署。\n一、主要工作\n（一）完善机制\n１．制定要点。\n",
     "title(2024) preamble h1[一、]{h2[（一）]{h3[1．]{}}}"},
    {"an annex list before the signature",
     "@T@P@W附件：1.执法统计表\n2.案件情况表\n@S",
     "title(2024) preamble h1[一、]{p} annex sig date"},
    {"an annex list as the last lines",
     "@T@P@W附件：1.执法统计表\n　　　2.案件情况表\n",
     "title(2024) preamble h1[一、]{p} annex"},
    {"note, copies and printing line behind the date",
     "@T@P@W@S（此件公开发布）\n抄送：县司法局。\n石桥镇党政办公室　2025年1月4日印发\n",
     "title(2024) preamble h1[一、]{p} sig date note copy"},
    {"signature and date on one line with a seal",
     "@T@P@W石桥镇人民政府（盖章）　2025年1月3日\n",
     "title(2024) preamble h1[一、]{p} date"},
    {"a signature without a date",
     "@T@P@W石桥镇人民政府\n",
     "title(2024) preamble h1[一、]{p} sig"},
    {"a date without a signature",
     "@T@P@W二〇二五年一月三日\n",
     "title(2024) preamble h1[一、]{p} date"},
    {"a malformed date keeps the organ above it",
     "@T@P@W石桥镇人民政府\n2025年1月3号\n",
     "title(2024) preamble h1[一、]{p} sig date"},
    {"a date without a day keeps the organ above it",
     "@T@P@W石桥镇人民政府\n2025年1月\n",
     "title(2024) preamble h1[一、]{p} sig date"},
    {"a month that ends the text is no date where no organ signs",
     "@T@P@W三、培训安排\n2025年1月\n办培训，讲法规。\n@S",
     "title(2024) preamble h1[一、]{p} h1[三、]{p p} sig date"},
    {"a seal on a line of its own",
     "@T@P@W石桥镇人民政府\n（盖章）\n2025年1月3日\n",
     "title(2024) preamble h1[一、]{p} sig date"},
    {"a seal below the date",
     "@T@P@W石桥镇人民政府\n2025年1月3日\n（公章）\n",
     "title(2024) preamble h1[一、]{p} sig date note"},
    {"an office of an organ signs",
     "@T@P@W石桥镇人民政府综合行政执法办公室\n2025年1月3日\n",
     "title(2024) preamble h1[一、]{p} sig date"},
    {"contact line behind the date is a note, links are furniture",
     "@T@P@W@S联系人：何苗　联系电话：0900-1234567\n扫一扫在手机打开当前页\n相关阅读\n· 石桥镇召开普法会　2024-12-19\n",
     "title(2024) preamble h1[一、]{p} sig date note furniture"},
    {"the text simply ends",
     "@T@P@W三、下一步打算\n（一）办培训。强化学习。\n",
     "title(2024) preamble h1[一、]{p} h1[三、]{h2[（一）+]{}}"},
    {"organ and date glued behind the title",
     "石桥镇人民政府2024年度法治政府建设情况报告 石桥镇人民政府 2025-01-08\n@P@W",
     "title(2024) preamble h1[一、]{p}"},
    {"a page name behind the title",
     "石桥镇2024年法治政府建设情况的报告-某某资讯网\n@P@W",
     "title(2024) preamble h1[一、]{p}"},
    {"a mirror with traditional characters and pinyin",
     "石橋區(qū)水務(wù)局2024年法治政府建設(shè)工作報(bào)告\n2024年以來(lái)，區(qū)水務(wù)局認真落實。\n一、主要舉措\n"
     "開展普法。\n",
     "title(2024) preamble h1[一、]{p}"},
    {"a document without any structure",
     "今天天气很好，我们去公园散步，看见很多花。\n",
     "preamble"},
};
// clang-format on

}  // namespace

TEST_CASE("the structure of a document in every condition that real texts show") {
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    CHECK(document_of(sample(row.text)).dump() == row.dump);
  }
}
