#include "engine/packtest/run.h"

#include "engine/packtest/coverage.h"
#include "sample_pack.h"

namespace plumbline::packtest {
namespace {

/// One line per case: whether it holds, what came of it, the findings.
std::string outcomes(const std::string& cases) {
  const SamplePack sample(cases);
  DiagnosticSink sink;
  std::string words;
  for (const CaseResult& result :
       run_cases(*sample.pack, cases_of(*sample.pack, sample.files, sink), 2, sink)) {
    words += std::string(result.holds ? "holds " : "FAILS ") +
             std::string(name_of(result.judgement.result.outcome));
    for (const Finding& found : result.judgement.findings)
      words += " " + found.rule + "/" + found.state + "/" + found.quote;
    words += "\n";
  }
  CHECK(sink.all().empty());
  return words;
}

}  // namespace

TEST_SUITE("packtest.run") {
  TEST_CASE("a fragment is checked although it is of no kind") {
    CHECK(outcomes("      pass: [{text: 一切都好。}]\n      fail: [{text: 这里甲错。}]\n") ==
          "holds pass\nholds fail slips.a/found/甲错\n");
  }

  TEST_CASE("a passing case with a finding and a failing one without do not hold") {
    CHECK(outcomes("      pass: [{text: 甲错。}]\n      fail: [{text: 没有甲错。}]\n") ==
          "FAILS fail slips.a/found/甲错\nFAILS pass\n");
  }

  TEST_CASE("quote and state and name and place must be those of one finding") {
    CHECK(outcomes(R"(      fail:
        - {text: 这里甲错。, quote: 甲错, state: found, name: a, line: 1, column: 3}
        - {text: 这里甲错。, quote: 这里}
        - {text: 这里甲错。, state: missing}
        - {text: 这里甲错。, name: b}
        - {text: 这里甲错。, line: 2}
        - {text: 这里甲错。, column: 1}
)") == "holds fail slips.a/found/甲错\nFAILS fail slips.a/found/甲错\n"
       "FAILS fail slips.a/found/甲错\nFAILS fail slips.a/found/甲错\n"
       "FAILS fail slips.a/found/甲错\nFAILS fail slips.a/found/甲错\n");
  }

  TEST_CASE("a section is some of the words of the headings above the finding") {
    CHECK(outcomes(R"(      fail:
        - {text: "一、做法\n甲错。\n二、问题和不足\n（一）用语\n甲错。", section: 问题}
        - {text: "一、做法\n甲错。\n二、问题和不足\n（一）用语\n甲错。", section: 二、问题和不足>（一）用语}
        - {text: "一、做法\n甲错。\n二、问题和不足\n（一）用语\n好。", section: 问题}
        - {text: 甲错。, section: 问题}
)") == "holds fail slips.a/found/甲错 slips.a/found/甲错\n"
       "holds fail slips.a/found/甲错 slips.a/found/甲错\n"
       "FAILS fail slips.a/found/甲错\nFAILS fail slips.a/found/甲错\n");
  }

  TEST_CASE("a case may give the report year") {
    CHECK(outcomes(R"(      fail: [{text: 丙错。, report_year: 2021}]
      pass: [{text: 丙错。, report_year: 2019}]
      needs-review: [{text: 丙错。}]
)") == "holds pass\nholds fail slips.b/found/丙错\nholds needs-review\n");
  }

  TEST_CASE("cases of what a pack disables are skipped and no others") {
    const SamplePack sample(R"(      pass: [{text: 好。}, {text: 没有甲错。, name: a}]
      fail: [{text: 甲错。, name: a}, {text: 甲错。}, {text: 甲错。, quote: 乙错}]
      needs-review: [{text: 丙错。}]
)",
                            {{"q/pack.yaml", R"(id: q
version: 1.0.0
title: 包
extends: [p]
disable: {slips.a: 不查, slips.b: 不查}
)"}});
    DiagnosticSink sink;
    const auto pack = rules::load_pack("q", sample.files, sink);
    REQUIRE(pack);
    std::string words;
    for (const CaseResult& result : run_cases(*pack, cases_of(*pack, sample.files, sink), 2, sink))
      words += std::string(result.holds      ? "holds"
                           : result.failed() ? "FAILS"
                                             : "skipped") +
               " " + result.test.disabled + "\n";
    CHECK(words ==
          "holds \nskipped slips.a\nskipped slips.a\nskipped slips.a, slips.b\nFAILS \n"
          "skipped slips.a, slips.b\n");
  }

  TEST_CASE("cases of a disabled rule are counted and not run") {
    const SamplePack sample("      pass: [{text: 甲错。}]\n      fail: [{text: 好。}]\n",
                            {{"q/pack.yaml",
                              "id: q\nversion: 1.0.0\ntitle: 包\nextends: [p]\n"
                              "disable: {slips: 不查}\n"},
                             {"p/cases/slips/fail-a.txt", "好"}});
    DiagnosticSink sink;
    const auto pack = rules::load_pack("q", sample.files, sink);
    REQUIRE(pack);
    const auto results = run_cases(*pack, cases_of(*pack, sample.files, sink), 2, sink);
    REQUIRE(results.size() == 3);
    for (const CaseResult& result : results) {
      CHECK(result.skipped());
      CHECK_FALSE(result.failed());
      CHECK(result.test.disabled == "slips");
    }
    CHECK(measure(*pack, results, 1).branches.empty());
  }

  TEST_CASE("a document that cannot be read holds for nothing") {
    const SamplePack sample("      pass: [{text: 好。}]\n",
                            {{"p/cases/slips/pass-a.docx", "PK\x03\x04 broken"}});
    DiagnosticSink sink;
    const auto results =
        run_cases(*sample.pack, cases_of(*sample.pack, sample.files, sink), 2, sink);
    REQUIRE(results.size() == 2);
    CHECK_FALSE(results[1].holds);
    CHECK(results[1].judgement.result.outcome == Outcome::kNotChecked);
    CHECK(results[1].judgement.result.reason != "");
  }
}

}  // namespace plumbline::packtest
