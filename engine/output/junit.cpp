#include "engine/output/junit.h"

#include <algorithm>

#include "engine/output/columns.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

std::string escaped(std::string_view text) {
  std::string words;
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        words += "&amp;";
        break;
      case '<':
        words += "&lt;";
        break;
      case '>':
        words += "&gt;";
        break;
      case '"':
        words += "&quot;";
        break;
      default:
        words += c;
    }
  }
  return words;
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + escaped(value) + "\"";
}

bool is_failure(Outcome outcome) {
  return outcome == Outcome::kFail || outcome == Outcome::kPartial;
}
bool is_error(Outcome outcome) {
  return outcome == Outcome::kNotChecked || outcome == Outcome::kRuleError;
}
bool is_skipped(Outcome outcome) {
  return outcome == Outcome::kNotApplicable || outcome == Outcome::kBlocked ||
         outcome == Outcome::kWaived || outcome == Outcome::kNeedsReview;
}

struct Counts {
  std::size_t tests = 0, failures = 0, errors = 0, skipped = 0;
};

Counts count(const DocumentReport& document) {
  // A document that was not checked is one case that went wrong.
  if (document.status != DocumentStatus::kChecked)
    return {1, 0, 1, 0};
  Counts counts = {document.rules.size(), 0, 0, 0};
  for (const RuleResult& rule : document.rules) {
    counts.failures += is_failure(rule.outcome) ? 1U : 0U;
    counts.errors += is_error(rule.outcome) ? 1U : 0U;
    counts.skipped += is_skipped(rule.outcome) ? 1U : 0U;
  }
  return counts;
}

std::string attributes(const Counts& counts) {
  return attribute("tests", std::to_string(counts.tests)) +
         attribute("failures", std::to_string(counts.failures)) +
         attribute("errors", std::to_string(counts.errors)) +
         attribute("skipped", std::to_string(counts.skipped));
}

/// The findings of a rule, sub-ids included, one per line.
std::string finding_lines(const DocumentReport& document, const std::string& rule) {
  std::string words;
  for (const Finding& finding : document.findings) {
    if (finding.rule != rule && !finding.rule.starts_with(rule + "."))
      continue;
    const std::string place = place_words(finding);
    words += "【" + std::string(words_of(finding.severity)) + "】" +
             escaped(message_words(finding)) + (place.empty() ? "" : "（" + escaped(place) + "）") +
             "\n";
  }
  return words;
}

std::string case_of(const DocumentReport& document, const RuleResult& rule) {
  std::string words =
      "    <testcase" + attribute("classname", document.path) + attribute("name", rule.id) + ">";
  const std::string reason =
      attribute("message", std::string(words_of(rule.outcome)) +
                               (rule.reason.empty() ? "" : "：" + rule.reason));
  const std::string lines = finding_lines(document, rule.id);
  if (is_failure(rule.outcome))
    words += "<failure" + reason + ">" + lines + "</failure>";
  else if (is_error(rule.outcome))
    words += "<error" + reason + "/>";
  else if (is_skipped(rule.outcome))
    words += "<skipped" + reason + "/>";
  else if (!lines.empty())
    words += "<system-out>" + lines + "</system-out>";
  return words + "</testcase>\n";
}

std::string suite(const DocumentReport& document) {
  std::string words =
      "  <testsuite" + attribute("name", document.path) + attributes(count(document)) + ">\n";
  if (document.status != DocumentStatus::kChecked) {
    return words + "    <testcase" + attribute("classname", document.path) +
           attribute("name", name_of(document.status)) + "><error" +
           attribute("message", std::string(words_of(document.status)) + "：" + document.reason) +
           "/></testcase>\n  </testsuite>\n";
  }
  for (const RuleResult& rule : document.rules) words += case_of(document, rule);
  return words + "  </testsuite>\n";
}

}  // namespace

Result<std::string> write_junit(const RunReport& report, const WriteOptions&) {
  Counts all;
  std::string suites;
  for (const DocumentReport& document : report.documents) {
    const Counts counts = count(document);
    all = {all.tests + counts.tests, all.failures + counts.failures, all.errors + counts.errors,
           all.skipped + counts.skipped};
    suites += suite(document);
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" +
         attribute("name", "plumbline " + report.version) + attributes(all) + ">\n" + suites +
         "</testsuites>\n";
}

}  // namespace plumbline::output
