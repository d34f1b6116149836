#include "engine/output/github.h"

#include <array>

#include "engine/output/columns.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

/// Line ends and controls are gone already; what parts a command is percent-encoded.
std::string message(std::string_view text) {
  std::string escaped;
  for (const char c : printable(text)) escaped += c == '%' ? "%25" : std::string(1, c);
  return escaped;
}

std::string property(std::string_view text) {
  std::string escaped;
  for (const char c : message(text)) {
    if (c == ':')
      escaped += "%3A";
    else if (c == ',')
      escaped += "%2C";
    else
      escaped += c;
  }
  return escaped;
}

std::string number(std::string_view name, int value) {
  return value == 0 ? std::string() : "," + std::string(name) + "=" + std::to_string(value);
}

/// Columns only on one line: GitHub refuses them on several.
std::string place(const Location& at) {
  std::string words = number("line", at.line) + number("endLine", at.end_line);
  if (at.line == at.end_line)
    words += number("col", at.column) + number("endColumn", at.end_column);
  return words;
}

std::string annotation(const DocumentReport& document, const Finding& finding) {
  static constexpr std::array<std::string_view, 3> kCommands = {"notice", "warning", "error"};
  // What is waived stays visible and never fails a build.
  const std::size_t level = finding.waived ? 0 : static_cast<std::size_t>(finding.severity);
  std::string words = message_words(finding);
  if (!finding.advice.empty())
    words += "（" + finding.advice + "）";
  if (!finding.basis.empty())
    words += " " + basis_words(finding.basis);
  return "::" + std::string(kCommands[level]) + " file=" + property(document.path) +
         place(finding.location) + ",title=" + property(finding.rule) + "::" + message(words) +
         "\n";
}

std::string nothing(const RunReport&, const WriteOptions&) {
  return {};
}

std::string annotations(const DocumentReport& document, std::size_t, const WriteOptions&) {
  std::string words;
  if (document.status != DocumentStatus::kChecked) {
    words += "::error file=" + property(document.path) +
             ",title=" + property(name_of(document.status)) +
             "::" + message(std::string(words_of(document.status)) + "：" + document.reason) + "\n";
  }
  for (const Finding& finding : document.findings) words += annotation(document, finding);
  for (const RuleResult& rule : document.rules) {
    const bool fails = rule.outcome == Outcome::kNotChecked || rule.outcome == Outcome::kRuleError;
    const std::string head =
        " file=" + property(document.path) + ",title=" + property(rule.id) + "::";
    if (fails || rule.outcome == Outcome::kNeedsReview)
      words += (fails ? "::error" : "::notice") + head +
               message(std::string(words_of(rule.outcome)) + "：" + rule.reason) + "\n";
    if (rule.unlisted > 0)
      words += "::notice" + head + "另有" + std::to_string(rule.unlisted) + "处未列出\n";
  }
  return words;
}

std::string counts(const RunReport& run, const WriteOptions&) {
  return document_count_words(run.summary) + "。" + count_words(run.summary) + "。\n";
}

}  // namespace

const Pieces kGithubPieces = {nothing, annotations, counts};

Result<std::string> write_github(const RunReport& report, const WriteOptions& options) {
  return joined(kGithubPieces, report, options);
}

}  // namespace plumbline::output
