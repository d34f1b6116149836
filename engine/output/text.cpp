#include "engine/output/text.h"

#include <algorithm>

#include "engine/output/columns.h"
#include "engine/output/items.h"
#include "engine/output/text_parts.h"
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

bool is_open(const RuleResult& rule) {
  return rule.outcome == Outcome::kNeedsReview || rule.outcome == Outcome::kNotChecked ||
         rule.outcome == Outcome::kRuleError;
}

bool is_decided(const RuleResult& rule) {
  return !is_open(rule) && rule.outcome != Outcome::kNotApplicable &&
         rule.outcome != Outcome::kBlocked;
}

std::string verdict_of_checked(const DocumentReport& document) {
  const auto decided = std::ranges::count_if(document.rules, is_decided);
  const auto open = std::ranges::count_if(document.rules, is_open);
  std::string words = document.findings.empty()
                          ? "已核对" + std::to_string(decided) + "条规则，未发现问题"
                          : count_words(count_findings(document));
  if (open > 0)
    words += "；另有" + std::to_string(open) + "条规则未能判定";
  return document.score ? words + "。" + score_words(*document.score) : words;
}

std::string verdict(const DocumentReport& document, const Paint& paint) {
  const std::string reason = document.reason.empty() ? "" : "：" + printable(document.reason);
  switch (document.status) {
    case DocumentStatus::kChecked:
      return verdict_of_checked(document);
    case DocumentStatus::kOtherKind:
      return paint(Ink::kUnsure, "不是要查的文种，未按规则检查" + reason);
    case DocumentStatus::kNotChecked:
      break;
  }
  return paint(Ink::kUnsure, std::string(kUnchecked) + reason);
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
  words += "结论  " + verdict(document, paint) + "\n";
  if (document.status == DocumentStatus::kNotChecked)
    return words;
  words += "事实  " + facts_line(document) + "\n";
  if (document.status == DocumentStatus::kOtherKind)
    return words + text_unchecked(document, paint);
  if (!document.elements.empty())
    words += "要素  " + items_line(document) + "\n";
  return words + text_findings(document, options) + explanation(document) +
         text_unchecked(document, paint) + text_ledger(document, paint) + closing(document, paint);
}

}  // namespace

Result<std::string> write_text(const RunReport& report, const WriteOptions& options) {
  const Paint paint(options.colour);
  std::string words = paint(Ink::kFaint, head_line(report)) + "\n";
  for (const DocumentReport& document : report.documents)
    words += "\n" + document_text(document, options);
  const Summary& summary = report.summary;
  if (summary.documents != 1 || summary.checked != 1 || summary.skipped > 0) {
    words += "\n" + paint(Ink::kBold, "【汇总】") + document_count_words(summary) + "。" +
             count_words(summary) + "。\n";
  }
  return words;
}

}  // namespace plumbline::output
