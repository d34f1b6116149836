#include "engine/output/markdown.h"

#include <algorithm>

#include "engine/output/columns.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

/// Words of a document are words, not markup.
std::string plain(std::string_view text) {
  std::string escaped;
  for (const char c : printable(text)) {
    if (std::string_view("\\`*_[]<>|#~").find(c) != std::string_view::npos)
      escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string item(std::string_view label, const std::string& words) {
  return words.empty() ? words : "  - " + std::string(label) + "：" + plain(words) + "\n";
}

std::string finding_words(const Finding& finding) {
  const std::string waived = finding.waived ? "·" + std::string(kWaivedWord) : std::string();
  return "- **【" + std::string(words_of(finding.severity)) + waived + "】** " +
         plain(finding.message) + " `" + finding.rule + "`\n" + item("位置", place_words(finding)) +
         item("原文", finding.quote) + item("依据", basis_words(finding.basis)) +
         item("建议", finding.advice) + item("豁免", finding.waiver);
}

std::string findings(const DocumentReport& document) {
  if (document.findings.empty())
    return "未发现问题。\n";
  std::string words;
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNote}) {
    for (const Finding& finding : document.findings)
      words += finding.severity == severity ? finding_words(finding) : "";
  }
  return words;
}

std::string elements(const DocumentReport& document) {
  if (document.elements.empty())
    return {};
  std::string words = "\n| 要素 | 情况 | 标题 |\n| --- | --- | --- |\n";
  for (const ElementState& element : document.elements) {
    const std::string heading =
        element.nearest.empty() ? element.heading : "最接近：" + element.nearest;
    words += "| " + plain(element.label) + " | " + std::string(words_of_state(element.state)) +
             " | " + plain(heading) + " |\n";
  }
  return words;
}

std::string ledger(const DocumentReport& document) {
  if (!document.score)
    return {};
  std::string words = "\n" + plain(score_words(*document.score)) +
                      "\n\n| 规则 | 结果 | 应得 | 实得 | 说明 |\n| --- | --- | --- | --- | --- |\n";
  for (const RuleResult& rule : document.rules) {
    words += "| `" + rule.id + "` | " + std::string(words_of(rule.outcome)) + " | " +
             std::to_string(rule.possible) + " | " + std::to_string(rule.earned) + " | " +
             plain(rule.reason) + " |\n";
  }
  for (const Gate& gate : document.score->gates)
    words +=
        "\n等次上限：" + plain(gate.cap) + "，" + plain(gate.reason) + " `" + gate.rule + "`\n";
  return words;
}

std::string losses(const DocumentReport& document) {
  std::string words;
  for (const Loss& loss : document.losses) {
    if (loss.text_missing)
      words += "- **【" + std::string(kUnchecked) + "】** " + place_words(loss.location) + " " +
               plain(loss.what) + "\n";
  }
  return words;
}

std::string document_words(const DocumentReport& document) {
  std::string words = "\n## " + plain(document.path) + "\n\n";
  if (document.status != DocumentStatus::kChecked) {
    return words + "**" + std::string(words_of(document.status)) + "**：" + plain(document.reason) +
           "\n";
  }
  return words + findings(document) + losses(document) + elements(document) + ledger(document);
}

}  // namespace

Result<std::string> write_markdown(const RunReport& report, const WriteOptions&) {
  std::string words = "# " + std::string(kProgramName) + " " + report.version + "\n\n";
  words += document_count_words(report.summary) + "。" + count_words(report.summary) + "。" +
           std::string(kDisclaimer) + "\n";
  for (const DocumentReport& document : report.documents) words += document_words(document);
  return words;
}

}  // namespace plumbline::output
