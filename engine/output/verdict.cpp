#include "engine/output/verdict.h"

#include <algorithm>

#include "engine/output/columns.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

std::string verdict_of_checked(const DocumentReport& document) {
  const auto open = std::ranges::count_if(document.rules, is_undecided, &RuleResult::outcome);
  const auto decided = std::ranges::count_if(document.rules, [](const RuleResult& rule) {
    return !is_undecided(rule.outcome) && !is_outside(rule.outcome);
  });
  std::string words = document.findings.empty()
                          ? "已核对" + std::to_string(decided) + "条规则，未发现问题"
                          : count_words(count_findings(document));
  if (open > 0)
    words += "；另有" + std::to_string(open) + "条规则未能判定";
  return document.score ? words + "。" + score_words(*document.score) : words;
}

}  // namespace

bool is_undecided(Outcome outcome) {
  return outcome == Outcome::kNeedsReview || outcome == Outcome::kNotChecked ||
         outcome == Outcome::kRuleError;
}

bool is_outside(Outcome outcome) {
  return outcome == Outcome::kNotApplicable || outcome == Outcome::kBlocked;
}

std::string verdict_words(const DocumentReport& document) {
  const std::string reason = document.reason.empty() ? "" : "：" + printable(document.reason);
  switch (document.status) {
    case DocumentStatus::kChecked:
      return verdict_of_checked(document);
    case DocumentStatus::kOtherKind:
      return "不是要查的文种，未按规则检查" + reason;
    case DocumentStatus::kNotChecked:
      break;
  }
  return std::string(kUnchecked) + reason;
}

}  // namespace plumbline::output
