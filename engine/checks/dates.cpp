#include "engine/checks/dates.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/checks/locale_reasons.h"
#include "engine/checks/messages.h"
#include "engine/checks/patterns.h"
#include "engine/checks/relative_day.h"
#include "engine/checks/repair.h"
#include "engine/rules/source_file.h"

namespace plumbline::checks {
namespace {

using document::Date;
using document::DateFact;

Verdict not_applicable(std::string_view reason) {
  return {Outcome::kNotApplicable, std::string(reason), {}};
}

Verdict one_hit(std::string state, TextSpan at,
                std::map<std::string, std::string, std::less<>> values) {
  Verdict verdict;
  verdict.hits.push_back(Hit{.state = std::move(state), .at = at, .values = std::move(values)});
  return verdict;
}

/// What every test has in common: without a date there is nothing to test.
class DateCheck : public Check {
 public:
  Verdict run(const Context& context) const final {
    const std::optional<DateFact>& date = context.document.facts().date;
    return date ? test(*date, context) : not_applicable(reasons::kNoDate);
  }

 private:
  virtual Verdict test(const DateFact& date, const Context& context) const = 0;
};

class Exists : public DateCheck {
  Verdict test(const DateFact& date, const Context&) const override {
    if (date.form == "incomplete")
      return not_applicable(reasons::kIncompleteDate);
    if (date.day.exists())
      return {};
    return one_hit("invalid", date.fact.at, {{"date", date.fact.value}});
  }
};

class Form : public DateCheck {
 public:
  Form(std::vector<std::string> forms, std::vector<std::string> fix)
      : forms_(std::move(forms)), fix_(std::move(fix)) {}

 private:
  Verdict test(const DateFact& date, const Context& context) const override {
    if (date.fact.source == "metadata")
      return not_applicable(reasons::kMetadataDate);
    if (std::find(forms_.begin(), forms_.end(), date.form) != forms_.end())
      return {};
    const Date& day = date.day;
    Verdict verdict = one_hit(date.form, date.fact.at,
                              {{"year", std::to_string(day.year)},
                               {"month", std::to_string(day.month)},
                               {"day", std::to_string(day.day)}});
    if (day.exists() && std::find(fix_.begin(), fix_.end(), date.form) != fix_.end())
      verdict.hits.front().edits =
          edits_to(context.document.text().view(), date.fact.at, written(day));
    return verdict;
  }

  static std::string written(const Date& day) {
    return std::to_string(day.year) + "年" + std::to_string(day.month) + "月" +
           std::to_string(day.day) + "日";
  }

  std::vector<std::string> forms_, fix_;
};

struct Period {
  std::string state;
  std::optional<RelativeDay> from, before;
};

class Range : public DateCheck {
 public:
  explicit Range(std::vector<Period> periods) : periods_(std::move(periods)) {}

 private:
  Verdict test(const DateFact& date, const Context& context) const override {
    const int year = context.document.facts().year();
    if (year == 0)
      return {Outcome::kNeedsReview, std::string(reasons::kNoReportYear), {}};
    for (const Period& period : periods_) {
      if ((!period.from || date.day >= period.from->in(year)) &&
          (!period.before || date.day < period.before->in(year)))
        return one_hit(period.state, date.fact.at, {});
    }
    return {};
  }

  std::vector<Period> periods_;
};

using DayByReporter = std::map<std::string, RelativeDay, std::less<>>;

/// A text that makes a report public bears the day on which it does, not the report's own.
struct Publication {
  Patterns words;  ///< what such a text says in front of its first heading
  std::optional<RelativeDay> deadline;
};

struct Deadlines {
  DayByReporter binding, practice;
  std::optional<RelativeDay> until;
  Publication publication;
};

class Deadline : public DateCheck {
 public:
  explicit Deadline(Deadlines days) : days_(std::move(days)) {}

 private:
  Verdict test(const DateFact& date, const Context& context) const override {
    const int year = context.document.facts().year();
    if (year == 0)
      return {Outcome::kNeedsReview, std::string(reasons::kNoReportYear), {}};
    if (!date.day.exists())
      return not_applicable(reasons::kNoSuchDay);
    if (days_.until && date.day >= days_.until->in(year))
      return not_applicable(reasons::kDateOutOfRange);
    if (context.reporter.empty())
      return {Outcome::kNeedsReview, std::string(reasons::kNoReporter), {}};
    if (const auto day = days_.binding.find(context.reporter); day != days_.binding.end()) {
      if (days_.publication.deadline && publishes(context.document))
        return compare(date, days_.publication.deadline->in(year), "published-late", "on-day");
      return compare(date, day->second.in(year), "late", "on-day");
    }
    if (const auto day = days_.practice.find(context.reporter); day != days_.practice.end())
      return compare(date, day->second.in(year), "practice", "");
    return not_applicable(reasons::kNoDeadline);
  }

  bool publishes(const document::Document& document) const {
    const auto& outline = document.outline();
    const std::string_view text = document.text().view();
    const std::size_t front = outline.empty() ? text.size() : outline.front().section.begin;
    return DatedPatterns(days_.publication.words, document.facts().year())
        .found_in(text.substr(0, front));
  }

  static Verdict compare(const DateFact& date, const Date& deadline, const char* late,
                         std::string on_day) {
    const std::map<std::string, std::string, std::less<>> values = {{"deadline", deadline.iso()}};
    if (date.day > deadline)
      return one_hit(late, date.fact.at, values);
    if (date.day == deadline && !on_day.empty())
      return one_hit(std::move(on_day), date.fact.at, values);
    return {};
  }

  Deadlines days_;
};

/// The first four digits in a row that are a year.
int year_of_number(std::string_view number) {
  for (std::size_t i = 0; i + 4 <= number.size(); ++i) {
    int year = 0;
    const char* begin = number.data() + i;
    const auto [end, error] = std::from_chars(begin, begin + 4, year);
    if (error == std::errc() && end == begin + 4 && year >= 1900 && year < 2100)
      return year;
  }
  return 0;
}

class NumberYear : public DateCheck {
  Verdict test(const DateFact& date, const Context& context) const override {
    const auto& number = context.document.facts().document_number;
    if (!number)
      return not_applicable(reasons::kNoNumber);
    const int year = year_of_number(number->value);
    if (year == 0)
      return not_applicable(reasons::kNoYearInNumber);
    if (year == date.day.year)
      return {};
    return one_hit(
        "differs", number->at,
        {{"number_year", std::to_string(year)}, {"year", std::to_string(date.day.year)}});
  }
};

/// "Y+1-03-01" under a key; reported and nullopt where it is something else.
std::optional<RelativeDay> day_at(const rules::Node& node, std::string_view key,
                                  DiagnosticSink& sink) {
  const rules::Node* value = node.find(key);
  if (!value)
    return std::nullopt;
  std::optional<RelativeDay> day = parse_relative_day(value->scalar);
  if (!day)
    sink.add(rules::diagnostic_at(*value, {words::kNoDay, {value->scalar}}));
  return day;
}

DayByReporter days_at(const rules::Node& body, std::string_view key, DiagnosticSink& sink) {
  DayByReporter days;
  if (const rules::Node* map = body.find(key)) {
    for (const rules::Node::Entry& entry : map->entries) {
      if (const auto day = day_at(*map, entry.key, sink))
        days[entry.key] = *day;
    }
  }
  return days;
}

std::vector<Period> periods_at(const rules::Node& body, DiagnosticSink& sink) {
  std::vector<Period> periods;
  if (const rules::Node* list = body.find("periods")) {
    for (const rules::Node& item : list->items)
      periods.push_back({rules::string_at(item, "state"), day_at(item, "from", sink),
                         day_at(item, "before", sink)});
  }
  return periods;
}

}  // namespace

std::unique_ptr<const Check> compile_dates(const rules::Rule& rule, const rules::Pack& pack,
                                           DiagnosticSink& sink) {
  const rules::Node& body = rule.body;
  const std::string test = rules::string_at(body, "test");
  if (test == "exists")
    return std::make_unique<Exists>();
  if (test == "form")
    return std::make_unique<Form>(rules::strings_at(body, "forms"), rules::strings_at(body, "fix"));
  if (test == "range")
    return std::make_unique<Range>(periods_at(body, sink));
  if (test == "deadline")
    return std::make_unique<Deadline>(
        Deadlines{days_at(body, "deadlines", sink),
                  days_at(body, "practice", sink),
                  day_at(body, "until", sink),
                  {patterns_at(body, "published", pack, sink), day_at(body, "publication", sink)}});
  return std::make_unique<NumberYear>();
}

}  // namespace plumbline::checks
