#include "engine/packtest/mutation.h"

#include "doctest/doctest.h"
#include "engine/packtest/mutate.h"
#include "tests/support/memory_pack_files.h"

namespace plumbline::packtest {
namespace {

constexpr const char* kHead = R"(id: p
version: 1.0.0
title: 包
for: any
basis: {law: {title: 《某规定》, level: A1}}
elements: {plan: {label: 安排, heading: [安排]}}
samples: [{file: sample.txt, report_year: 2024}]
rules:
)";

std::string rule(const std::string& id, const std::string& keys) {
  return "  " + id + ":\n    title: 甲\n    severity: warning\n    points: 1\n" +
         "    basis: [{document: law}]\n    message: 有误\n    advice: 请改\n" + keys;
}

const std::string kSums = rule("sums",
                               "    check: sums\n    units: [件, 名]\n    whole: [分为]\n"
                               "    among: [其中]\n    rest: [其他]\n");
const std::string kRows = rule("table",
                               "    check: rows\n    columns: 3\n    group: 3\n"
                               "    rows: {收件: 收件, 办结: 办结}\n");
const std::string kRate =
    rule("rate", "    check: percent\n    match: '[^,。]*率(\\d+)%'\n    allow: 增长率\n");
const std::string kPromise = rule("promise",
                                  "    check: future\n    scope: element:plan\n    promise:\n"
                                  "      - '(20\\d\\d)年(\\d+)月(底)?前'\n    days: {底: 31}\n");

/// One line for each mutation of numbers, in their order.
struct Broken {
  std::string names;
  MutationScore score;
};

Broken broken(const std::string& rules, const std::string& sample) {
  const testing::MemoryPackFiles files({{"p/pack.yaml", kHead + rules}, {"p/sample.txt", sample}});
  DiagnosticSink sink;
  const auto pack = rules::load_pack("p", files, sink);
  for (const Diagnostic& one : sink.all())
    MESSAGE(one.line, ": ", one.message.in(Language::kEnglish));
  REQUIRE(pack);
  Broken result;
  for (const Sample& one : samples_of(*pack, files, sink)) {
    Mutations all;
    add_number_mutations(*pack, one, all);
    for (const Mutation& mutation : all)
      result.names += mutation.name.in(Language::kEnglish) + " -> " + mutation.edits.front().words +
                      " " + mutation.must.front() + ":" + std::to_string(mutation.line) + "\n";
  }
  result.score = mutate(pack, files, {}, 2, sink);
  CHECK(sink.all().empty());
  return result;
}

/// The name of the mutation that a pack asks for itself, and its complaint.
std::string asked(const std::string& replace, const std::string& sample) {
  std::string pack = kHead + kSums;
  const std::string file = "report_year: 2024";
  pack.replace(pack.find(file), file.size(),
               "mutations: [{replace: \"" + replace + "\", with: 甲, rules: [sums]}]");
  const testing::MemoryPackFiles files({{"p/pack.yaml", pack}, {"p/sample.txt", sample}});
  DiagnosticSink sink;
  const auto loaded = rules::load_pack("p", files, sink);
  REQUIRE(loaded);
  Mutations all;
  for (const Sample& one : samples_of(*loaded, files, sink))
    add_word_mutations(*loaded, one, {}, all, sink);
  return (all.empty() ? "" : all.front().name.in(Language::kEnglish)) +
         (sink.all().empty() ? "" : sink.all()[0].code);
}

}  // namespace

TEST_SUITE("packtest.mutation") {
  TEST_CASE("a sum and its parts are broken so that no rest can explain them") {
    const Broken result = broken(kSums, "全年办案12件，其中甲7件、乙5件。\n学习3次，2名、1件。\n");
    CHECK(result.names == "sum 12 -> 11 sums:1\npart 7 -> 8 sums:1\npart 5 -> 6 sums:1\n");
    CHECK(result.score.held() == 3);
    CHECK(result.score.unclean.empty());
  }

  TEST_CASE("numbers that add up by chance of other units or over a sentence are left alone") {
    CHECK(broken(kSums, "培训3件，甲2名、乙1名。\n办案5件。甲3件、乙2件。\n").names == "");
  }

  TEST_CASE("each cell of a row behind a label is broken and found across") {
    const Broken result =
        broken(kRows, "全年办案如下，单位为件。\n收件 4 1 5\n办结 3 0 3\n另表 1 2 4\n");
    CHECK(result.names ==
          "cell 4 -> 5 table:2\ncell 1 -> 2 table:2\ncell 5 -> 6 table:2\n"
          "cell 3 -> 4 table:3\ncell 0 -> 1 table:3\ncell 3 -> 4 table:3\n");
    CHECK(result.score.percent() == 100);
  }

  TEST_CASE("a rate is made more than all unless it may be") {
    const Broken result = broken(kRate, "办结率98%，增长率20%，抽查30%。\n");
    CHECK(result.names == "rate 98 -> 103 rate:1\n");
    CHECK(result.score.percent() == 100);
  }

  TEST_CASE("a promise is put before the date of the text") {
    const Broken result =
        broken(kPromise, "一、做法\n办案。\n二、安排\n2025年6月底前完成。\n某局\n2025年2月1日\n");
    CHECK(result.names == "promised year 2025 -> 2023 promise:4\n");
    CHECK(result.score.percent() == 100);
  }

  TEST_CASE("a mutation that a pack asks for is named by its beginning and must fit the sample") {
    CHECK(asked("办案3件", "全年办案3件。\n") == "办案3件");
    CHECK(asked("办案\\n立案", "全年办案\n立案。\n") == "办案…");
    CHECK(asked("一二三四五六七八九十一二三四五六七八九十。",
                "一二三四五六七八九十一二三四五六七八九十。\n") ==
          "一二三四五六七八九十一二三四五六七八九十…");
    CHECK(asked("结案", "全年办案3件。\n") == "P1603");
    CHECK(asked("办案", "办案，再办案。\n") == "P1603");
  }

  TEST_CASE("what no rule finds survives and what fires besides is told") {
    // Two totals in front of the list: it may belong to either.
    const Broken result = broken(kSums, "收案9件，办案9件，其中甲5件、乙4件。\n");
    CHECK(result.names == "sum 9 -> 8 sums:1\npart 5 -> 6 sums:1\npart 4 -> 5 sums:1\n");
    CHECK(result.score.held() == 2);
  }
}

}  // namespace plumbline::packtest
