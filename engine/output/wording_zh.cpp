#include <algorithm>
#include <array>
#include <utility>

#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<std::string_view, 3> kSeverities = {"建议", "请核实", "必改"};
constexpr std::array<std::string_view, 9> kOutcomes = {"通过",       "部分通过",   "不通过",
                                                       "不适用",     "待人工核实", "未检查",
                                                       "随缺项不计", "规则出错",   "已豁免"};
constexpr std::array<std::string_view, 3> kStatuses = {"已检查", "其他文种", "未检查"};
constexpr std::array<Pair, 5> kStates = {{{"section", "有"},
                                          {"subsection", "有（未单列一级标题）"},
                                          {"passage", "有（未列标题）"},
                                          {"mention", "仅提及"},
                                          {"absent", "缺"}}};
constexpr std::array<Pair, 2> kProfiles = {{{"submitted", "报送稿"}, {"published", "公开稿"}}};

template <std::size_t N>
std::string_view look_up(const std::array<Pair, N>& pairs, std::string_view key) {
  const auto* found = std::ranges::find(pairs, key, &Pair::first);
  return found == pairs.end() ? key : found->second;
}

std::string numbered(std::string_view before, int number, std::string_view after) {
  if (number == 0)
    return {};
  return std::string(before) + std::to_string(number) + std::string(after);
}

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "25(3)" of a national document is an article and its item; other forms are the pack's own words.
std::string article_words(const BasisReference& basis) {
  const std::string& article = basis.article;
  const std::size_t open = article.find('(');
  const std::string head = article.substr(0, open);
  if (basis.level != "A1" || !is_number(head))
    return article;
  std::string words = "第" + head + "条";
  if (open != std::string::npos && article.ends_with(')'))
    words += "第（" + article.substr(open + 1, article.size() - open - 2) + "）项";
  return words;
}

LabelledFact labelled(std::string_view label, const std::optional<FactValue>& fact) {
  if (!fact)
    return {label, "", nullptr};
  return {label, fact->value, &fact->location};
}

}  // namespace

std::string_view words_of(Severity severity) {
  return kSeverities[static_cast<std::size_t>(severity)];
}
std::string_view words_of(Outcome outcome) {
  return kOutcomes[static_cast<std::size_t>(outcome)];
}
std::string_view words_of(DocumentStatus status) {
  return kStatuses[static_cast<std::size_t>(status)];
}
std::string_view words_of_state(std::string_view element_state) {
  return look_up(kStates, element_state);
}
std::string profile_words(const std::string& profile) {
  return std::string(look_up(kProfiles, profile));
}

std::string place_words(const Location& place) {
  std::string words = numbered("第", place.page, "页") + numbered("第", place.paragraph, "段");
  if (place.paragraph == 0)
    words += numbered("第", place.line, "行");
  if (!words.empty() && !place.section.empty())
    words += "，";
  return words + place.section;
}

std::string place_words(const Finding& finding) {
  if (finding.absence && finding.location.section.empty())
    return "全文";
  return place_words(finding.location);
}

std::string basis_words(const BasisReference& basis) {
  const std::string article = article_words(basis);
  // A Latin name and a number would run together: "GB/T 9704 7.3.5".
  const bool blank = !article.empty() && is_number(article.substr(0, 1));
  return basis.document + (blank ? " " : "") + article;
}

std::string basis_words(const std::vector<BasisReference>& basis) {
  std::string words;
  for (const BasisReference& one : basis) words += (words.empty() ? "" : "；") + basis_words(one);
  return words;
}

std::string circled(std::size_t number) {
  static constexpr std::array<std::string_view, 10> kCircled = {"①", "②", "③", "④", "⑤",
                                                                "⑥", "⑦", "⑧", "⑨", "⑩"};
  if (number >= 1 && number <= kCircled.size())
    return std::string(kCircled[number - 1]);
  return std::to_string(number) + ".";
}

std::string count_words(const Summary& summary) {
  return "必改" + std::to_string(summary.errors) + "处、请核实" + std::to_string(summary.warnings) +
         "处、建议" + std::to_string(summary.notes) + "处" +
         (summary.waived > 0 ? "（另有已豁免" + std::to_string(summary.waived) + "处）" : "");
}

std::string score_words(const Score& score) {
  std::string words = "得分" + std::to_string(score.earned) + "/" +
                      std::to_string(score.applicable) + "（" + std::to_string(score.percent) + "%";
  if (score.low != score.high) {
    words += "；有待定项，得分在" + std::to_string(score.low) + "至" + std::to_string(score.high) +
             "之间";
  }
  words += "）";
  return score.grade.empty() ? words : words + "，等次：" + score.grade;
}

std::string document_count_words(const Summary& summary) {
  std::string words = "共" + std::to_string(summary.documents) + "份：已检查" +
                      std::to_string(summary.checked) + "份、其他文种" +
                      std::to_string(summary.other_kind) + "份、未检查" +
                      std::to_string(summary.not_checked) + "份";
  if (summary.skipped > 0)
    words += "；另跳过" + std::to_string(summary.skipped) + "项（隐藏文件、临时文件或链接）";
  return words;
}

std::string message_words(const Finding& finding) {
  if (finding.waiver.empty())
    return finding.message;
  return finding.message + "（" + std::string(kWaivedWord) + "：" + finding.waiver + "）";
}

std::vector<LabelledFact> labelled_facts(const Facts& facts) {
  return {labelled("标题", facts.title),     labelled("年度", facts.report_year),
          labelled("单位", facts.issuer),    labelled("文号", facts.document_number),
          labelled("签发人", facts.signer),  labelled("主送", facts.addressee),
          labelled("署名", facts.signature), labelled("成文日期", facts.date)};
}

Summary count_findings(const DocumentReport& document) {
  Summary counts;
  for (const Finding& finding : document.findings) {
    if (finding.waived) {
      ++counts.waived;
      continue;
    }
    counts.errors += finding.severity == Severity::kError ? 1 : 0;
    counts.warnings += finding.severity == Severity::kWarning ? 1 : 0;
    counts.notes += finding.severity == Severity::kNote ? 1 : 0;
  }
  return counts;
}

}  // namespace plumbline::output
