#include "engine/output/writer.h"

#include <string>

#include "doctest/doctest.h"
#include "sample_report.h"
#include "tests/support/golden.h"

namespace plumbline::output {
namespace {

/// A page without its style sheet, its program and their hashes: those are files of their own.
std::string without_assets(std::string page) {
  for (std::size_t at = 0; (at = page.find("'sha256-", at)) != std::string::npos;) {
    at += 8;
    page.erase(at, page.find('\'', at) - at);
  }
  for (const std::string_view tag : {"style>", "script>"}) {
    const std::size_t from = page.find("<" + std::string(tag)) + tag.size() + 1;
    page.erase(from, page.find("</" + std::string(tag), from) - from);
  }
  return page;
}

std::string written(const Writer& writer, const RunReport& report, WriteOptions options = {}) {
  const Result<std::string> bytes = writer.write(report, options);
  if (!bytes)
    return "failed: " + bytes.error().message.in(Language::kEnglish);
  return writer.name == "html" ? without_assets(*bytes) : *bytes;
}

RunReport run_of(std::vector<DocumentReport> documents) {
  RunReport report = sample_report();
  report.documents = std::move(documents);
  report.summary = {static_cast<int>(report.documents.size()), 1, 0, 0, 0, 0, 0, 0};
  return report;
}

TEST_SUITE("output.writer") {
  TEST_CASE("every format writes the sample as its golden says") {
    for (const Writer& writer : writers()) {
      if (writer.binary)
        continue;
      CAPTURE(writer.name);
      const std::string name =
          "output/sample-" + std::string(writer.name) + std::string(writer.extension);
      const std::string got = written(writer, sample_report());
      CHECK(got == golden(name, got));
    }
  }

  TEST_CASE("every format writes a run without documents and a clean document") {
    for (const Writer& writer : writers()) {
      if (writer.binary)
        continue;
      CAPTURE(writer.name);
      const std::string name(writer.name);
      const std::string extension(writer.extension);
      const std::string empty = written(writer, run_of({}));
      CHECK(empty == golden("output/empty-" + name + extension, empty));
      const std::string clean = written(writer, run_of({clean_document()}));
      CHECK(clean == golden("output/clean-" + name + extension, clean));
    }
  }

  TEST_CASE("a terminal gets colours and the lesser findings on one line each") {
    const std::string got =
        written(*writer_named("text"), sample_report(), {.colour = true, .full_findings = 1});
    CHECK(got == golden("output/terminal.txt", got));
  }

  TEST_CASE("a writer is found by its exact name only") {
    CHECK(writer_named("json") != nullptr);
    for (const char* name : {"", "JSON", "jso", "json "}) {
      CAPTURE(name);
      CHECK(writer_named(name) == nullptr);
    }
  }

  TEST_CASE("no writer of the table lacks a name or a summary and no name stands twice") {
    for (const Writer& writer : writers()) {
      CAPTURE(writer.name);
      CHECK(writer_named(writer.name) == &writer);
      CHECK(writer.extension.starts_with('.'));
      CHECK_FALSE(writer.summary_zh.empty());
      CHECK_FALSE(writer.summary_en.empty());
    }
  }
}

}  // namespace
}  // namespace plumbline::output
