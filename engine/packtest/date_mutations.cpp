#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "engine/checks/relative_day.h"
#include "engine/checks/scope.h"
#include "engine/packtest/messages.h"
#include "engine/packtest/mutation.h"
#include "engine/rules/fact_pattern.h"

namespace plumbline::packtest {
namespace {

using document::Date;

std::string plain(const Date& day) {
  return std::to_string(day.year) + "年" + std::to_string(day.month) + "月" +
         std::to_string(day.day) + "日";
}

Date next_day(Date day) {
  if (++day.day > checks::last_day_of_month(day.year, day.month))
    day = {day.year, day.month + 1, 1};
  return day.month > 12 ? Date{day.year + 1, 1, 1} : day;
}

Date day_before(Date day) {
  if (--day.day > 0)
    return day;
  day = day.month == 1 ? Date{day.year - 1, 12, 31} : Date{day.year, day.month - 1, 1};
  day.day = checks::last_day_of_month(day.year, day.month);
  return day;
}

class Dates {
 public:
  Dates(const rules::Pack& pack, const Sample& sample, Mutations& all)
      : pack_(pack), sample_(sample), document_(sample.subject.document), all_(all) {
    for (const std::string_view kind : {"dates", "future", "periods"}) {
      for (const rules::Rule* rule : rules_of_kind(pack_, kind)) with_date_.push_back(rule->id);
    }
    with_year_ = rules_that_name(pack_, {"report_year"});
    with_year_.insert(with_year_.end(), with_date_.begin(), with_date_.end());
    for (const rules::Rule* rule : rules_of_kind(pack_, "years")) with_year_.push_back(rule->id);
  }

  void run() {
    for (const rules::Rule* rule : rules_of_kind(pack_, "years")) years_of(*rule);
    if (!document_.facts().date)
      return;
    for (const rules::Rule* rule : rules_of_kind(pack_, "dates")) date_of(*rule);
  }

 private:
  int year() const { return document_.facts().year(); }

  void add(Message name, TextSpan span, std::string words, const rules::Rule& rule,
           const std::vector<std::string>& may) {
    const RawSpan place = raw_of(sample_, span);
    all_.push_back({std::move(name),
                    {{place.begin, place.end, std::move(words)}},
                    {rule.id},
                    may,
                    sample_.name,
                    line_of(sample_, place.begin)});
  }

  std::vector<TextSpan> places(const std::string& scope) const {
    if (scope != "headings-1")
      return checks::spans_of(scope, document_, sample_.subject.elements);
    std::vector<TextSpan> spans;
    for (const document::Heading& heading : document_.outline()) {
      if (heading.level == 1)
        spans.push_back({heading.mark.begin, heading.text.end});
    }
    return spans;
  }

  /// Each year that the rule compares, and the one that tells the report year.
  void years_of(const rules::Rule& rule) {
    if (year() == 0)
      return;
    DiagnosticSink sink;
    std::set<TextSpan> found;
    for (const rules::Node* source : rules::nodes_of(rule.body.find("sources"))) {
      const auto patterns = rules::compile_fixed_patterns(source->find("match"), pack_, sink);
      for (const TextSpan place : places(rules::string_at(*source, "scope"))) {
        for (const pattern::Pattern& one : patterns)
          one.each(document_.text().view(), place, [&](const pattern::Match& match) {
            if (!match.groups.empty() && match.groups[0].begin != std::string_view::npos &&
                document_.text().view(match.groups[0]) == std::to_string(year()))
              found.insert(match.groups[0]);
            return true;
          });
      }
    }
    if (document_.facts().report_year && document_.facts().report_year->at.size() == 4)
      found.insert(document_.facts().report_year->at);
    for (const TextSpan place : found)
      add(words::kYear, place, std::to_string(year() - 1), rule, with_year_);
  }

  void put_date(Message what, std::string words, const rules::Rule& rule) {
    add(std::move(what), document_.facts().date->fact.at, std::move(words), rule, with_date_);
  }

  void date_of(const rules::Rule& rule) {
    const Date day = document_.facts().date->day;
    const std::string test = rules::string_at(rule.body, "test");
    if (test == "exists")
      put_date(words::kNoSuchDay, plain({day.year, 2, 30}), rule);
    if (test == "form")
      form_of(day, rule);
    if (test == "range" && year() != 0)
      range_of(rule);
    if (test == "deadline" && year() != 0)
      deadline_of(rule);
    if (test == "number-year")
      number_of(rule);
  }

  void form_of(const Date& day, const rules::Rule& rule) {
    const std::string y = std::to_string(day.year), m = std::to_string(day.month),
                      d = std::to_string(day.day);
    if (day.month < 10)
      put_date(words::kPadded, y + "年0" + m + "月" + d + "日", rule);
    put_date(words::kDotted, y + "." + m + "." + d, rule);
    put_date(words::kIncomplete, y + "年" + m + "月", rule);
  }

  void range_of(const rules::Rule& rule) {
    for (const rules::Node* period : rules::nodes_of(rule.body.find("periods"))) {
      const auto from = checks::parse_relative_day(rules::string_at(*period, "from"));
      const auto before = checks::parse_relative_day(rules::string_at(*period, "before"));
      const std::string state = rules::string_at(*period, "state");
      if (from)
        put_date({words::kDateState, {state}}, plain(from->in(year())), rule);
      else if (before)
        put_date({words::kDateState, {state}}, plain(day_before(before->in(year()))), rule);
    }
  }

  void deadline_of(const rules::Rule& rule) {
    const rules::Node* days = rule.body.find("deadlines");
    const auto deadline =
        days == nullptr
            ? std::nullopt
            : checks::parse_relative_day(rules::string_at(*days, sample_.subject.reporter));
    if (!deadline)
      return;
    put_date(words::kOnDeadline, plain(deadline->in(year())), rule);
    put_date(words::kAfterDeadline, plain(next_day(deadline->in(year()))), rule);
  }

  void number_of(const rules::Rule& rule) {
    const auto& number = document_.facts().document_number;
    const std::string own = std::to_string(document_.facts().date->day.year);
    if (!number)
      return;
    const std::size_t at = document_.text().view(number->at).find(own);
    if (at == std::string_view::npos)
      return;
    const std::size_t begin = number->at.begin + at;
    add(words::kYearOfNumber, {begin, begin + own.size()},
        std::to_string(document_.facts().date->day.year - 1), rule, {});
  }

  const rules::Pack& pack_;
  const Sample& sample_;
  const document::Document& document_;
  Mutations& all_;
  std::vector<std::string> with_date_, with_year_;
};

}  // namespace

void add_date_mutations(const rules::Pack& pack, const Sample& sample, Mutations& all) {
  Dates(pack, sample, all).run();
}

}  // namespace plumbline::packtest
