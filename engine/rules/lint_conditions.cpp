#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "engine/rules/lint_parts.h"

namespace plumbline::rules {
namespace {

constexpr int kFirstYear = 0;
constexpr int kLastYear = 9999;

/// The years that a comparison lets through, ends included.
struct Years {
  int first = kFirstYear, last = kLastYear;
  bool none() const { return first > last; }
  bool covers(Years other) const { return first <= other.first && other.last <= last; }
};

Years both(Years left, Years right) {
  return {std::max(left.first, right.first), std::min(left.last, right.last)};
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// The schema has accepted the comparison.
Years years_of(const Node* comparison) {
  if (comparison == nullptr)
    return {};
  const std::string_view text = comparison->scalar;
  const std::size_t digits = std::min(text.find_first_of("0123456789"), text.size());
  const std::string_view mark = text.substr(0, digits);
  const int year = number(text.substr(digits));
  if (const std::size_t dots = text.find(".."); dots != std::string_view::npos)
    return {year, number(text.substr(dots + 2))};
  if (mark == ">=")
    return {year, kLastYear};
  if (mark == ">")
    return {year + 1, kLastYear};
  if (mark == "<=")
    return {kFirstYear, year};
  if (mark == "<")
    return {kFirstYear, year - 1};
  return {year, year};
}

const Node* under(const Node* condition, std::string_view key) {
  return condition == nullptr ? nullptr : condition->find(key);
}

class ConditionLint {
 public:
  explicit ConditionLint(const Linted& linted) : linted_(linted) {}

  void rule(const Rule& rule) {
    for (const Node* node : rule_and_terms(rule)) {
      const Node* when = node->find("when");
      const Node* unless = node->find("unless");
      for (const std::string_view key : {"report_year", "date_year"})
        years(rule, *node, key, when, unless);
      facts(rule, when);
      excluded(rule, when, unless);
    }
  }

 private:
  void impossible(const Rule& rule, const Node& at, Message why) {
    linted_.warn(at, {words::kImpossible, {rule.id, std::move(why)}});
  }

  void years(const Rule& rule, const Node& node, std::string_view key, const Node* when,
             const Node* unless) {
    const bool is_term = &node != &rule.body;
    const Years outer = is_term ? years_of(under(rule.when, key)) : Years();
    const Years let_through = both(years_of(under(when, key)), outer);
    const Node* at = under(when, key);
    if (at != nullptr && let_through.none())
      return impossible(rule, *at, words::kNoYearThrough);
    const Node* excepted = under(unless, key);
    // `unless` holds where all that it names holds, so one more key may leave room.
    if (excepted != nullptr && unless->entries.size() == 1 &&
        years_of(excepted).covers(let_through))
      impossible(rule, *excepted, {words::kEveryOneTaken, {words::kYear}});
  }

  void facts(const Rule& rule, const Node* when) {
    for (const Node* present : nodes_of(under(when, "present"))) {
      for (const Node* absent : nodes_of(under(when, "absent"))) {
        if (present->scalar == absent->scalar)
          impossible(rule, *absent, {words::kThereAndNot, {absent->scalar}});
      }
    }
  }

  /// when: {profile: published} with unless: {profile: published}.
  void excluded(const Rule& rule, const Node* when, const Node* unless) {
    for (const std::string_view key : {"profile", "reporter"}) {
      const auto wanted = nodes_of(under(when, key));
      const auto excepted = nodes_of(under(unless, key));
      if (wanted.empty() || excepted.empty() || unless->entries.size() != 1)
        continue;
      if (std::ranges::all_of(wanted, [&](const Node* one) {
            return std::ranges::any_of(
                excepted, [&](const Node* other) { return other->scalar == one->scalar; });
          }))
        impossible(rule, *excepted.front(), {words::kEveryOneTaken, {std::string(key)}});
    }
  }

  const Linted& linted_;
};

}  // namespace

void lint_conditions(const Linted& linted) {
  ConditionLint lint(linted);
  for (const Rule& rule : linted.pack.rules) lint.rule(rule);
}

}  // namespace plumbline::rules
