#include "engine/fix/mend.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "engine/io/pack_files.h"
#include "engine/rules/pack.h"
#include "plumbline/engine.h"
#include "tests/support/memory_pack_files.h"

namespace plumbline::fix {
namespace {

Engine engine_of(const std::shared_ptr<const rules::Pack>& pack) {
  DiagnosticSink sink;
  REQUIRE(pack);
  std::optional<Engine> engine = Engine::create({pack}, sink);
  REQUIRE(engine);
  return *std::move(engine);
}

const Engine& national_engine() {
  static const Engine engine = [] {
    const std::string rules = PLUMBLINE_SOURCE_DIR "/rules";
    DiagnosticSink sink;
    return engine_of(
        rules::load_pack(rules + "/rule-of-law-report", io::DiskPackFiles({rules}), sink));
  }();
  return engine;
}

Mended mended(const Engine& engine, const std::string& text, const std::string& waive = "") {
  const auto check = [&](std::string_view bytes) {
    return engine.check({"a.txt", bytes}, CheckOptions{});
  };
  DocumentReport report = check(text);
  REQUIRE(report.status == DocumentStatus::kChecked);
  for (Finding& finding : report.findings) finding.waived = finding.rule == waive;
  return mend(report, text, check);
}

/// A report in which only `line` can be wrong.
std::string report(const std::string& line, const std::string& number = "柳水〔2025〕12号",
                   const std::string& date = "2025年1月8日") {
  return number +
         "\n\n柳溪县水利局2024年度法治政府建设情况报告\n\n县政府：\n"
         "2024年，我局深入学习习近平法治思想。现将有关情况报告如下：\n"
         "一、主要举措和成效\n" +
         line +
         "\n"
         "二、存在的不足和原因\n执法力量不足，原因是培训不够。\n"
         "三、2025年工作打算\n2025年，将加强培训。\n\n柳溪县水利局\n" +
         date + "\n";
}

void check_line(const char* before, const char* after) {
  CAPTURE(before);
  const std::string text = report(before);
  const Mended once = mended(national_engine(), text);
  CHECK(once.problem.empty());
  const std::string got = once.bytes.empty() ? text : once.bytes;
  CHECK(got == report(after));
  CHECK(mended(national_engine(), got).bytes.empty());
}

TEST_CASE("fixed terms with one right form become it") {
  const char* rows[][2] = {
      {"加快建设法制政府。", "加快建设法治政府。"},
      {"学习习近平法制思想。", "学习习近平法治思想。"},
      {"坚持依法制县。", "坚持依法治县。"},
      {"建设法制国家、法制社会。", "建设法治国家、法治社会。"},
      {"运用法制思维和法制方式。", "运用法治思维和法治方式。"},
      {"优化法制化营商环境。", "优化法治化营商环境。"},
      {"推进决策科学化、民主化、法制化。", "推进决策科学化、民主化、法治化。"},
      {"实行法治审核。", "实行法制审核。"},
      {"以习近平总书记为核心的党中央。", "以习近平同志为核心的党中央。"},
      {"学习二十大三中全会精神。", "学习二十届三中全会精神。"},
      {"按照责任落实督查工作规定报告。", "按照责任落实督察工作规定报告。"},
      {"局长是法治政府建设第一负责人。", "局长是法治政府建设第一责任人。"},
      {"落实“谁普法谁执法”责任制。", "落实“谁执法谁普法”责任制。"},
      {"落实“谁普法、谁执法”责任制。", "落实“谁执法、谁普法”责任制。"},
      {"扫黑险恶专项斗争。", "扫黑除恶专项斗争。"},
      {"推行“双随机、一公示”监管。", "推行“双随机、一公开”监管。"},
      {"深化“放管扶”改革。", "深化“放管服”改革。"},
      {"在“12.4”国家宪法日宣传。", "在“12·4”国家宪法日宣传。"},
      {"在12、4国家宪法日宣传。", "在12·4国家宪法日宣传。"},
      {"法制政府、法制政府、法 制 政 府。", "法治政府、法治政府、法 治 政 府。"},
  };
  for (const auto& row : rows) check_line(row[0], row[1]);
}

TEST_CASE("numbers and doubts and meaning are left to people") {
  const char* rows[] = {
      "学习党的20大精神。",              // digits
      "学习习近平新时代法治思想。",      // two names it may be
      "截止2024年11月底办结案件31件。",  // a warning that asks
      "会同县环保局开展联合执法。",      // which organ
      "新修订的《行政复议法》自2024年7月1日起施行。",
      "坚定“四个意识”。",
      "核对帐户9个，办理其它事项。",
      "翻印《法制政府建设实施纲要》。",  // a title as it was
      "公安局法制大队开展法制审核。",
  };
  for (const char* row : rows) check_line(row, row);
}

TEST_CASE("the number takes its brackets and loses its word") {
  const char* rows[][2] = {
      {"柳水[2025]12号", "柳水〔2025〕12号"},
      {"柳水【2025】12号", "柳水〔2025〕12号"},
      {"柳水（2025）12号", "柳水〔2025〕12号"},
      {"柳水(2025)12号", "柳水〔2025〕12号"},
      {"柳水[2025]第12号", "柳水〔2025〕12号"},
      {"柳水〔2025〕第12号", "柳水〔2025〕12号"},
      {"柳水［２０２５］１２号", "柳水〔２０２５〕１２号"},
      // Two digits, a padded number, a missing 号: for a person.
      {"柳水〔25〕12号", "柳水〔25〕12号"},
      {"柳水〔2025〕012号", "柳水〔2025〕012号"},
      {"柳水[2025]012号", "柳水[2025]012号"},
      {"柳水〔2025〕12", "柳水〔2025〕12"},
  };
  for (const auto& row : rows) {
    CAPTURE(row[0]);
    const std::string text = report("办理案件9件。", row[0]);
    const Mended once = mended(national_engine(), text);
    CHECK((once.bytes.empty() ? text : once.bytes) == report("办理案件9件。", row[1]));
  }
}

TEST_CASE("a date that is a day is written as the standard has it") {
  const char* rows[][2] = {
      {"2025年01月08日", "2025年1月8日"},
      {"2025.1.8", "2025年1月8日"},
      {"二〇二五年一月八日", "2025年1月8日"},
      {"二○二五年一月十八日", "2025年1月18日"},
      {"2025年1月8号", "2025年1月8日"},
      {"2025年02月30日", "2025年02月30日"},
      {"2025年1月", "2025年1月"},
  };
  for (const auto& row : rows) {
    CAPTURE(row[0]);
    const std::string text = report("办理案件9件。", "柳水〔2025〕12号", row[0]);
    const Mended once = mended(national_engine(), text);
    CHECK((once.bytes.empty() ? text : once.bytes) ==
          report("办理案件9件。", "柳水〔2025〕12号", row[1]));
  }
}

TEST_CASE("what is fixed and left and waived is counted") {
  const std::string text =
      report("建设法制政府，深化“放管扶”改革，核对帐户9个。", "柳水[2025]12号", "2025年01月08日");
  const Mended all = mended(national_engine(), text);
  CHECK(all.fixed == std::vector<std::string>{"document-number-form", "wording.W-01",
                                              "wording.W-38b", "date-form"});
  CHECK(all.left >= 1);
  CHECK(all.waived == 0);
  const Mended some = mended(national_engine(), text, "wording.W-01");
  CHECK(some.bytes.find("法制政府") != std::string::npos);
  CHECK(some.bytes.find("放管服") != std::string::npos);
  CHECK(some.fixed.size() == 3);
  CHECK(some.waived == 1);
  CHECK(some.left == all.left);
}

TEST_CASE("a term across a line end is not touched") {
  const std::string text = report("本局在全县范围内推进各项工作并且持续不断地加快建设法\n制政府。");
  const Mended once = mended(national_engine(), text);
  for (const Edit& edit : once.edits) CHECK(edit.text.find('\n') == std::string::npos);
  if (!once.bytes.empty())
    CHECK(once.bytes.size() == text.size());
}

Engine small_engine(const std::string& terms) {
  DiagnosticSink sink;
  return engine_of(rules::load_pack(
      "p",
      testing::MemoryPackFiles(
          {{"p/pack.yaml",
            "id: p\nversion: 1.0.0\ntitle: 样例\nfor: any\n"
            "basis: {law: {title: 《某规定》, level: A1}}\n"
            "profiles: {submitted: {title: 报送稿}}\n"
            "rules:\n  term:\n    title: 样例\n    check: text\n    basis: [{document: law}]\n"
            "    severity: warning\n    message: 有“{quote}”\n    advice: 请改\n    forbid:\n" +
                terms}}),
      sink));
}

TEST_CASE("a fix that makes another finding is not kept while the others are") {
  const Engine engine = small_engine(
      "      - {name: A, match: 甲, right: 乙, fix: right}\n"
      "      - {name: B, match: 乙丙}\n");
  CHECK(mended(engine, "文中有甲。\n").bytes == "文中有乙。\n");
  CHECK(mended(engine, "文中有甲丙。\n").bytes.empty());
  const Mended both = mended(engine, "甲丙，又有甲，还有甲丁。\n");
  CHECK(both.bytes == "甲丙，又有乙，还有乙丁。\n");
  CHECK(both.fixed.size() == 2);
  CHECK(both.left == 1);
}

TEST_CASE("a fix that changes a number or leaves the finding is not kept") {
  const Engine engine = small_engine(
      "      - {name: A, match: '甲\\d', fix: {甲1: 甲2, 甲3: 乙3, 甲4: 甲4, 甲5: 甲甲5}}\n"
      "      - {name: B, match: 丙十, fix: {丙十: 丁百}}\n");
  for (const char* text : {"有甲1。\n", "有甲4。\n", "有甲5。\n", "有丙十。\n"}) {
    CAPTURE(text);
    CHECK(mended(engine, text).bytes.empty());
  }
  CHECK(mended(engine, "有甲3。\n").bytes == "有乙3。\n");
}

TEST_CASE("guards hold for fixes as for findings") {
  const Engine engine = small_engine(
      "      - {match: 错字, fix: {错: 正}, exempt: [quotes, titles], unless_before: 原}\n");
  CHECK(mended(engine, "有错字、原错字、“错字”、《错字表》。\n").bytes ==
        "有正字、原错字、“错字”、《错字表》。\n");
}

TEST_CASE("formats that cannot be changed are a problem") {
  const Engine engine = small_engine("      - {match: 错字, fix: {错: 正}}\n");
  DocumentReport report = engine.check({"a.txt", "错字\n"}, CheckOptions{});
  for (const char* format : {"pdf", "html", "ofd", "doc"}) {
    report.format = format;
    const Mended none = mend(report, "错字\n", [](std::string_view) { return DocumentReport{}; });
    CHECK(none.problem.find(format) != std::string::npos);
    CHECK(none.bytes.empty());
  }
}

TEST_CASE("what is too much to list is fixed run by run") {
  const Engine engine = small_engine("      - {match: 错字, fix: {错: 正}}\n");
  std::string text;
  for (int i = 0; i < 2500; ++i) text += "有错字。\n";
  for (const std::size_t left : {1500U, 500U, 0U}) {
    const Mended some = mended(engine, text);
    CHECK(some.left == left);
    REQUIRE_FALSE(some.bytes.empty());
    text = some.bytes;
  }
  CHECK(mended(engine, text).bytes.empty());
}

TEST_CASE("hundreds of findings take few checks") {
  const Engine engine = small_engine("      - {match: 错字, fix: {错: 正}}\n");
  std::string text;
  for (int i = 0; i < 900; ++i) text += "有错字。\n";
  const DocumentReport report = engine.check({"a.txt", text}, CheckOptions{});
  int checks = 0;
  const Mended all = mend(report, text, [&](std::string_view bytes) {
    ++checks;
    return engine.check({"a.txt", bytes}, CheckOptions{});
  });
  CHECK(all.fixed.size() == 900);
  CHECK(all.left == 0);
  CHECK(checks == 1);
}

}  // namespace
}  // namespace plumbline::fix
