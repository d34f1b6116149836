#include "engine/waivers/baseline.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace plumbline::waivers {
namespace {

const std::string kReport =
    R"({"schema": "report-v1", "documents": [
        {"path": "a.txt", "sha256": "aa", "findings": [{"fingerprint": "f1"}, {"fingerprint": "f2"}]},
        {"path": "b.txt", "sha256": null, "findings": []}]})";

DocumentReport document(const char* path, const char* sha256) {
  DocumentReport out;
  out.path = path;
  out.sha256 = sha256;
  out.status = DocumentStatus::kChecked;
  out.rules = {{"wording", "", Outcome::kFail, "", 2, 0}};
  for (const char* print : {"f1", "f2", "f3"})
    out.findings.push_back(
        {.rule = "wording", .severity = Severity::kWarning, .fingerprint = print});
  return out;
}

std::string marks(DocumentReport one) {
  const Result<Baseline> baseline = read_baseline("r.json", kReport);
  REQUIRE(baseline.has_value());
  std::vector<DocumentReport> documents = {std::move(one)};
  apply_baseline(*baseline, documents);
  std::string out;
  for (const Finding& finding : documents[0].findings)
    out += !finding.waived ? '.' : finding.waiver == "基线中已有的问题" ? 'K' : 'W';
  return out + (documents[0].rules[0].outcome == Outcome::kWaived ? " waived" : "");
}

TEST_SUITE("waivers.baseline") {
  TEST_CASE("what an earlier report has is known and what is new is not") {
    CHECK(marks(document("a.txt", "changed")) == "KK.");
    CHECK(marks(document("b.txt", "aa")) == "...");
    CHECK(marks(document("moved.txt", "aa")) == "KK.");
    CHECK(marks(document("moved.txt", "changed")) == "...");
    DocumentReport known = document("a.txt", "");
    known.findings.pop_back();
    CHECK(marks(known) == "KK waived");
    known.findings[0].waived = true;
    CHECK(marks(known) == "WK waived");
  }

  TEST_CASE("nothing is known of a rule whose findings are not all listed") {
    DocumentReport cut = document("a.txt", "");
    cut.rules[0].unlisted = 1;
    CHECK(marks(cut) == "...");
  }

  TEST_CASE("what is no report is refused") {
    for (const char* bytes :
         {"", "x", "{}", "[]", R"({"schema": "report-v1"})",
          R"({"schema": "report-v1", "documents": {}})",
          R"({"schema": "report-v2", "documents": []})",
          R"({"schema": "report-v1", "documents": [1]})",
          R"({"schema": "report-v1", "documents": [{"path": 1, "findings": []}]})",
          R"({"schema": "report-v1", "documents": [{"path": "a", "findings": [{}]}]})",
          R"({"schema": "report-v1", "documents": [{"path": "a", "findings": [3]}]})"}) {
      CAPTURE(bytes);
      const Result<Baseline> baseline = read_baseline("r.json", bytes);
      REQUIRE_FALSE(baseline.has_value());
      CHECK(baseline.error().code == "P2103");
      CHECK(baseline.error().path == "r.json");
    }
    CHECK(read_baseline("r.json", R"({"schema": "report-v1", "documents": []})").has_value());
    CHECK_FALSE(read_baseline("r.json", std::string(200'000, '[')).has_value());
  }
}

}  // namespace
}  // namespace plumbline::waivers
