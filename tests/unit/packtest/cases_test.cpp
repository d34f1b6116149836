#include "engine/packtest/cases.h"

#include "sample_pack.h"

namespace plumbline::packtest {
namespace {

std::string told(const SamplePack& sample, DiagnosticSink& sink) {
  std::string words;
  for (const Case& test : cases_of(*sample.pack, sample.files, sink))
    words += std::string(name_of(test.expected)) + " " + test.document + " '" + test.bytes + "' " +
             test.name + "|" + test.state + "|" + test.quote + " " + test.options.profile + "|" +
             test.options.reporter + "|" + test.options.as_of + "|" +
             std::to_string(test.options.report_year) + " " + test.path + ":" +
             std::to_string(test.at_line) + ":" + std::to_string(test.at_column) + "\n";
  return words;
}

}  // namespace

TEST_SUITE("packtest.cases") {
  TEST_CASE("cases come from the rule and from files it names and from files beside it") {
    const SamplePack sample(
        R"(      pass: [{text: 好}]
      fail:
        - {text: 甲错, quote: 甲错, name: a, state: found, report_year: 2021}
        - {file: samples/long.md, as_of: '2025-01-02'}
      not-applicable: [{text: 丁}]
      needs-review: [{text: 戊}]
)",
        {{"p/samples/long.md", "# 甲错"},
         {"p/cases/slips/fail-one.txt", "局错"},
         {"p/cases/slips/pass-two.html", "<p>好"},
         {"p/cases/slips/readme.txt", "不是例子"},
         {"p/cases/other/pass-a.txt", "别的规则"}});
    DiagnosticSink sink;
    CHECK(told(sample, sink) ==
          "pass case.txt '好' || submitted|||0 p/pack.yaml:21:14\n"
          "fail case.txt '甲错' a|found|甲错 submitted|||2021 p/pack.yaml:23:11\n"
          "fail samples/long.md '# 甲错' || submitted||2025-01-02|0 p/pack.yaml:24:11\n"
          "not-applicable case.txt '丁' || submitted|||0 p/pack.yaml:25:24\n"
          "needs-review case.txt '戊' || submitted|||0 p/pack.yaml:26:22\n"
          "fail p/cases/slips/fail-one.txt '局错' || submitted|||0 p/cases/slips/fail-one.txt:0:0\n"
          "pass p/cases/slips/pass-two.html '<p>好' || submitted|||0 "
          "p/cases/slips/pass-two.html:0:0\n");
    REQUIRE(sink.all().size() == 1);
    CHECK(sink.all()[0].code == "P1601");
    CHECK(sink.all()[0].level == Level::kWarning);
    CHECK(sink.all()[0].path == "p/cases/slips/readme.txt");
  }

  TEST_CASE("an empty file is an error and one that a rule names is no second case") {
    const SamplePack sample(
        "      fail: [{file: cases/slips/fail-a.txt, quote: 甲错}]\n",
        {{"p/cases/slips/fail-a.txt", "甲错"}, {"p/cases/slips/pass-b.txt", ""}});
    DiagnosticSink sink;
    CHECK(told(sample, sink) ==
          "fail cases/slips/fail-a.txt '甲错' ||甲错 submitted|||0 p/pack.yaml:21:14\n");
    REQUIRE(sink.all().size() == 1);
    CHECK(sink.all()[0].code == "P1002");
    CHECK(sink.all()[0].path == "p/cases/slips/pass-b.txt");
  }

  TEST_CASE("a file outside the pack is refused and not read") {
    const SamplePack sample("      fail: [{file: ../q/a.txt}]\n", {{"q/a.txt", "甲错"}});
    DiagnosticSink sink;
    CHECK(told(sample, sink) == "");
    REQUIRE(sink.all().size() == 1);
    CHECK(sink.all()[0].code == "P1215");
    CHECK(sink.all()[0].line == 21);
  }

  TEST_CASE("a file that is not there is an error at the place that names it") {
    const SamplePack sample("      fail: [{file: gone.txt}]\n");
    DiagnosticSink sink;
    CHECK(told(sample, sink) == "");
    REQUIRE(sink.all().size() == 1);
    CHECK(sink.all()[0].code == "P1001");
    CHECK(sink.all()[0].message.in(Language::kEnglish) == "cannot read 'gone.txt': no such file");
    CHECK(sink.all()[0].line == 21);
    CHECK(sink.all()[0].column == 21);
  }
}

}  // namespace plumbline::packtest
