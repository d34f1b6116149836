#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "engine/waivers/waivers.h"

namespace plumbline::waivers {
namespace {

Finding finding(const char* rule, Severity severity, const char* fingerprint) {
  return {.rule = rule, .severity = severity, .fingerprint = fingerprint};
}

DocumentReport document() {
  DocumentReport out;
  out.path = "送审/水利局/报告.docx";
  out.status = DocumentStatus::kChecked;
  out.facts.issuer = FactValue{"柳溪县水利局", {}};
  out.rules = {{"wording", "", Outcome::kPartial, "两处", 10, 6},
               {"date-form", "", Outcome::kFail, "补零", 2, 0},
               {"plan-year", "", Outcome::kPass, "", 0, 0}};
  out.findings = {finding("wording.W-01", Severity::kError, "a1"),
                  finding("wording.W-02", Severity::kNote, "a2"),
                  finding("wording.W-01", Severity::kWarning, "a3"),
                  finding("date-form", Severity::kWarning, "b1"),
                  finding("plan-year", Severity::kNote, "c1")};
  return out;
}

Waiver waiver(const char* rule) {
  Waiver out;
  out.rule = rule;
  out.unit = "柳溪县水利局";
  out.reason = "引用原文";
  out.approver = "县司法局";
  return out;
}

/// One letter per finding, W where it is waived, then the outcomes that changed.
std::string marks(const DocumentReport& document) {
  std::string out;
  for (const Finding& finding : document.findings) out += finding.waived ? 'W' : '.';
  for (const RuleResult& rule : document.rules) {
    if (rule.outcome == Outcome::kWaived)
      out += " " + rule.id;
  }
  return out;
}

std::string applied(const Waiver& one, const char* as_of = "", Use expected = Use::kUsed) {
  std::vector<DocumentReport> documents = {document()};
  const std::vector<Use> uses = apply_waivers(std::vector{one}, as_of, documents);
  CHECK(uses == std::vector{expected});
  return marks(documents[0]);
}

TEST_SUITE("waivers.apply") {
  TEST_CASE("a waiver covers its rule with all sub-ids or one of them or one place") {
    CHECK(applied(waiver("wording")) == "WWW.. wording");
    CHECK(applied(waiver("wording.W-01")) == "W.W.. wording");
    CHECK(applied(waiver("wording.W-02")) == ".W...");
    CHECK(applied(waiver("date-form")) == "...W. date-form");
    CHECK(applied(waiver("plan-year")) == "....W");
    CHECK(applied(waiver("date"), "", Use::kUnused) == ".....");
    CHECK(applied(waiver("wording.W-0"), "", Use::kUnused) == ".....");
    Waiver one = waiver("wording");
    one.fingerprints = {"a3", "zz"};
    CHECK(applied(one) == "..W..");
    one.fingerprints = {"b1"};
    CHECK(applied(one, "", Use::kUnused) == ".....");
  }

  TEST_CASE("a waiver is for its unit and its file and for both where both stand") {
    Waiver one = waiver("date-form");
    one.unit = "柳溪县教育局";
    CHECK(applied(one, "", Use::kUnused) == ".....");
    one.unit = "水利局";
    CHECK(applied(one, "", Use::kUnused) == ".....");
    one.unit = "";
    for (const char* file : {"报告.docx", "水利局/报告.docx", "送审/水利局/报告.docx"}) {
      one.file = file;
      CHECK(applied(one) == "...W. date-form");
    }
    for (const char* file : {"告.docx", "利局/报告.docx", "送审", "x/送审/水利局/报告.docx"}) {
      one.file = file;
      CHECK(applied(one, "", Use::kUnused) == ".....");
    }
    one.file = "报告.docx";
    one.unit = "柳溪县教育局";
    CHECK(applied(one, "", Use::kUnused) == ".....");
  }

  TEST_CASE("the last day is in force and nothing is decided without a day") {
    Waiver one = waiver("date-form");
    one.until = "2025-06-30";
    CHECK(applied(one, "2025-06-29") == "...W. date-form");
    CHECK(applied(one, "2025-06-30") == "...W. date-form");
    CHECK(applied(one, "2025-07-01", Use::kExpired) == ".....");
    CHECK(applied(one, "", Use::kUndecided) == ".....");
  }

  TEST_CASE("points stay and the reason tells on whose word") {
    std::vector<DocumentReport> documents = {document()};
    Waiver one = waiver("date-form");
    one.until = "2025-06-30";
    apply_waivers(std::vector{one}, "2025-01-01", documents);
    const RuleResult& rule = documents[0].rules[1];
    CHECK(rule.reason == "引用原文（批准：县司法局；有效至2025-06-30）");
    CHECK(documents[0].findings[3].waiver == rule.reason);
    CHECK(rule.possible == 2);
    CHECK(rule.earned == 0);
  }

  TEST_CASE("the first of two waivers is used and the second said to be unused") {
    std::vector<DocumentReport> documents = {document()};
    const auto uses =
        apply_waivers(std::vector{waiver("wording"), waiver("wording")}, "", documents);
    CHECK(uses == std::vector{Use::kUsed, Use::kUnused});
  }

  TEST_CASE("a rule with findings that are not listed stays as it is") {
    std::vector<DocumentReport> documents = {document()};
    documents[0].rules[1].unlisted = 3;
    apply_waivers(std::vector{waiver("date-form")}, "", documents);
    CHECK(marks(documents[0]) == "...W.");
  }
}

}  // namespace
}  // namespace plumbline::waivers
