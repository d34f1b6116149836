#include "engine/packtest/coverage.h"

#include "sample_pack.h"

namespace plumbline::packtest {
namespace {

std::string covered(const std::string& cases, int& percent) {
  const SamplePack sample(cases);
  DiagnosticSink sink;
  const auto results = run_cases(*sample.pack, cases_of(*sample.pack, sample.files, sink), 2, sink);
  const Coverage coverage = measure(*sample.pack, results, 2);
  percent = coverage.percent();
  std::string words;
  for (const Branch& branch : coverage.branches)
    words += branch.name + ":" + std::to_string(branch.line) + (branch.fired ? " fired" : "") +
             (branch.spared ? " spared" : "") + "\n";
  return words;
}

}  // namespace

TEST_SUITE("packtest.coverage") {
  TEST_CASE("without cases nothing is covered and every branch is named with its line") {
    int percent = 100;
    CHECK(covered("      pass: []\n", percent) ==
          "slips:9\nslips.a:17\nslips.a match[1]:17\nslips.a match[2]:17\n"
          "slips.a unless_after:17\nslips.a allow:17\nslips.b:18\nslips.b when.report_year:18\n"
          "slips.c:19\nslips.c unless.report_year:19\n");
    CHECK(percent == 0);
  }

  TEST_CASE("alternatives and guards are covered one by one") {
    int percent = 0;
    CHECK(covered("      pass: [{text: 好。}]\n      fail: [{text: 甲错。}]\n", percent) ==
          "slips:9 fired spared\nslips.a:17 fired spared\nslips.a match[1]:17 fired spared\n"
          "slips.a match[2]:17 spared\nslips.a unless_after:17 spared\n"
          "slips.a allow:17 spared\nslips.b:18 spared\nslips.b when.report_year:18\n"
          "slips.c:19 spared\nslips.c unless.report_year:19\n");
    CHECK(percent == 55);
  }

  TEST_CASE("a guard has fired only where a case ends otherwise without it") {
    int percent = 0;
    const std::string words =
        covered("      pass: [{text: 感觉好。}, {text: 厅错觉。}, {text: 没有甲错。}]\n", percent);
    CHECK(words.find("slips.a unless_after:17 fired\nslips.a allow:17 fired\n") !=
          std::string::npos);
    CHECK(covered("      pass: [{text: 感觉好。}, {text: 没有。}]\n", percent)
              .find("unless_after:17\nslips.a allow:17\n") != std::string::npos);
  }

  TEST_CASE("a condition has fired only where it was decided") {
    int percent = 0;
    const std::string fails = "      fail: [{text: 丙错。, report_year: 2022}]\n";
    CHECK(covered(fails + "      needs-review: [{text: 丙错。}]\n", percent)
              .find("slips.b when.report_year:18 spared\n") != std::string::npos);
    CHECK(covered(fails + "      pass: [{text: 丙错。, report_year: 2019}]\n", percent)
              .find("slips.b when.report_year:18 fired spared\n") != std::string::npos);
  }

  TEST_CASE("an excuse has fired only where the rule would hit without it") {
    int percent = 0;
    const std::string fails = "      fail: [{text: 丁错。, report_year: 2022}]\n";
    CHECK(covered(fails, percent).find("slips.c unless.report_year:19 spared\n") !=
          std::string::npos);
    CHECK(covered(fails + "      pass: [{text: 丁错。, report_year: 2019}]\n", percent)
              .find("slips.c unless.report_year:19 fired spared\n") != std::string::npos);
  }

  TEST_CASE("all branches covered are a hundred percent") {
    int percent = 0;
    covered(
        R"(      pass: [{text: 好。}, {text: 厅错觉。}, {text: 没有甲错。}, {text: 丙错。, report_year: 2019}, {text: 丁错。, report_year: 2019}]
      fail: [{text: 甲错。}, {text: 局错。}, {text: 丙错。, report_year: 2022}, {text: 丁错。, report_year: 2022}]
)",
        percent);
    CHECK(percent == 100);
  }
}

}  // namespace plumbline::packtest
