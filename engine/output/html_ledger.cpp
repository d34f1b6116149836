#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "engine/output/html_parts.h"
#include "engine/output/html_text.h"
#include "engine/output/verdict.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

constexpr std::size_t kLinksShown = 8;  // findings of one rule

using FindingsByRule = std::map<std::string_view, std::vector<std::size_t>>;

FindingsByRule by_rule(const std::vector<Finding>& findings) {
  FindingsByRule result;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const std::string_view full = findings[i].rule;
    result[full.substr(0, full.find('.'))].push_back(i);
  }
  return result;
}

std::string links(const FindingsByRule& findings, const std::string& rule,
                  const std::string& number) {
  const auto found = findings.find(rule);
  if (found == findings.end())
    return {};
  const std::vector<std::size_t>& own = found->second;
  std::string html;
  for (std::size_t i = 0; i < std::min(own.size(), kLinksShown); ++i) {
    const std::string finding = std::to_string(own[i] + 1);
    html += (html.empty() ? "" : "、") + std::string("<a href=\"#f") + number + "-" + finding +
            "\" aria-label=\"第" + finding + "条问题\">" + finding + "</a>";
  }
  return own.size() > kLinksShown ? html + "等" + std::to_string(own.size()) + "处" : html;
}

std::string row_class(const RuleResult& rule) {
  if (is_outside(rule.outcome))
    return "outside";
  if (is_undecided(rule.outcome))
    return "undecided";
  return rule.earned < rule.possible ? "lost" : "full";
}

std::string cell(const std::string& html) {
  return "<td class=\"n\">" + html + "</td>";
}

std::string row(const RuleResult& rule, const std::string& found) {
  const bool outside = is_outside(rule.outcome);
  const std::string possible = outside ? "—" : std::to_string(rule.possible);
  const std::string earned = outside                      ? "—"
                             : is_undecided(rule.outcome) ? "待定"
                                                          : std::to_string(rule.earned);
  return "<tr class=\"" + row_class(rule) + "\" data-rule=\"" + html_value(rule.id) +
         "\" data-outcome=\"" + std::string(name_of(rule.outcome)) + "\" data-possible=\"" +
         std::to_string(rule.possible) + "\" data-earned=\"" + std::to_string(rule.earned) +
         "\"><th scope=\"row\">" + html_text(rule.title) + " <code>" + html_text(rule.id) +
         "</code></th><td class=\"o\">" + std::string(words_of(rule.outcome)) + "</td>" +
         cell(possible) + cell(earned) + "<td>" + html_text(rule.reason) + "</td><td>" + found +
         "</td></tr>\n";
}

std::string how(const DocumentReport& document) {
  const Score& score = *document.score;
  const auto outside = std::ranges::count_if(document.rules, is_outside, &RuleResult::outcome);
  std::string words = "得分＝各条规则实得之和÷应得之和：" + std::to_string(score.earned) + "÷" +
                      std::to_string(score.applicable) + "＝" + std::to_string(score.percent) +
                      "%（舍去小数）。";
  if (outside > 0)
    words += "不适用和随缺项不计的" + std::to_string(outside) + "条，应得、实得都不计入。";
  if (score.low != score.high) {
    words += "待定的规则使得分成为区间：全不通过时" + std::to_string(score.low) + "分，全通过时" +
             std::to_string(score.high) + "分。";
  }
  return words + (score.grade.empty() ? "" : "等次：" + html_text(score.grade) + "。");
}

std::string gates(const Score& score) {
  std::string html;
  for (const Gate& gate : score.gates) {
    html += html_element("p", "gate",
                         "等次上限：" + html_text(gate.cap) + "，" + html_text(gate.reason) + "（" +
                             html_text(gate.rule) + "）");
  }
  return html;
}

}  // namespace

std::string html_ledger(const DocumentReport& document, std::size_t number) {
  if (!document.score)
    return {};
  const std::string own = std::to_string(number);
  const FindingsByRule findings = by_rule(document.findings);
  std::string html = "<h3 id=\"l" + own + "\">得分台账</h3>\n" +
                     html_element("p", "how", how(document)) +
                     "<p class=\"needs-script\" hidden><button type=\"button\" data-lost "
                     "aria-pressed=\"false\">只看失分和待定的规则</button></p>\n";
  html += "<div class=\"scroll\"><table class=\"ledger\" aria-labelledby=\"l" + own +
          "\">\n<thead><tr><th scope=\"col\">规则</th><th scope=\"col\">结果</th>"
          "<th scope=\"col\" class=\"n\">应得</th><th scope=\"col\" class=\"n\">实得</th>"
          "<th scope=\"col\">说明</th><th scope=\"col\">问题</th></tr></thead>\n<tbody>\n";
  for (const RuleResult& rule : document.rules) html += row(rule, links(findings, rule.id, own));
  html += "</tbody>\n<tfoot><tr><th scope=\"row\" colspan=\"2\">合计</th>" +
          cell(std::to_string(document.score->applicable)) +
          cell(std::to_string(document.score->earned)) +
          "<td colspan=\"2\"></td></tr></tfoot>\n</table></div>\n";
  return html + gates(*document.score);
}

}  // namespace plumbline::output
