#include "engine/checks/condition.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "engine/checks/locale_conditions.h"

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

std::string joined(std::string_view left, std::string_view right) {
  return std::string(left) + std::string(right);
}

Condition year(int value, const Node& condition, std::string_view name) {
  if (value == 0)
    return {Answer::kUnknown, joined(conditions::kUnknown, name)};
  const std::string said =
      joined(name, conditions::kIs) + std::to_string(value) + std::string(conditions::kYear);
  return {compares(value, condition.scalar) ? Answer::kYes : Answer::kNo, said};
}

Condition report_year(const Node& condition, const Context& context) {
  return year(context.document.facts().year(), condition, conditions::kReportYear);
}

Condition date_year(const Node& condition, const Context& context) {
  const auto& date = context.document.facts().date;
  return year(date ? date->day.year : 0, condition, conditions::kDateYear);
}

bool lists(const Node& node, std::string_view value) {
  if (node.is_scalar())
    return node.scalar == value;
  return std::ranges::any_of(node.items, [&](const Node& item) { return item.scalar == value; });
}

Condition profile(const Node& condition, const Context& context) {
  return {lists(condition, context.profile) ? Answer::kYes : Answer::kNo,
          joined(conditions::kProfileIs, context.profile)};
}

Condition reporter(const Node& condition, const Context& context) {
  if (context.reporter.empty())
    return {Answer::kUnknown, std::string(conditions::kNoReporter)};
  return {lists(condition, context.reporter) ? Answer::kYes : Answer::kNo,
          joined(conditions::kReporterIs, context.reporter)};
}

struct FactRow {
  std::string_view name, label;
  bool (*there)(const document::Facts& facts);
};
constexpr std::array kFacts = {
    FactRow{"title", conditions::kTitle,
            [](const document::Facts& f) { return f.title.has_value(); }},
    FactRow{"report_year", conditions::kReportYear,
            [](const document::Facts& f) { return f.year() != 0; }},
    FactRow{"issuer", conditions::kIssuer,
            [](const document::Facts& f) { return f.issuer.has_value(); }},
    FactRow{"document_number", conditions::kDocumentNumber,
            [](const document::Facts& f) { return f.document_number.has_value(); }},
    FactRow{"signer", conditions::kSigner,
            [](const document::Facts& f) { return f.signer.has_value(); }},
    FactRow{"addressee", conditions::kAddressee,
            [](const document::Facts& f) { return f.addressee.has_value(); }},
    FactRow{"signature", conditions::kSignature,
            [](const document::Facts& f) { return f.signature.has_value(); }},
    FactRow{"date", conditions::kDate, [](const document::Facts& f) { return f.date.has_value(); }},
};

/// Every named fact is there (or none of them is, for `absent`).
Condition there(const Node& condition, const Context& context, bool wanted) {
  for (const FactRow& row : kFacts) {
    if (lists(condition, row.name) && row.there(context.document.facts()) != wanted)
      return {Answer::kNo, joined(wanted ? conditions::kMissing : conditions::kThere, row.label)};
  }
  return {Answer::kYes, std::string(wanted ? conditions::kAllThere : conditions::kNoneThere)};
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
  return {Answer::kUnknown, joined(conditions::kStrange, entry.key)};
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
