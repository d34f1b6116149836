#include "engine/cli/scaffold.h"

#include <algorithm>

#include "engine/craft/draft.h"

namespace plumbline::cli {
namespace {

using craft::literal_pattern;
using craft::quoted;

constexpr std::string_view kHouse = "house";

bool has_clauses(const rules::Pack& pack, const std::string& document) {
  return std::ranges::any_of(pack.files, [&](const auto& file) {
    const rules::Node* clauses = file->find("clauses");
    return clauses != nullptr && clauses->find(document) != nullptr;
  });
}

std::string basis_words(const RulePlan& plan) {
  return "[{document: " + (plan.document.empty() ? std::string(kHouse) : plan.document) +
         (plan.article.empty() ? "" : ", article: " + quoted(plan.article)) + "}]";
}

std::string forbidden(const RulePlan& plan) {
  const bool has_right = !plan.right.empty();
  const std::string after = has_right ? plan.right : "有关工作";
  return "    message: " + quoted(has_right ? "“{quote}”疑为“{right}”。" : "不宜写“{quote}”。") +
         "\n    advice: " +
         quoted(has_right ? "请核对；如为误写，改为“" + plan.right + "”。"
                          : "请删去或者换一种说法。") +
         "\n    forbid:\n      - {name: a, match: " + quoted(literal_pattern(plan.forbid)) +
         (has_right ? ", right: " + quoted(plan.right) : "") +
         "}\n    cases:\n      pass:\n        - {text: " + quoted("今年继续推进" + after + "。") +
         "}\n      fail:\n        - {text: " + quoted("今年继续推进" + plan.forbid + "。") +
         ", quote: " + quoted(plan.forbid) + ", name: a}\n";
}

std::string required(const RulePlan& plan) {
  return "    message: " + quoted("全文未见“" + plan.require + "”。") +
         "\n    advice: " + quoted("请核对是否应当写到“" + plan.require + "”。") +
         "\n    require:\n      - {name: a, match: " + quoted(literal_pattern(plan.require)) +
         ", right: " + quoted(plan.require) + "}\n    cases:\n      pass:\n        - {text: " +
         quoted("今年开展了" + plan.require + "有关工作。") +
         "}\n      fail:\n        - {text: 今年开展了有关工作。, state: missing, name: a}\n";
}

}  // namespace

std::string pack_yaml(const std::string& id, const std::string& title, const std::string& extends) {
  return "# 用 plumbline rules new rule 加规则，用 plumbline rules lint、rules test 检查。\nid: " +
         id + "\nversion: 0.1.0\ntitle: " + quoted(title) + "\nextends: [" + extends +
         "]\nfiles: []\n";
}

std::string rule_yaml(const RulePlan& plan, const rules::Pack& pack) {
  std::string words;
  if (plan.document.empty())
    words += "basis:\n  " + std::string(kHouse) + ": {title: 本单位的核对要求, level: A4}\n";
  else if (has_clauses(pack, plan.document))
    words += "clauses:\n  " + plan.document +
             ":\n    - article: " + quoted(plan.article.empty() ? "0" : plan.article) +
             "\n      words: " + quoted(plan.title) + "\n      checked: partly\n      rules: [" +
             plan.id + "]\n      unchecked: 写到的内容是否属实\n";
  return words + "rules:\n  " + plan.id + ":\n    title: " + quoted(plan.title) +
         "\n    check: text\n    severity: " + plan.severity + "\n    basis: " + basis_words(plan) +
         "\n" + (plan.forbid.empty() ? required(plan) : forbidden(plan));
}

std::optional<std::string> with_file(const std::string& pack_yaml, const std::string& name) {
  const std::string end = pack_yaml.find("\r\n") == std::string::npos ? "\n" : "\r\n";
  std::size_t key = pack_yaml.starts_with("files:") ? 0 : pack_yaml.find("\nfiles:");
  if (key == std::string::npos)
    return pack_yaml + (pack_yaml.ends_with('\n') ? "" : end) + "files: [" + name + "]" + end;
  key += key == 0 ? 0 : 1;
  const std::size_t line_end = std::min(pack_yaml.find('\n', key), pack_yaml.size());
  const std::size_t open = pack_yaml.find('[', key);
  std::string out = pack_yaml;
  if (open < line_end) {
    const std::size_t close = pack_yaml.find(']', open);
    if (close == std::string::npos)
      return std::nullopt;
    const bool empty = pack_yaml.find_first_not_of(" \r\n", open + 1) == close;
    return out.insert(close, (empty ? "" : ", ") + name);
  }
  if (pack_yaml.find('-', line_end) != pack_yaml.find_first_not_of(" \r\n", line_end))
    return std::nullopt;
  const std::size_t dash = pack_yaml.find('-', line_end);
  const std::size_t begin = pack_yaml.rfind('\n', dash) + 1;
  return out.insert(begin, pack_yaml.substr(begin, dash - begin) + "- " + name + end);
}

}  // namespace plumbline::cli
