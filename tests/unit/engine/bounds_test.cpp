// Texts made to be large or wrong everywhere: the engine's answer stays small, and time linear.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "engine/io/pack_files.h"
#include "engine/rules/pack.h"
#include "plumbline/engine.h"
#include "tests/support/memory_pack_files.h"

namespace plumbline {
namespace {

const std::string kPack =
    "id: p\nversion: 1.0.0\ntitle: 样例\nfor: any\n"
    "basis: {law: {title: 《某规定》, level: A1}}\n"
    "profiles: {submitted: {title: 报送稿}}\n"
    "rules:\n"
    "  term:\n"
    "    title: 样例\n    check: text\n    basis: [{document: law}]\n"
    "    severity: warning\n    points: 5\n    message: 有“{quote}”\n    advice: 请改\n"
    "    forbid:\n      - {name: A, match: 错字, right: 对字}\n";

Engine engine_of(std::vector<std::shared_ptr<const rules::Pack>> packs) {
  DiagnosticSink sink;
  for (const auto& pack : packs) REQUIRE(pack);
  std::optional<Engine> engine = Engine::create(std::move(packs), sink);
  REQUIRE(engine);
  return *std::move(engine);
}

const Engine& small_engine() {
  static const Engine engine = [] {
    DiagnosticSink sink;
    return engine_of(
        {rules::load_pack("p", testing::MemoryPackFiles({{"p/pack.yaml", kPack}}), sink)});
  }();
  return engine;
}

const Engine& national_engine() {
  static const Engine engine = [] {
    const std::string rules = PLUMBLINE_SOURCE_DIR "/rules";
    DiagnosticSink sink;
    return engine_of(
        {rules::load_pack(rules + "/rule-of-law-report", io::DiskPackFiles({rules}), sink)});
  }();
  return engine;
}

std::string times(std::size_t count, const std::string& text) {
  std::string out;
  out.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

/// A report of the right kind with `inner` before its second section.
std::string report_with(const std::string& inner) {
  return "某某市海安局2024年法治政府建设工作情况报告\n\n一、主要举措和成效\n推进依法行政工作。\n" +
         inner + "\n二、存在的不足和原因\n有的同志学习不够，原因是工作忙。\n";
}

TEST_CASE("a thousand findings of a rule are listed and the rest counted") {
  const struct {
    std::size_t wrong, listed;
    std::string ending;
  } rows[] = {{999, 999, "（另有998处）"},
              {1000, 1000, "（另有999处）"},
              {1501, 1000, "（另有501处没有逐一列出）"}};
  for (const auto& row : rows) {
    CAPTURE(row.wrong);
    const std::string text = times(row.wrong, "有错字。\n");
    const DocumentReport report = small_engine().check({"a.txt", text}, {});
    CHECK(report.status == DocumentStatus::kChecked);
    CHECK(report.findings.size() == row.listed);
    REQUIRE(report.rules.size() == 1);
    CHECK(report.rules[0].outcome == Outcome::kFail);
    CHECK(report.rules[0].earned == 0);
    CHECK(report.rules[0].reason == "有“错字”" + row.ending);
  }
}

TEST_CASE("a line of a million characters is checked to its end") {
  const std::string line = times(250'000, "推进工作") + "有错字。";
  const DocumentReport report = small_engine().check({"a.txt", line}, {});
  CHECK(report.status == DocumentStatus::kChecked);
  REQUIRE(report.findings.size() == 1);
  CHECK(report.findings[0].location.column == 1'000'002);
  CHECK(report.findings[0].normalized == "错字");
}

TEST_CASE("a million characters in one line of a report go through every shipped rule") {
  const DocumentReport report =
      national_engine().check({"a.txt", report_with(times(200'000, "推进工作，"))}, {});
  CHECK(report.status == DocumentStatus::kChecked);
  CHECK(report.rules.size() > 20);
  CHECK(std::ranges::none_of(
      report.rules, [](const RuleResult& rule) { return rule.outcome == Outcome::kRuleError; }));
}

TEST_CASE("a hundred thousand headings are read and their faults listed up to the bound") {
  std::string headings;
  for (int i = 0; i < 100'000; ++i) headings += "（" + std::to_string(i) + "）检查门店\n";
  const DocumentReport report = national_engine().check({"a.txt", report_with(headings)}, {});
  CHECK(report.status == DocumentStatus::kChecked);
  CHECK(report.outline.size() > 100);
  CHECK(report.findings.size() < report.rules.size() * 1001);
}

TEST_CASE("a file beyond the limit is refused as such") {
  CheckOptions options;
  options.max_input_bytes = 10;
  const DocumentReport report = small_engine().check({"a.txt", "推进依法行政工作"}, options);
  CHECK(report.status == DocumentStatus::kNotChecked);
  CHECK(report.read == ReadOutcome::kLimitExceeded);
}

TEST_CASE("threads that share an engine find the same from the first search on") {
  const std::string text = report_with("有法制政府，有法制思维。");
  DiagnosticSink sink;
  const std::string rules = PLUMBLINE_SOURCE_DIR "/rules";
  const Engine engine = engine_of(
      {rules::load_pack(rules + "/rule-of-law-report", io::DiskPackFiles({rules}), sink)});
  std::vector<DocumentReport> reports(8);
  {
    std::vector<std::jthread> threads;
    for (DocumentReport& report : reports)
      threads.emplace_back([&] { report = engine.check({"a.txt", text}, {}); });
  }
  REQUIRE(reports[0].findings.size() > 2);
  for (const DocumentReport& report : reports) {
    REQUIRE(report.findings.size() == reports[0].findings.size());
    for (std::size_t i = 0; i < report.findings.size(); ++i)
      CHECK(report.findings[i].fingerprint == reports[0].findings[i].fingerprint);
  }
}

}  // namespace
}  // namespace plumbline
