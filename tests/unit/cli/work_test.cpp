#include "engine/cli/work.h"

#include "doctest/doctest.h"
#include "process.h"

namespace plumbline::cli {
namespace {

TEST_SUITE("cli.work") {
  TEST_CASE("progress counts every document once and texts are dropped unless wanted") {
    const Process process("work");
    DiagnosticSink sink;
    const std::optional<Engine> engine = Engine::create({}, sink);
    REQUIRE(engine);
    std::vector<Input> inputs;
    for (int i = 0; i < 50; ++i) {
      inputs.push_back({std::to_string(i) + ".txt", std::nullopt});
      process.put(inputs.back().path, "text " + std::to_string(i));
    }
    std::vector<std::size_t> seen;
    WorkOptions work = {.jobs = 3, .on_progress = [&](std::size_t done) { seen.push_back(done); }};
    const std::vector<DocumentReport> dropped = check_all(*engine, {}, inputs, work);
    work.keep_source = true;
    const std::vector<DocumentReport> kept = check_all(*engine, {}, inputs, work);
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
    CHECK(check_all(*engine, {}, {}, {.jobs = 4}).empty());
  }

  TEST_CASE("a file over the limit says so and is not read") {
    const Process process("limit");
    process.put("a.txt", "12345");
    DiagnosticSink sink;
    const std::optional<Engine> engine = Engine::create({}, sink);
    CheckOptions options;
    options.max_input_bytes = 4;
    const DocumentReport report = check_file(*engine, options, "a.txt");
    CHECK(report.status == DocumentStatus::kNotChecked);
    CHECK(report.read == ReadOutcome::kLimitExceeded);
    CHECK(report.reason == "文件超过100 MiB，未读取；请拆分后再查");
  }
}

}  // namespace
}  // namespace plumbline::cli
