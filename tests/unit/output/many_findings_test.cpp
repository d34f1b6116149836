#include <string>

#include "doctest/doctest.h"
#include "engine/docx/package.h"
#include "engine/output/writer.h"
#include "sample_report.h"

namespace plumbline::output {
namespace {

constexpr int kMany = 100'000;

/// A line of text and a finding on it, so many times; every finding says something else.
RunReport many() {
  RunReport run = sample_report();
  run.documents.resize(1);
  DocumentReport& document = run.documents[0];
  document.findings.clear();
  std::string& text = document.source.text;
  for (int i = 0; i < kMany; ++i) {
    const std::string number = std::to_string(i);
    Finding finding{.rule = "wording.W-01",
                    .severity = Severity::kError,
                    .message = "m" + number + ".",
                    .location = {.line = i + 1},
                    .quote = "q" + number,
                    .fingerprint = number};
    finding.raw_begin = text.size();
    text += "q" + number;
    finding.raw_end = text.size();
    text += "\n";
    document.findings.push_back(std::move(finding));
  }
  return run;
}

std::size_t times(const std::string& bytes, std::string_view words) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = bytes.find(words, at)) != std::string::npos; at += words.size())
    ++count;
  return count;
}

TEST_SUITE("output.many_findings") {
  TEST_CASE("a hundred thousand findings stand in every format that lists them") {
    const RunReport run = many();
    for (const Writer& writer : writers()) {
      CAPTURE(writer.name);
      const Result<std::string> bytes = writer.write(run, {});
      REQUIRE(bytes);
      if (writer.name == "xlsx" || writer.name == "selfcheck" || writer.name == "junit")
        continue;  // packed by another library; cut to a page; a case for each rule
      const std::string body =
          writer.name == "docx"   ? *docx::Package(*bytes).read("word/comments.xml")
          : writer.name == "note" ? *docx::Package(*bytes).read("word/document.xml")
                                  : *bytes;
      CHECK(times(body, "m99999.") >= 1);
      CHECK(times(body, "wording.W-01") >= kMany);
    }
  }
}

}  // namespace
}  // namespace plumbline::output
