#include "engine/checks/rows.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/checks/locale_reasons.h"
#include "engine/checks/messages.h"
#include "engine/checks/number_rows.h"
#include "engine/checks/scope.h"
#include "engine/rules/fact_pattern.h"
#include "engine/rules/source_file.h"

namespace plumbline::checks {
namespace {

struct Label {
  std::string name;
  std::vector<pattern::Pattern> match;
};

/// Names of rows on both sides.
struct Equation {
  std::vector<std::string> whole, parts;
};

struct Rows {
  std::map<std::string, NumberRow, std::less<>> read;
  std::set<std::string, std::less<>> broken;  ///< numbers follow the label, but not a row of them
  std::vector<TextSpan> nameless;             ///< rows whose label is not known
  /// Row and column of totals that are wrong in their own row: a sum with them is wrong once.
  std::set<std::pair<std::string, std::size_t>> wrong;

  bool has(const std::string& name) const { return read.contains(name); }
  const NumberRow& at(const std::string& name) const { return read.find(name)->second; }
};

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : "+") + name;
  return out;
}

/// The numbers of one column, "50+9+2", and their sum.
struct Side {
  long long sum = 0;
  std::string parts;

  void add(long long number) {
    sum += number;
    parts += (parts.empty() ? "" : "+") + std::to_string(number);
  }
};

Side side_of(const Rows& rows, const std::vector<std::string>& names, std::size_t column) {
  Side side;
  for (const std::string& name : names) {
    if (rows.has(name))
      side.add(rows.at(name).numbers[column]);
  }
  return side;
}

Hit hit_at(std::string state, TextSpan at, std::string row, const Side& whole, const Side& parts,
           std::size_t column) {
  Hit hit{.state = std::move(state), .at = at};
  hit.values["row"] = std::move(row);
  hit.values["total"] = std::to_string(whole.sum);
  hit.values["sum"] = std::to_string(parts.sum);
  hit.values["parts"] = parts.parts;
  hit.values["column"] = std::to_string(column + 1);
  return hit;
}

class RowsCheck : public Check {
 public:
  RowsCheck(const rules::Rule& rule, const rules::Pack& pack, DiagnosticSink& sink)
      : scopes_(scopes_at(rule.body)),
        columns_(static_cast<std::size_t>(rules::int_at(rule.body, "columns"))),
        group_(static_cast<std::size_t>(rules::int_at(rule.body, "group"))),
        optional_(rules::strings_at(rule.body, "optional_rows")) {
    for (const rules::Node::Entry& entry : rule.body.find("rows")->entries)
      labels_.push_back({entry.key, rules::compile_fixed_patterns(&entry.value, pack, sink)});
    for (const rules::Node* one : rules::nodes_of(rule.body.find("equations")))
      equations_.push_back({names_at(*one, "whole", sink), names_at(*one, "parts", sink)});
  }

  Verdict run(const Context& context) const override {
    const auto spans = spans_of(scopes_, context.document, context.elements);
    if (spans.empty())
      return {Outcome::kNotApplicable, std::string(reasons::kNoScope), {}};
    Rows rows = read(context.document.indexed(), spans);
    Verdict verdict;
    for (const Label& label : labels_) check_across(label.name, rows, verdict);
    bool all_clear = true;
    for (const Equation& equation : equations_) {
      check_down(equation, rows, verdict);
      all_clear =
          all_clear && (!rows.has(equation.whole.front()) || !holds_nameless(equation, rows));
    }
    if (context.trace)
      context.trace->add(std::to_string(rows.read.size()) + " of " +
                         std::to_string(labels_.size()));
    std::string missing = unread(rows);
    if (!all_clear)
      missing += (missing.empty() ? "" : "、") + std::string(reasons::kNamelessRow);
    if (!missing.empty() && verdict.hits.empty())
      return {Outcome::kNeedsReview, reasons::rows_unread(missing), {}};
    return verdict;
  }

 private:
  std::vector<std::string> names_at(const rules::Node& equation, std::string_view key,
                                    DiagnosticSink& sink) const {
    std::vector<std::string> names = rules::strings_at(equation, key);
    for (const rules::Node* name : rules::nodes_of(equation.find(key))) {
      if (std::ranges::find(labels_, name->scalar, &Label::name) == labels_.end())
        sink.add(diagnostic_at(*name, {words::kNoRow, {name->scalar}}));
    }
    return names;
  }

  /// Each row of numbers belongs to the nearest label before it, each label has the first one.
  Rows read(pattern::IndexedText text, const std::vector<TextSpan>& spans) const {
    Rows rows;
    for (const TextSpan span : spans) {
      std::vector<std::pair<std::size_t, const Label*>> ends;
      for (const Label& label : labels_) find_label(label, text, span, ends);
      std::ranges::sort(ends);
      auto next = ends.begin();
      const Label* nearest = nullptr;
      for (NumberRow& row : number_rows(text.text, span, columns_)) {
        for (; next != ends.end() && next->first <= row.at.begin; ++next) nearest = next->second;
        if (nearest != nullptr && row.numbers.size() == columns_)
          rows.read.emplace(nearest->name, std::move(row));
        else if (nearest != nullptr)
          rows.broken.insert(nearest->name);
        else if (row.numbers.size() == columns_)
          rows.nameless.push_back(row.at);
        nearest = nullptr;
      }
    }
    return rows;
  }

  static void find_label(const Label& label, pattern::IndexedText text, TextSpan span,
                         std::vector<std::pair<std::size_t, const Label*>>& ends) {
    for (const pattern::Pattern& pattern : label.match) {
      pattern.each(text, span, [&](const pattern::Match& match) {
        ends.emplace_back(match.span.end, &label);
        return true;
      });
    }
  }

  void check_across(const std::string& name, Rows& rows, Verdict& verdict) const {
    if (group_ == 0 || !rows.has(name))
      return;
    const NumberRow& row = rows.at(name);
    for (std::size_t begin = 0; begin + group_ <= row.numbers.size(); begin += group_) {
      Side whole, parts;
      whole.add(row.numbers[begin + group_ - 1]);
      for (std::size_t i = begin; i + 1 < begin + group_; ++i) parts.add(row.numbers[i]);
      if (whole.sum == parts.sum)
        continue;
      rows.wrong.emplace(name, begin + group_ - 1);
      verdict.hits.push_back(hit_at("across", row.at, name, whole, parts, begin + group_ - 1));
    }
  }

  void check_down(const Equation& equation, const Rows& rows, Verdict& verdict) const {
    const auto is_known = [&](const std::string& name) { return !is_missing(name, rows); };
    if (!std::ranges::all_of(equation.whole, is_known) ||
        !std::ranges::all_of(equation.parts, is_known) || !rows.has(equation.whole.front()) ||
        holds_nameless(equation, rows))
      return;
    for (std::size_t column = 0; column < columns_; ++column) {
      const Side whole = side_of(rows, equation.whole, column);
      const Side parts = side_of(rows, equation.parts, column);
      if (whole.sum == parts.sum || is_told(equation, column, rows))
        continue;
      verdict.hits.push_back(hit_at("down", rows.at(equation.whole.front()).at,
                                    joined(equation.whole), whole, parts, column));
    }
  }

  static bool is_told(const Equation& equation, std::size_t column, const Rows& rows) {
    const auto is_wrong = [&](const std::string& name) {
      return rows.wrong.contains({name, column});
    };
    return std::ranges::any_of(equation.whole, is_wrong) ||
           std::ranges::any_of(equation.parts, is_wrong);
  }

  bool is_optional(const std::string& name) const {
    return std::ranges::find(optional_, name) != optional_.end();
  }

  /// A row without a known label among those of the equation could be an optional part.
  bool holds_nameless(const Equation& equation, const Rows& rows) const {
    const auto optional = [&](const std::string& name) { return is_optional(name); };
    if (std::ranges::none_of(equation.parts, optional))
      return false;
    TextSpan around = rows.at(equation.whole.front()).at;
    for (const auto* side : {&equation.whole, &equation.parts}) {
      for (const std::string& name : *side) {
        if (!rows.has(name))
          continue;
        around.begin = std::min(around.begin, rows.at(name).at.begin);
        around.end = std::max(around.end, rows.at(name).at.end);
      }
    }
    return std::ranges::any_of(rows.nameless,
                               [&](TextSpan nameless) { return around.contains(nameless); });
  }

  /// An optional row without numbers is not there; any other row without them was not read.
  bool is_missing(const std::string& name, const Rows& rows) const {
    if (rows.has(name))
      return false;
    return !is_optional(name) || rows.broken.contains(name);
  }

  std::string unread(const Rows& rows) const {
    std::string names;
    for (const Label& label : labels_) {
      if (is_missing(label.name, rows))
        names += (names.empty() ? "" : "、") + label.name;
    }
    return names;
  }

  std::vector<std::string> scopes_;
  std::size_t columns_, group_;
  std::vector<std::string> optional_;
  std::vector<Label> labels_;
  std::vector<Equation> equations_;
};

}  // namespace

std::unique_ptr<const Check> compile_rows(const rules::Rule& rule, const rules::Pack& pack,
                                          DiagnosticSink& sink) {
  return std::make_unique<RowsCheck>(rule, pack, sink);
}

}  // namespace plumbline::checks
