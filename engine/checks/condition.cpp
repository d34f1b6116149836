#include "engine/checks/condition.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace plumbline::checks {
namespace {

using rules::Node;

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    return std::nullopt;
  return value;
}

struct Operator {
  std::string_view mark;
  bool (*compare)(int left, int right);
};
constexpr std::array kOperators = {
    Operator{">=", [](int left, int right) { return left >= right; }},
    Operator{"<=", [](int left, int right) { return left <= right; }},
    Operator{">", [](int left, int right) { return left > right; }},
    Operator{"<", [](int left, int right) { return left < right; }},
    Operator{"=", [](int left, int right) { return left == right; }},
};

Condition year(int value, const Node& condition, std::string_view name) {
  if (value == 0)
    return {Answer::kUnknown, "未能确定" + std::string(name)};
  const std::string said = std::string(name) + "为" + std::to_string(value) + "年";
  return {compares(value, condition.scalar) ? Answer::kYes : Answer::kNo, said};
}

Condition report_year(const Node& condition, const Context& context) {
  return year(context.document.facts().year(), condition, "报告年度");
}

Condition date_year(const Node& condition, const Context& context) {
  const auto& date = context.document.facts().date;
  return year(date ? date->day.year : 0, condition, "成文日期的年份");
}

bool lists(const Node& node, std::string_view value) {
  if (node.is_scalar())
    return node.scalar == value;
  return std::ranges::any_of(node.items, [&](const Node& item) { return item.scalar == value; });
}

Condition profile(const Node& condition, const Context& context) {
  return {lists(condition, context.profile) ? Answer::kYes : Answer::kNo,
          "使用场景为" + context.profile};
}

Condition reporter(const Node& condition, const Context& context) {
  if (context.reporter.empty())
    return {Answer::kUnknown, "未能确定报告主体的类别"};
  return {lists(condition, context.reporter) ? Answer::kYes : Answer::kNo,
          "报告主体类别为" + context.reporter};
}

struct FactRow {
  std::string_view name, label;
  bool (*there)(const document::Facts& facts);
};
constexpr std::array kFacts = {
    FactRow{"title", "标题", [](const document::Facts& f) { return f.title.has_value(); }},
    FactRow{"report_year", "报告年度", [](const document::Facts& f) { return f.year() != 0; }},
    FactRow{"issuer", "制发机关", [](const document::Facts& f) { return f.issuer.has_value(); }},
    FactRow{"document_number", "发文字号",
            [](const document::Facts& f) { return f.document_number.has_value(); }},
    FactRow{"signer", "签发人", [](const document::Facts& f) { return f.signer.has_value(); }},
    FactRow{"addressee", "主送机关",
            [](const document::Facts& f) { return f.addressee.has_value(); }},
    FactRow{"signature", "署名", [](const document::Facts& f) { return f.signature.has_value(); }},
    FactRow{"date", "成文日期", [](const document::Facts& f) { return f.date.has_value(); }},
};

/// Every named fact is there (or none of them is, for `absent`).
Condition there(const Node& condition, const Context& context, bool wanted) {
  for (const FactRow& row : kFacts) {
    if (lists(condition, row.name) && row.there(context.document.facts()) != wanted)
      return {Answer::kNo, (wanted ? "文中没有" : "文中已有") + std::string(row.label)};
  }
  return {Answer::kYes, wanted ? "所需要素齐备" : "文中没有所列要素"};
}
Condition present(const Node& condition, const Context& context) {
  return there(condition, context, true);
}
Condition absent(const Node& condition, const Context& context) {
  return there(condition, context, false);
}

struct Row {
  std::string_view key;
  Condition (*ask)(const Node& condition, const Context& context);
};
constexpr std::array kRows = {
    Row{"report_year", report_year}, Row{"date_year", date_year}, Row{"profile", profile},
    Row{"reporter", reporter},       Row{"present", present},     Row{"absent", absent},
};

Condition ask(const Node::Entry& entry, const Context& context) {
  for (const Row& row : kRows) {
    if (row.key == entry.key)
      return row.ask(entry.value, context);
  }
  return {Answer::kUnknown, "不认识的条件" + entry.key};
}

}  // namespace

bool compares(int value, std::string_view comparison) {
  if (const std::size_t dots = comparison.find(".."); dots != std::string_view::npos) {
    const auto from = number(comparison.substr(0, dots));
    const auto to = number(comparison.substr(dots + 2));
    return from && to && *from <= value && value <= *to;
  }
  for (const Operator& one : kOperators) {
    if (comparison.starts_with(one.mark)) {
      const auto other = number(comparison.substr(one.mark.size()));
      return other && one.compare(value, *other);
    }
  }
  return number(comparison) == value;
}

Condition holds(const Node* condition, const Context& context) {
  Condition result;
  if (condition == nullptr)
    return result;
  for (const Node::Entry& entry : condition->entries) {
    Condition asked = ask(entry, context);
    if (asked.answer == Answer::kNo)
      return asked;
    if (result.answer == Answer::kYes)
      result = std::move(asked);
  }
  return result;
}

Condition applies(const Node* when, const Node* unless, const Context& context) {
  Condition wanted = holds(when, context);
  if (wanted.answer == Answer::kNo)
    return wanted;
  if (unless != nullptr) {
    Condition excused = holds(unless, context);
    if (excused.answer == Answer::kYes)
      return {Answer::kNo, std::move(excused.reason)};
  }
  return wanted;
}

}  // namespace plumbline::checks
