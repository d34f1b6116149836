#include "engine/cli/work.h"

#include <filesystem>
#include <stdexcept>

#include "doctest/doctest.h"
#include "process.h"
#include "tests/support/zip_builder.h"

namespace plumbline::cli {
namespace {

struct Checked {
  std::vector<DocumentReport> reports;
  int skipped = 0;
};

Checked all_of(const Engine& engine, std::span<const Input> inputs, const WorkOptions& work) {
  Checked all;
  all.skipped = check_all(engine, {}, inputs, work, [&](DocumentReport&& report) {
    all.reports.push_back(std::move(report));
  });
  return all;
}

TEST_SUITE("cli.work") {
  TEST_CASE("progress counts every document once and texts are dropped unless wanted") {
    const Process process("work");
    DiagnosticSink sink;
    const std::optional<Engine> engine = Engine::create({}, sink);
    REQUIRE(engine);
    std::vector<Input> inputs;
    for (int i = 0; i < 50; ++i) {
      inputs.push_back({std::to_string(i) + ".txt", nullptr});
      process.put(inputs.back().path, "text " + std::to_string(i));
    }
    std::vector<std::size_t> seen;
    WorkOptions work = {.jobs = 3, .on_progress = [&](std::size_t done) { seen.push_back(done); }};
    const std::vector<DocumentReport> dropped = all_of(*engine, inputs, work).reports;
    work.keep_source = true;
    const std::vector<DocumentReport> kept = all_of(*engine, inputs, work).reports;
    REQUIRE(seen.size() == 100);
    for (std::size_t i = 0; i < 50; ++i) {
      CHECK(seen[i] == i + 1);
      CHECK(dropped[i].path == inputs[i].path);
      CHECK(dropped[i].source.text == "");
      CHECK(kept[i].source.text == "text " + std::to_string(i));
    }
  }

  TEST_CASE("no document is no work") {
    DiagnosticSink sink;
    const std::optional<Engine> engine = Engine::create({}, sink);
    CHECK(all_of(*engine, {}, {.jobs = 4}).reports.empty());
  }

  TEST_CASE("an archive has a report for each file in it and counts what it skips") {
    const Process process("archive");
    process.put("a.zip", support::make_zip({{"b/two.txt", "text 2"},
                                            {"b/", ""},
                                            {"a.txt", "text 1"},
                                            {"b/~$two.txt", "junk"},
                                            {"in.zip", support::make_zip({{"x.txt", "text 3"}})},
                                            {.name = "locked.txt", .data = "?", .flags = 1}}));
    process.put("z.txt", "text 4");
    DiagnosticSink sink;
    const std::optional<Engine> engine = Engine::create({}, sink);
    for (const bool alone : {false, true}) {
      std::vector<Input> inputs = {{"a.zip", nullptr}, {"z.txt", nullptr}};
      inputs.resize(alone ? 1 : 2);
      const Checked checked =
          all_of(*engine, inputs, {.jobs = 3, .keep_source = true, .on_progress = {}});
      CHECK(checked.skipped == 1);
      REQUIRE(checked.reports.size() == (alone ? 4 : 5));
      CHECK(checked.reports[0].path == "a.zip/a.txt");
      CHECK(checked.reports[0].source.text == "text 1");
      CHECK(checked.reports[1].path == "a.zip/b/two.txt");
      CHECK(checked.reports[2].path == "a.zip/in.zip/x.txt");
      CHECK(checked.reports[2].source.text == "text 3");
      CHECK(checked.reports[3].path == "a.zip/locked.txt");
      CHECK(checked.reports[3].status == DocumentStatus::kNotChecked);
      CHECK(checked.reports[3].read == ReadOutcome::kNeedsPassword);
    }
  }

  TEST_CASE("what became a link after the walk is not read and a link that is given is") {
    const Process process("link");
    process.put("in/a.txt", "text 1");
    process.put("out.txt", "text 2");
    const std::vector<Input> inputs = gather_inputs({"in"}).documents;
    std::filesystem::remove("in/a.txt");
    std::filesystem::create_symlink("../out.txt", "in/a.txt");
    DiagnosticSink sink;
    const std::optional<Engine> engine = Engine::create({}, sink);
    const Checked walked = all_of(*engine, inputs, {});
    REQUIRE(walked.reports.size() == 1);
    CHECK(walked.reports[0].path == "in/a.txt");
    CHECK(walked.reports[0].read == ReadOutcome::kUnreadable);
    const Checked given = all_of(*engine, gather_inputs({"in/a.txt"}).documents, {});
    CHECK(given.reports.at(0).status != DocumentStatus::kNotChecked);
  }

  TEST_CASE("an archive that cannot be opened or holds nothing is one line") {
    const Process process("archive-bad");
    process.put("cut.zip", support::make_zip({{"a.txt", "text"}}).substr(0, 50));
    process.put("junk.zip", support::make_zip({{".DS_Store", "x"}, {"__MACOSX/a", "y"}}));
    DiagnosticSink sink;
    const std::optional<Engine> engine = Engine::create({}, sink);
    const std::vector<Input> inputs = {{"cut.zip", nullptr}, {"junk.zip", nullptr}};
    const Checked checked = all_of(*engine, inputs, {});
    REQUIRE(checked.reports.size() == 2);
    CHECK(checked.skipped == 2);
    CHECK(checked.reports[0].path == "cut.zip");
    CHECK(checked.reports[0].read == ReadOutcome::kCorrupt);
    CHECK(checked.reports[1].read == ReadOutcome::kEmpty);
    CHECK(checked.reports[1].reason == "压缩包里没有可以检查的文件。");
  }

  TEST_CASE("reports are handed over in order and a taker that fails ends the work") {
    const Process process("order");
    DiagnosticSink sink;
    const std::optional<Engine> engine = Engine::create({}, sink);
    std::vector<Input> inputs;
    for (int i = 0; i < 500; ++i) inputs.push_back({std::to_string(i) + ".txt", nullptr});
    std::vector<std::string> paths;
    check_all(*engine, {}, inputs, {.jobs = 8},
              [&](DocumentReport&& report) { paths.push_back(report.path); });
    REQUIRE(paths.size() == inputs.size());
    for (std::size_t i = 0; i < inputs.size(); ++i) CHECK(paths[i] == inputs[i].path);
    std::size_t taken = 0;
    const auto failing = [&](DocumentReport&&) {
      if (++taken == 100)
        throw std::runtime_error("full");
    };
    CHECK_THROWS_WITH(check_all(*engine, {}, inputs, {.jobs = 8}, failing), "full");
    CHECK(taken == 100);
  }

  TEST_CASE("progress that cannot be told ends the work on every thread") {
    const Process process("progress");
    DiagnosticSink sink;
    const std::optional<Engine> engine = Engine::create({}, sink);
    std::vector<Input> inputs;
    for (int i = 0; i < 500; ++i) inputs.push_back({std::to_string(i) + ".txt", nullptr});
    std::size_t told = 0;
    const auto failing = [&](std::size_t done) {
      if ((told = done) >= 100)
        throw std::runtime_error("gone");
    };
    const WorkOptions work = {.jobs = 8, .on_progress = failing};
    CHECK_THROWS_WITH(check_all(*engine, {}, inputs, work, [](DocumentReport&&) {}), "gone");
    CHECK(told >= 100);
    CHECK(told < 108);  // each of the others may have been about to tell its own
  }

  TEST_CASE("a file over the limit says so and is not read") {
    const Process process("limit");
    process.put("a.txt", "12345");
    DiagnosticSink sink;
    const std::optional<Engine> engine = Engine::create({}, sink);
    CheckOptions options;
    options.max_input_bytes = 4;
    isolation::DocumentReader reader({});
    const DocumentReport report = check_file(*engine, options, "a.txt", reader);
    CHECK(report.status == DocumentStatus::kNotChecked);
    CHECK(report.read == ReadOutcome::kLimitExceeded);
    CHECK(report.reason == "文件超过4字节，未读取；请拆分后再查");
  }

  TEST_CASE("two hundred megabytes are refused unread and the next file is checked") {
    const Process process("huge");
    process.put("a.txt", "");
    std::filesystem::resize_file("a.txt", 200u << 20);
    process.put("b.txt", "关于二〇二五年法治政府建设情况的报告\n");
    DiagnosticSink sink;
    const std::optional<Engine> engine = Engine::create({}, sink);
    isolation::DocumentReader reader({});
    CHECK(check_file(*engine, {}, "a.txt", reader).read == ReadOutcome::kLimitExceeded);
    CHECK(check_file(*engine, {}, "b.txt", reader).read == ReadOutcome::kOk);
  }
}

}  // namespace
}  // namespace plumbline::cli
