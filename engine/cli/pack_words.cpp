#include "engine/cli/pack_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/output/wording.h"

namespace plumbline::cli {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 39> kStates = {{
    {"absent", "缺失"},
    {"mention", "只是提及"},
    {"passage", "只有段落"},
    {"subsection", "未独立成章"},
    {"shared", "与他项合写"},
    {"blocked", "随缺项"},
    {"found", "出现"},
    {"missing", "未见"},
    {"form", "形式不符"},
    {"differs", "不一致"},
    {"shortened", "省略了字词"},
    {"invalid", "没有这一天"},
    {"padded", "编了虚位"},
    {"dotted", "用点号分隔"},
    {"han", "用汉字数字"},
    {"loose", "写法不规范"},
    {"incomplete", "未标全"},
    {"early", "过早"},
    {"same-year", "在报告年度内"},
    {"late", "过晚"},
    {"on-day", "期限当日"},
    {"practice", "按各地做法过晚"},
    {"published-late", "公布过晚"},
    {"gap", "缺号"},
    {"repeat", "重号"},
    {"mark", "序号写法有误"},
    {"short", "过短"},
    {"long", "过长"},
    {"few", "项数不足"},
    {"near", "名称有误"},
    {"years", "年份有误"},
    {"obsolete", "已经失效"},
    {"wrong", "不符"},
    {"open", "缺右半"},
    {"close", "缺左半"},
    {"past", "早于成文日期"},
    {"id", "公民身份号码"},
    {"mobile", "手机号码"},
    {"bank", "银行卡号"},
}};

std::string severity_word(const std::optional<Severity>& severity) {
  return severity ? std::string(output::words_of(*severity)) : "不提示";
}

}  // namespace

std::string state_words(std::string_view state) {
  const auto found =
      std::ranges::find(kStates, state, &std::pair<std::string_view, std::string_view>::first);
  return std::string(found == kStates.end() ? state : found->second);
}

std::string severity_words(const rules::SeverityByState& severity) {
  std::string words;
  for (const auto& [state, one] : severity)
    words += (words.empty() ? "" : "，") + (state.empty() ? "" : state_words(state) + "：") +
             severity_word(one);
  return words.empty() ? "同规则" : words;
}

std::string points_words(int points) {
  return points == 0 ? "不计分" : std::to_string(points) + "分";
}

std::string article_words(const BasisReference& document, const std::string& article) {
  if (article.empty())
    return "通篇";
  const std::string words = output::basis_words({"", article, document.level});
  return words.substr(words.find_first_not_of(' '));
}

std::string checked_words(const craft::Clause& clause) {
  if (clause.checked == "full")
    return "全部核对";
  if (clause.checked == "partly")
    return "部分核对";
  return clause.checked == "no" ? "程序不能核对" : "";
}

int total_points(const rules::Pack& pack) {
  int sum = 0;
  for (const rules::Rule& rule : pack.rules) sum += rule.points;
  return sum;
}

std::string pack_line(const rules::Pack& pack) {
  return pack.id + " " + pack.version + "  " + pack.title + "（" +
         std::to_string(pack.rules.size()) + "条规则，" + std::to_string(total_points(pack)) +
         "分）";
}

}  // namespace plumbline::cli
