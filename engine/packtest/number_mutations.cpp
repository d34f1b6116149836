#include <algorithm>
#include <charconv>
#include <set>
#include <string_view>

#include "engine/base/utf8.h"
#include "engine/checks/number_rows.h"
#include "engine/checks/pattern_list.h"
#include "engine/checks/scope.h"
#include "engine/packtest/messages.h"
#include "engine/packtest/mutation.h"
#include "engine/rules/fact_pattern.h"

namespace plumbline::packtest {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A whole number and the character behind it, which tells what is counted.
struct Count {
  TextSpan at;
  long long value = 0;
  std::string_view unit;
};

class Numbers {
 public:
  Numbers(const rules::Pack& pack, const Sample& sample, Mutations& all)
      : pack_(pack), sample_(sample), text_(sample.subject.document.text().view()), all_(all) {}

  void run() {
    for (const rules::Rule* rule : rules_of_kind(pack_, "sums")) sums_of(*rule);
    rows();
    for (const rules::Rule* rule : rules_of_kind(pack_, "percent")) rates_of(*rule);
    for (const rules::Rule* rule : rules_of_kind(pack_, "future")) promises_of(*rule);
  }

 private:
  std::vector<TextSpan> scope_of(const rules::Rule& rule) const {
    return checks::spans_of(checks::scopes_at(rule.body), sample_.subject.document,
                            sample_.subject.elements);
  }

  std::vector<pattern::Pattern> patterns(const rules::Node* node) const {
    DiagnosticSink sink;  // the pack has been compiled before
    return rules::compile_fixed_patterns(node, pack_, sink);
  }

  void add(const Form& what, TextSpan span, std::string words, std::vector<std::string> must,
           std::vector<std::string> may = {}) {
    const RawSpan place = raw_of(sample_, span);
    all_.push_back({{what, {std::string(text_.substr(span.begin, span.size()))}},
                    {{place.begin, place.end, std::move(words)}},
                    std::move(must),
                    std::move(may),
                    sample_.name,
                    line_of(sample_, place.begin)});
  }

  long long value_at(TextSpan span) const {
    long long value = 0;
    std::from_chars(text_.data() + span.begin, text_.data() + span.end, value);
    return value;
  }

  std::vector<TextSpan> numbers_in(TextSpan span) const {
    constexpr std::size_t kMost = 9;  // digits, as checks read them
    std::vector<TextSpan> numbers;
    for (std::size_t at = span.begin; at < span.end; ++at) {
      if (!is_digit(text_[at]))
        continue;
      std::size_t end = at;
      while (end < span.end && is_digit(text_[end])) ++end;
      if (end - at <= kMost)
        numbers.push_back({at, end});
      at = end;
    }
    return numbers;
  }

  /// Runs of numbers in one sentence of which the first is the sum of the others, all of the same
  /// unit: each part made larger by one, the whole smaller, so that nothing can be left to a rest.
  void sums_of(const rules::Rule& rule) {
    for (const TextSpan span : scope_of(rule)) {
      for (const std::vector<Count>& sentence : sentences(span)) {
        for (std::size_t i = 0; i < sentence.size(); ++i) sum_at(sentence, i, rule);
      }
    }
  }

  std::vector<std::vector<Count>> sentences(TextSpan span) const {
    constexpr std::string_view kStop = "。";
    std::vector<std::vector<Count>> all(1);
    std::size_t last = span.begin;
    for (const TextSpan at : numbers_in(span)) {
      const std::string_view between = text_.substr(last, at.begin - last);
      if (between.find(kStop) != std::string_view::npos || between.find('\n') != between.npos)
        all.emplace_back();
      last = at.end;
      if (at.end < span.end)
        all.back().push_back(
            {at, value_at(at), text_.substr(at.end, decode_utf8(text_, at.end).end - at.end)});
    }
    return all;
  }

  void sum_at(const std::vector<Count>& sentence, std::size_t first, const rules::Rule& rule) {
    const Count& whole = sentence[first];
    long long sum = 0;
    for (std::size_t i = first + 1; i < sentence.size() && sum < whole.value; ++i) {
      if (sentence[i].unit != whole.unit)
        return;
      sum += sentence[i].value;
      if (sum != whole.value || i < first + 2)
        continue;
      add(words::kSum, whole.at, std::to_string(whole.value - 1), {rule.id});
      for (std::size_t part = first + 1; part <= i; ++part)
        add(words::kPart, sentence[part].at, std::to_string(sentence[part].value + 1), {rule.id});
    }
  }

  /// Each cell of each row of a table whose numbers add up across, larger by one.
  void rows() {
    std::vector<std::string> must;
    std::set<TextSpan> cells;
    for (const rules::Rule* rule : rules_of_kind(pack_, "rows")) {
      must.push_back(rule->id);
      if (rules::int_at(rule->body, "group") == 0)
        continue;
      for (const TextSpan row : rows_of(*rule)) {
        for (const TextSpan cell : numbers_in(row)) cells.insert(cell);
      }
    }
    for (const TextSpan cell : cells)
      add(words::kCell, cell, std::to_string(value_at(cell) + 1), must);
  }

  /// The rows that stand behind one of the rule's labels.
  std::vector<TextSpan> rows_of(const rules::Rule& rule) const {
    const auto columns = static_cast<std::size_t>(rules::int_at(rule.body, "columns"));
    std::vector<pattern::Pattern> labels;
    for (const rules::Node::Entry& label : rule.body.find("rows")->entries)
      std::ranges::move(patterns(&label.value), std::back_inserter(labels));
    std::vector<TextSpan> found;
    for (const TextSpan span : scope_of(rule)) {
      std::size_t last = span.begin;
      for (const checks::NumberRow& row : checks::number_rows(text_, span, columns)) {
        if (row.numbers.size() == columns &&
            !checks::all_matches(labels, {text_}, {last, row.at.begin}).empty())
          found.push_back(row.at);
        last = row.at.end;
      }
    }
    return found;
  }

  /// Each rate that the rule reads, made more than all.
  void rates_of(const rules::Rule& rule) {
    const auto allow = patterns(rule.body.find("allow"));
    const int over = rules::int_at(rule.body, "over", 100);
    for (const pattern::Pattern& rate : patterns(rule.body.find("match"))) {
      for (const TextSpan span : scope_of(rule)) {
        rate.each(text_, span, [&](const pattern::Match& match) {
          const std::string_view words = text_.substr(match.span.begin, match.span.size());
          if (!match.groups.empty() && checks::is_set(match.groups.back()) &&
              !checks::any_found(allow, words))
            add(words::kRate, match.groups.back(), std::to_string(over + 3), {rule.id});
          return true;
        });
      }
    }
  }

  /// Each promise with a year, put two years earlier: long before any date of a report on it.
  void promises_of(const rules::Rule& rule) {
    const auto except = patterns(rule.body.find("except"));
    std::set<TextSpan> years;
    for (const TextSpan span : scope_of(rule)) {
      const std::vector<TextSpan> hidden = checks::all_matches(except, {text_}, span);
      for (const pattern::Pattern& promise : patterns(rule.body.find("promise")))
        promise.each(text_, span, [&](const pattern::Match& match) {
          if (!match.groups.empty() && checks::is_set(match.groups.front()) &&
              !checks::overlaps_any(match.span, hidden))
            years.insert(match.groups.front());
          return true;
        });
    }
    for (const TextSpan year : years)
      add(words::kPromisedYear, year, std::to_string(value_at(year) - 2), {rule.id},
          rules_that_name(pack_, {"report_year"}));
  }

  const rules::Pack& pack_;
  const Sample& sample_;
  const std::string_view text_;
  Mutations& all_;
};

}  // namespace

void add_number_mutations(const rules::Pack& pack, const Sample& sample, Mutations& all) {
  Numbers(pack, sample, all).run();
}

}  // namespace plumbline::packtest
