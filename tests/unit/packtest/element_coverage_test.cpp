#include "engine/packtest/element_coverage.h"

#include "doctest/doctest.h"
#include "tests/support/memory_pack_files.h"

namespace plumbline::packtest {
namespace {

constexpr const char* kPack = R"(id: p
version: 1.0.0
title: 包
for: any
basis: {law: {title: 《某规定》, level: A1}}
elements:
  plan: {label: 安排, heading: [安排, 打算$], not_heading: [落实情况], mention: [明年], near: [措施]}
rules:
  slips:
    title: 用语
    check: text
    severity: warning
    basis: [{document: law}]
    message: 有误
    advice: 请改正
    forbid: [甲错]
    cases: {pass: [{text: 好}], fail: [{text: 一、安排甲错}]}
  plan-section:
    title: 应有安排
    check: element
    element: plan
    severity: {absent: error, mention: warning}
    basis: [{document: law}]
    message: 没有安排
    message_near: 没有安排，最近的是{nearest}
    advice: 请补写
    cases:
)";

std::string covered(const std::string& cases) {
  const testing::MemoryPackFiles files({{"p/pack.yaml", kPack + cases}});
  DiagnosticSink sink;
  const auto pack = rules::load_pack("p", files, sink);
  for (const Diagnostic& one : sink.all())
    MESSAGE(one.line, ": ", one.message.in(Language::kEnglish));
  REQUIRE(pack);
  const auto results = run_cases(*pack, cases_of(*pack, files, sink), 2, sink);
  for (const CaseResult& result : results) CHECK(result.holds);
  std::string words;
  for (const Branch& branch : measure_elements(*pack, results, 2))
    words += branch.name + ":" + std::to_string(branch.line) + (branch.fired ? " fired" : "") +
             (branch.spared ? " spared" : "") + "\n";
  return words;
}

}  // namespace

TEST_SUITE("packtest.element-coverage") {
  TEST_CASE("without cases of a rule that looks at elements nothing is covered") {
    CHECK(covered("      pass: []\n") ==
          "element:plan heading[1]:7\nelement:plan heading[2]:7\nelement:plan not_heading:7\n"
          "element:plan mention:7\nelement:plan near:7\n");
  }

  TEST_CASE("a pattern has fired where a case ends otherwise without it") {
    CHECK(covered("      pass: [{text: \"一、做法\\n办案。\\n二、打算\\n办案。\"}]\n"
                  "      fail: [{text: \"一、做法\\n办案。\\n二、措施\\n办案。\"}]\n") ==
          "element:plan heading[1]:7 spared\nelement:plan heading[2]:7 fired spared\n"
          "element:plan not_heading:7 spared\nelement:plan mention:7 spared\n"
          "element:plan near:7 fired spared\n");
  }

  TEST_CASE("of two patterns that both match neither is needed and a guard counts alike") {
    CHECK(covered("      pass: [{text: \"一、做法\\n办案。\\n二、安排和打算\\n办案。\"}]\n"
                  "      fail:\n"
                  "        - {text: \"一、做法\\n办案。\\n二、安排落实情况\\n办案。\"}\n"
                  "        - {text: \"一、做法\\n明年办案。\"}\n") ==
          "element:plan heading[1]:7 spared\nelement:plan heading[2]:7 spared\n"
          "element:plan not_heading:7 fired spared\nelement:plan mention:7 fired spared\n"
          "element:plan near:7 spared\n");
  }
}

}  // namespace plumbline::packtest
