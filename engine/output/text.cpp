#include "engine/output/text.h"

#include <algorithm>

#include "engine/output/columns.h"
#include "engine/output/items.h"
#include "engine/output/text_parts.h"
#include "engine/output/verdict.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

std::string head_line(const RunReport& report) {
  std::string words = std::string(kProgramName) + " " + report.version;
  for (const PackInfo& pack : report.packs) words += "｜" + pack.id + " " + pack.version;
  words += "｜按" + profile_words(report.profile) + "检查";
  if (!report.reporter.empty())
    words += "｜报告单位类型 " + report.reporter;
  return words;
}

/// What is there, then in a checked text the names of what is not.
std::string facts_line(const DocumentReport& document) {
  std::string words;
  std::string absent;
  for (const LabelledFact& fact : labelled_facts(document.facts)) {
    if (fact.value.empty())
      absent += (absent.empty() ? "未见" : "、") + std::string(fact.label);
    else
      words += (words.empty() ? "" : "｜") + std::string(fact.label) + " " + printable(fact.value);
  }
  if (document.status == DocumentStatus::kOtherKind && !words.empty())
    return words;
  return words + (words.empty() || absent.empty() ? "" : "｜") + absent;
}

std::string closing(const DocumentReport& document, const Paint& paint) {
  std::string words = "\n" + paint(Ink::kBold, "【小结】") + count_words(count_findings(document));
  if (!document.elements.empty())
    words += "；" + items_in_short(document);
  return words + "。" + std::string(kDisclaimer) + "\n";
}

std::string explanation(const DocumentReport& document) {
  std::string words = document.explanation.empty() ? "" : "\n【判定过程】\n";
  for (const std::string& line : document.explanation) words += "  " + printable(line) + "\n";
  return words;
}

std::string document_text(const DocumentReport& document, const WriteOptions& options) {
  const Paint paint(options.colour);
  std::string words = paint(Ink::kBold, printable(document.path)) + "\n";
  const std::string verdict = verdict_words(document);
  const bool checked = document.status == DocumentStatus::kChecked;
  words += "结论  " + (checked ? verdict : paint(Ink::kUnsure, verdict)) + "\n";
  if (document.status == DocumentStatus::kNotChecked)
    return words;
  if (checked && !document.reason.empty())
    words += "说明  " + printable(document.reason) + "\n";
  words += "事实  " + facts_line(document) + "\n";
  if (document.status == DocumentStatus::kOtherKind)
    return words + text_unchecked(document, paint);
  if (!document.elements.empty())
    words += "要素  " + items_line(document) + "\n";
  return words + text_findings(document, options) + explanation(document) +
         text_unchecked(document, paint) + text_ledger(document, paint) + closing(document, paint);
}

std::string begin_text(const RunReport& run, const WriteOptions& options) {
  return Paint(options.colour)(Ink::kFaint, head_line(run)) + "\n";
}

std::string text_piece(const DocumentReport& document, std::size_t, const WriteOptions& options) {
  return "\n" + document_text(document, options);
}

std::string end_text(const RunReport& run, const WriteOptions& options) {
  const Summary& summary = run.summary;
  if (summary.documents == 1 && summary.checked == 1 && summary.skipped == 0)
    return {};
  return "\n" + Paint(options.colour)(Ink::kBold, "【汇总】") + document_count_words(summary) +
         "。" + count_words(summary) + "。\n";
}

}  // namespace

const Pieces kTextPieces = {begin_text, text_piece, end_text};

Result<std::string> write_text(const RunReport& report, const WriteOptions& options) {
  return joined(kTextPieces, report, options);
}

}  // namespace plumbline::output
