#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plumbline/report.h"

/// Every Chinese word of the reports (wording_zh.cpp) and the phrases that several formats share.
/// Findings, reasons and labels come from the packs and are never reworded.
namespace plumbline::output {

std::string_view words_of(Severity severity);                     ///< 必改 请核实 建议
std::string_view words_of(Outcome outcome);                       ///< 通过 …
std::string_view words_of(DocumentStatus status);                 ///< 已检查 …
std::string_view words_of_state(std::string_view element_state);  ///< 有 缺 …
std::string profile_words(const std::string& profile);

/// "第3页第12行，二、>（一）"; empty where nothing is known.
std::string place_words(const Location& place);
/// The same for a finding; an absence that no section holds is told of the whole text.
std::string place_words(const Finding& finding);
/// "《…规定》（厅字〔2019〕28号）第25条第（3）项"
std::string basis_words(const BasisReference& basis);
std::string basis_words(const std::vector<BasisReference>& basis);
/// The message, and on whose word the finding was let pass.
std::string message_words(const Finding& finding);
/// "①", from 1; plain numbers where Unicode has none.
std::string circled(std::size_t number);
/// "必改2处、请核实1处、建议3处"
std::string count_words(const Summary& summary);
/// "得分71/85（83%），等次：合格"; the interval too where something is undecided.
std::string score_words(const Score& score);
/// "共3份：已检查1份、其他文种1份、未检查1份；另跳过2项（…）"
std::string document_count_words(const Summary& summary);

/// Label and value of every fact, in a fixed order; value empty where absent.
struct LabelledFact {
  std::string_view label;
  std::string value;
  const Location* location = nullptr;
};
std::vector<LabelledFact> labelled_facts(const Facts& facts);

/// Errors, warnings and notes of one document; what is waived does not count.
Summary count_findings(const DocumentReport& document);

inline constexpr std::string_view kProgramName = "准绳";
inline constexpr std::string_view kUnchecked = "未检查";
inline constexpr std::string_view kWaivedWord = "已豁免";
inline constexpr std::string_view kDisclaimer = "本结果仅供起草参考，不替代单位审核和保密审查。";

}  // namespace plumbline::output
