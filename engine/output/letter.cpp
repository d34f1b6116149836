#include "engine/output/letter.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "engine/base/iso_day.h"
#include "engine/base/quotes.h"
#include "engine/output/columns.h"
#include "engine/output/verdict.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

constexpr std::size_t kQuoteLength = 60;  // code points
constexpr std::size_t kLossesNamed = 6;   // losses of one kind

/// 《》 inside a title become 〈〉.
std::string titled(const std::string& title) {
  std::string words;
  for (std::size_t at = 0; at < title.size();) {
    const std::string_view rest = std::string_view(title).substr(at);
    const bool opens = rest.starts_with("《"), closes = rest.starts_with("》");
    words += opens ? "〈" : closes ? "〉" : std::string(1, title[at]);
    at += opens || closes ? std::string_view("《").size() : 1;
  }
  return "《" + words + "》";
}

std::string place_and_quote(const Finding& finding) {
  std::string place = place_words(finding);
  if (finding.quote.empty())
    return place;
  return place + (place.empty() ? "" : "：") + "“" +
         shortened(inside_quotes(printable(unwrapped(finding.quote))), kQuoteLength) + "”";
}

std::string loss_words(const Loss& loss) {
  const std::string place = place_words(loss.location);
  return place + (place.empty() || loss.what.empty() ? "" : "，") + loss.what;
}

/// Losses that cost no words of the text, of one kind on one line.
std::string minor_words(const std::vector<const Loss*>& losses) {
  std::string words = "读取时略去：";
  for (std::size_t i = 0; i < std::min(losses.size(), kLossesNamed); ++i)
    words += (i == 0 ? "" : "；") + loss_words(*losses[i]);
  return losses.size() > kLossesNamed ? words + "等（共" + std::to_string(losses.size()) + "处）"
                                      : words;
}

}  // namespace

std::string file_name(const DocumentReport& document) {
  return std::filesystem::path(document.path).filename().string();
}

std::string document_words(const DocumentReport& document) {
  const Facts& facts = document.facts;
  const std::string file = "文件“" + file_name(document) + "”";
  std::string words = facts.title ? titled(facts.title->value) + "（" + file : file;
  std::string rest = facts.title ? "；" : "（";
  for (const auto& [label, fact] :
       {std::pair("文号：", &facts.document_number), std::pair("成文日期：", &facts.date)}) {
    if (*fact)
      words += std::exchange(rest, "；") + label + (*fact)->value;
  }
  return words + (facts.title || rest == "；" ? "）" : "");
}

std::string places_words(const Group& group, std::size_t most) {
  std::string words = place_and_quote(*group.first);
  for (std::size_t i = 1; i < std::min(group.size(), most); ++i)
    words += "；" + place_and_quote(*group.others[i - 1]);
  return group.size() > most ? words + "等，共" + std::to_string(group.size()) + "处" : words;
}

std::vector<std::string> open_matters(const DocumentReport& document) {
  std::vector<std::string> lines;
  for (const Loss& loss : document.losses) {
    if (loss.text_missing)
      lines.push_back(std::string(kUnchecked) + "：" + loss_words(loss) + "；以上结论不包括该处");
  }
  for (const RuleResult& rule : document.rules) {
    const std::string title = rule.title.empty() ? rule.id : rule.title;
    if (is_undecided(rule.outcome))
      lines.push_back(std::string(words_of(rule.outcome)) + "：" + title + "（" + rule.id +
                      (rule.reason.empty() ? "" : "；" + rule.reason) + "）");
    if (rule.unlisted > 0)
      lines.push_back("未逐条列出：" + title + "（" + rule.id + "）另有" +
                      std::to_string(rule.unlisted) + "处");
  }
  return lines;
}

std::vector<std::string> left_out(const DocumentReport& document) {
  std::map<std::string_view, std::vector<const Loss*>> minor;
  for (const Loss& loss : document.losses) {
    if (!loss.text_missing)
      minor[loss.kind].push_back(&loss);
  }
  std::vector<std::string> lines;
  lines.reserve(minor.size());
  for (const auto& [kind, losses] : minor) lines.push_back(minor_words(losses));
  return lines;
}

std::string sentence(std::string words) {
  return words.ends_with("。") ? words : std::move(words) + "。";
}

std::string day_words(const std::string& day) {
  if (!is_iso_day(day))
    return day;
  const auto number = [&](std::size_t at, std::size_t length) {
    return std::to_string(std::stoi(day.substr(at, length)));
  };
  return number(0, 4) + "年" + number(5, 2) + "月" + number(8, 2) + "日";
}

std::string_view way_out(DocumentStatus status) {
  if (status == DocumentStatus::kOtherKind)
    return "请核对是否报错文件；确为应报送的报告的，请按规定的标题和内容修改。";
  return "请按上述原因处理后，重新提供能够打开、文字可以复制的电子文件（docx，或由文档直接转出的"
         "pdf 等）。";
}

}  // namespace plumbline::output
