#include "engine/output/csv.h"

#include <initializer_list>

#include "engine/output/columns.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Quoted; a cell that a spreadsheet would run as a formula gets an apostrophe in front.
std::string cell(std::string_view text) {
  std::string quoted = "\"";
  if (!text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos)
    quoted += '\'';
  for (const char c : printable(text)) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

std::string row(std::initializer_list<std::string_view> cells) {
  std::string line;
  for (const std::string_view text : cells) line += (line.empty() ? "" : ",") + cell(text);
  return line + "\r\n";
}

std::string document_row(const DocumentReport& document, const std::string& issuer) {
  const std::string possible = document.score ? std::to_string(document.score->applicable) : "";
  const std::string earned = document.score ? std::to_string(document.score->earned) : "";
  const std::string words = document.status == DocumentStatus::kChecked
                                ? count_words(count_findings(document))
                                : document.reason;
  return row({"文件", document.path, issuer, "", words_of(document.status), "", "", words, "", "",
              possible, earned, ""});
}

std::string rule_row(const DocumentReport& document, const RuleResult& rule,
                     const std::string& issuer) {
  return row({"规则", document.path, issuer, rule.id, words_of(rule.outcome), "", "",
              rule.reason.empty() ? rule.title : rule.title + "：" + rule.reason, "", "",
              std::to_string(rule.possible), std::to_string(rule.earned), ""});
}

std::string finding_row(const DocumentReport& document, const Finding& finding,
                        const std::string& issuer) {
  const std::string result = std::string(words_of(finding.severity)) +
                             (finding.waived ? "·" + std::string(kWaivedWord) : std::string());
  return row({"问题", document.path, issuer, finding.rule, result, place_words(finding),
              finding.quote, message_words(finding), basis_words(finding.basis), finding.advice, "",
              "", finding.fingerprint});
}

std::string header(const RunReport&, const WriteOptions&) {
  return std::string(kByteOrderMark) +
         row({"行类", "文件", "单位", "规则编号", "结果", "位置", "原文", "说明", "依据",
              "修改建议", "应得", "实得", "指纹"});
}

std::string rows(const DocumentReport& document, std::size_t, const WriteOptions&) {
  const std::string issuer = document.facts.issuer ? document.facts.issuer->value : "";
  std::string bytes = document_row(document, issuer);
  for (const RuleResult& rule : document.rules) bytes += rule_row(document, rule, issuer);
  for (const Finding& finding : document.findings) bytes += finding_row(document, finding, issuer);
  return bytes;
}

std::string nothing(const RunReport&, const WriteOptions&) {
  return {};
}

}  // namespace

const Pieces kCsvPieces = {header, rows, nothing};

Result<std::string> write_csv(const RunReport& report, const WriteOptions& options) {
  return joined(kCsvPieces, report, options);
}

}  // namespace plumbline::output
