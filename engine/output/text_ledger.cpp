#include <algorithm>
#include <map>
#include <vector>

#include "engine/output/columns.h"
#include "engine/output/text_parts.h"
#include "engine/output/verdict.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

constexpr std::size_t kRuleColumn = 30;  // columns
constexpr std::size_t kPointColumn = 6;  // columns
constexpr std::size_t kLossesNamed = 6;  // losses of one kind

struct Row {
  std::string name, possible, earned, words;
};

std::string table_row(const Row& row) {
  const std::string earned = row.words.empty() ? row.earned : padded(row.earned, kPointColumn);
  return "  " + padded(row.name, kRuleColumn) + padded(row.possible, kPointColumn) + earned +
         row.words + "\n";
}

std::string outcome_words(const RuleResult& rule) {
  std::string words(words_of(rule.outcome));
  return rule.reason.empty() ? words : words + "：" + printable(rule.reason);
}

std::string names(const std::vector<std::string_view>& ids) {
  std::string words;
  for (const std::string_view id : ids) words += (words.empty() ? "" : "、") + std::string(id);
  return words;
}

/// Losses of one kind on one line: "page-number（3处）".
std::string losses_line(const std::vector<const Loss*>& losses) {
  std::string words;
  for (std::size_t i = 0; i < std::min(losses.size(), kLossesNamed); ++i) {
    const std::string place = place_words(losses[i]->location);
    const std::string what = printable(losses[i]->what);
    words.append(words.empty() ? "" : "；").append(place);
    words.append(place.empty() || what.empty() ? "" : " ").append(what);
  }
  const std::string count = std::to_string(losses.size());
  return losses.size() > kLossesNamed ? words + "等（共" + count + "处）" : words;
}

}  // namespace

std::string text_ledger(const DocumentReport& document, const Paint& paint) {
  if (!document.score)
    return {};
  std::string rows;
  int full_rules = 0;
  int full_points = 0;
  std::vector<std::string_view> outside;
  for (const RuleResult& rule : document.rules) {
    if (is_outside(rule.outcome)) {
      outside.push_back(rule.id);
    } else if (!is_undecided(rule.outcome) && rule.earned == rule.possible) {
      ++full_rules;
      full_points += rule.possible;
    } else if (rule.possible > 0) {
      rows += table_row({rule.id, std::to_string(rule.possible),
                         is_undecided(rule.outcome) ? "待定" : std::to_string(rule.earned),
                         outcome_words(rule)});
    }
  }
  const std::string points = std::to_string(full_points);
  const Score& score = *document.score;
  std::string words = "\n" + paint(Ink::kBold, "【评分】") + score_words(score) + "\n";
  words += table_row({"规则", "应得", "实得", "说明"}) + rows;
  words += table_row({"未失分的" + std::to_string(full_rules) + "条", points, points, ""});
  words += table_row({"合计", std::to_string(score.applicable), std::to_string(score.earned), ""});
  if (!outside.empty())
    words += "  不计分" + std::to_string(outside.size()) + "条：" + names(outside) + "\n";
  for (const Gate& gate : score.gates)
    words += "  等次上限：" + gate.cap + "，" + printable(gate.reason) + "（" + gate.rule + "）\n";
  return words;
}

std::string text_unchecked(const DocumentReport& document, const Paint& paint) {
  const std::string label = paint(Ink::kUnsure, "【" + std::string(kUnchecked) + "】");
  std::string words;
  std::map<std::string_view, std::vector<const Loss*>> minor;
  for (const Loss& loss : document.losses) {
    if (!loss.text_missing) {
      minor[loss.kind].push_back(&loss);
      continue;
    }
    const std::string place = place_words(loss.location);
    words += label + place + (place.empty() ? "" : " ") + printable(loss.what) +
             "；以下结论不包括该处。\n";
  }
  for (const RuleResult& rule : document.rules) {
    if (is_undecided(rule.outcome)) {
      words += label + rule.id + (rule.title.empty() ? "" : " " + printable(rule.title)) + "（" +
               outcome_words(rule) + "）\n";
    }
  }
  for (const auto& [kind, losses] : minor)
    words += paint(Ink::kFaint, "【略去】" + losses_line(losses)) + "\n";
  return words.empty() ? words : "\n" + words;
}

}  // namespace plumbline::output
