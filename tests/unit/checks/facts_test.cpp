#include <doctest/doctest.h>

#include "tests/unit/checks/rule_runner.h"

namespace plumbline::checks {
namespace {

/// A report with the given title, lead, first heading, signature and date.
std::string report(const std::string& signature, const std::string& date,
                   const std::string& number = "") {
  return number + (number.empty() ? "" : "\n") +
         "石桥县水利局2024年法治政府建设年度报告\n县委：\n现将2024年法治政府建设情况报告如下：\n"
         "一、主要举措\n开展普法。\n二、工作安排\n继续普法。\n" +
         signature + "\n" + date + "\n";
}

TEST_CASE("a fact is there and has its form") {
  const RuleRunner title(
      "check: fact\nfact: title\nmessage: 样例\nseverity: {absent: error, form: error}\n"
      "form: ['20\\d\\d', 法治政府.*建设]\n"
      "slips: [{match: '^[^\\d]+$', message: 没有年份}, {match: ., message: 其他}]\n");
  const Row rows[] = {
      {"石桥县水利局2024年法治政府建设年度报告\n一、主要举措\n开展普法。\n", ""},
      {"石桥县水利局关于法治政府建设情况的报告\n一、主要举措\n开展普法。\n",
       "form:石桥县水利局关于法治政府建设情况的报告"},
      {"一、主要举措\n开展普法。\n", "absent:"},
  };
  check_rows(title, rows);
  const RuleRunner number("check: fact\nfact: document_number\noptional: true\nform: '〔\\d+〕'\n");
  CHECK(number.run(rows[0].text) == "not-applicable: 文中没有这一要素，无从核对");
  const RuleRunner date("check: fact\nfact: date\n");
  CHECK(date.run(report("石桥县水利局", "2025年1月3日")) == "");
  CHECK(date.run(rows[0].text) == "absent:");
}

TEST_CASE("years of lead-in and headings are the report's") {
  const RuleRunner rule(
      "check: years\n"
      "sources:\n"
      "  - {scope: lead-in, match: 现将(20\\d\\d)年}\n"
      "  - {scope: headings-1, whole: true, skip_elements: [plan], match: (20\\d\\d)年}\n"
      "except: ['《[^》]*》', '(20\\d\\d)年以来']\n");
  struct {
    const char *lead, *first, *second, *expected;
  } const rows[] = {
      {"现将2024年法治政府建设情况报告如下：", "一、主要举措", "二、工作安排", ""},
      {"现将2023年法治政府建设情况报告如下：", "一、主要举措", "二、工作安排",
       "differs:现将2023年"},
      {"现将2024年法治政府建设情况报告如下：", "一、2023年主要举措", "二、工作安排",
       "differs:一、2023年主要举措"},
      {"现将2024年法治政府建设情况报告如下：", "一、2024年主要举措", "二、2025年工作安排", ""},
      {"现将2024年法治政府建设情况报告如下：", "一、2022年以来主要举措", "二、工作安排", ""},
      {"现将2024年法治政府建设情况报告如下：", "一、落实《2023年要点》的举措", "二、工作安排", ""},
      {"现将2023年法治政府建设情况报告如下：", "一、2022年主要举措", "二、2024年存在不足",
       "differs:现将2023年; differs:一、2022年主要举措"},
  };
  for (const auto& row : rows) {
    const std::string text = std::string("石桥县水利局2024年法治政府建设年度报告\n县委：\n") +
                             row.lead + "\n" + row.first + "\n开展普法。\n" + row.second +
                             "\n继续普法。\n";
    CAPTURE(text);
    CHECK(rule.run(text) == std::string(row.expected));
  }
  CHECK(rule.run("没有年份的一段话。") == "needs-review: 未能确定报告年度");
}

TEST_CASE("the signature is the organ of the title") {
  const Tables tables = {{"names", "short,full\n水务局,水利局\n政府,人民政府\n"}};
  const RuleRunner rule(
      "check: organs\nleft: issuer\nright: signature\ntable: names\nmay_omit: [县, 市]\n"
      "prefixes: [中共]\n",
      tables);
  struct {
    const char *signature, *expected;
  } const rows[] = {
      {"石桥县水利局", ""},
      {"县水利局", ""},
      {"石桥县教育局", "differs:石桥县教育局"},
      {"柳溪县水利局", "differs:柳溪县水利局"},
      {"石桥县水利局办公室", "differs:石桥县水利局办公室"},
  };
  for (const auto& row : rows) {
    CAPTURE(std::string(row.signature));
    CHECK(rule.run(report(row.signature, "2025年1月3日")) == std::string(row.expected));
  }
  CHECK(rule.value(report("石桥县教育局", "2025年1月3日"), "left") == "石桥县水利局");
  CHECK(rule.run("没有署名的一段话。") == "not-applicable: 未能同时确定两处机关名称");
}

TEST_CASE("tables that lack a column are named") {
  CHECK(complaints_of("check: organs\nleft: issuer\nright: signature\ntable: names\n",
                      {{"names", "short,long\n政府,人民政府\n"}}) ==
        "P1403 table 'names' lacks the column 'full'; it has short, long\n");
  CHECK(complaints_of("check: organs\nleft: issuer\nright: signature\ntable: names\n",
                      {{"names", "short,full\n分局,\n,人民政府\n"}}) ==
        "P1360 table 'names', row 2: column 'short' is empty\n");
}

struct DateRow {
  const char *date, *expected;
};

void check_dates(const RuleRunner& rule, std::span<const DateRow> rows,
                 const Setting& setting = {}) {
  for (const DateRow& row : rows) {
    CAPTURE(std::string(row.date));
    CHECK(rule.run(report("石桥县水利局", row.date), setting) == std::string(row.expected));
  }
}

TEST_CASE("a date exists and has its form") {
  const DateRow exists[] = {{"2025年2月28日", ""},
                            {"2025年2月30日", "invalid:2025年2月30日"},
                            {"2024年2月29日", ""},
                            {"2025年2月29日", "invalid:2025年2月29日"}};
  check_dates(RuleRunner("check: dates\ntest: exists\n"), exists);
  const DateRow forms[] = {{"2025年1月3日", ""},
                           {"2025年01月03日", "padded:2025年01月03日"},
                           {"2025.1.3", "dotted:2025.1.3"},
                           {"二〇二五年一月三日", "han:二〇二五年一月三日"},
                           {"2025年10月13日", ""}};
  check_dates(RuleRunner("check: dates\ntest: form\nforms: [plain]\n"), forms);
  CHECK(RuleRunner("check: dates\ntest: exists\n").run("没有日期的一段话。") ==
        "not-applicable: 文中没有成文日期");
}

TEST_CASE("a date fits the report year") {
  const RuleRunner rule(
      "check: dates\ntest: range\nperiods:\n  - {state: early, before: Y-11-01}\n"
      "  - {state: same-year, before: Y+1-01-01}\n  - {state: late, from: Y+2-01-01}\n");
  const DateRow rows[] = {{"2025年1月3日", ""},
                          {"2024年1月18日", "early:2024年1月18日"},
                          {"2024年10月31日", "early:2024年10月31日"},
                          {"2024年11月1日", "same-year:2024年11月1日"},
                          {"2024年12月31日", "same-year:2024年12月31日"},
                          {"2025年1月1日", ""},
                          {"2025年12月31日", ""},
                          {"2026年1月1日", "late:2026年1月1日"}};
  check_dates(rule, rows);
}

TEST_CASE("a deadline binds its reporters and is before its day") {
  const RuleRunner rule(
      "check: dates\ntest: deadline\ndeadlines: {bureau: Y+1-03-01}\n"
      "practice: {town: Y+1-03-01}\nuntil: Y+2-01-01\n");
  const DateRow bureau[] = {{"2025年2月28日", ""},
                            {"2025年3月1日", "on-day:2025年3月1日"},
                            {"2025年3月2日", "late:2025年3月2日"},
                            {"2025年2月30日", "not-applicable: 成文日期不是实有的日期，另行列出"},
                            {"2026年1月2日", "not-applicable: 成文日期与报告年度不相符，另行列出"}};
  check_dates(rule, bureau, {.reporter = "bureau"});
  const DateRow town[] = {{"2025年3月1日", ""}, {"2025年3月2日", "practice:2025年3月2日"}};
  check_dates(rule, town, {.reporter = "town"});
  const DateRow unknown[] = {{"2025年3月2日", "needs-review: 未能确定报告主体的类别"}};
  check_dates(rule, unknown);
  const DateRow other[] = {{"2025年3月2日", "not-applicable: 规则包未给这一类报告主体规定期限"}};
  check_dates(rule, other, {.reporter = "ministry"});
  CHECK(rule.value(report("石桥县水利局", "2025年3月2日"), "deadline", {.reporter = "bureau"}) ==
        "2025-03-01");
}

TEST_CASE("the document number is of the date's year") {
  const RuleRunner rule("check: dates\ntest: number-year\n");
  CHECK(rule.run(report("石桥县水利局", "2025年1月3日", "石水发〔2025〕3号")) == "");
  CHECK(rule.run(report("石桥县水利局", "2025年1月3日", "石水发〔2024〕3号")) ==
        "differs:石水发〔2024〕3号");
  CHECK(rule.run(report("石桥县水利局", "2025年1月3日")) == "not-applicable: 文中没有发文字号");
}

TEST_CASE("messages take values and facts and leave what is unknown") {
  const std::string text = report("石桥县教育局", "2025年1月3日", "石水发〔2024〕3号");
  const auto said = [&](const std::string& message) {
    return RuleRunner("check: dates\ntest: number-year\nmessage: '" + message + "'\n")
        .message(text);
  };
  struct {
    const char *message, *expected;
  } const rows[] = {
      {"“{quote}”的年份是{number_year}", "“石水发〔2024〕3号”的年份是2024"},
      {"{report_year} {report_year+1} {report_year-1}", "2024 2025 2023"},
      {"{issuer}、{signature}、{date}", "石桥县水利局、石桥县教育局、2025年1月3日"},
      {"{title}", "石桥县水利局2024年法治政府建设年度报告"},
      {"{addressee} {document_number}", "县委 石水发〔2024〕3号"},
      {"{signer} {unknown} {report_year+x}", "{signer} {unknown} {report_year+x}"},
      {"{ quote} {} {quote", "{ quote} {} {quote"},
      {"{{quote}}", "{石水发〔2024〕3号}"},
      {"没有占位符", "没有占位符"},
  };
  for (const auto& row : rows) {
    CAPTURE(std::string(row.message));
    CHECK(said(row.message) == std::string(row.expected));
  }
}

}  // namespace
}  // namespace plumbline::checks
