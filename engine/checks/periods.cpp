#include "engine/checks/periods.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "engine/checks/locale_reasons.h"
#include "engine/checks/locale_traces.h"
#include "engine/checks/patterns.h"
#include "engine/checks/period_table.h"
#include "engine/checks/prose.h"
#include "engine/checks/scope.h"

namespace plumbline::checks {
namespace {

constexpr std::string_view kEarly = "early", kLate = "late", kWrong = "wrong";

/// One document as the table sees it.
struct Reading {
  std::string_view text;
  pattern::IndexedText indexed;
  int year = 0;                        ///< report year, known
  std::optional<document::Date> date;  ///< only a date that can be right
  std::vector<TextSpan> plan_element;
  DatedPatterns past, past_recent, plan, awaited;
};

/// A date before the report year is itself a fault; it must not set off a second one.
std::optional<document::Date> sound_date(const document::Facts& facts) {
  if (!facts.date || !facts.date->day.exists() || facts.date->day.year < facts.year())
    return std::nullopt;
  return facts.date->day;
}

std::optional<int> year_beside(std::string_view text, const pattern::Match& match) {
  if (match.groups.empty() || match.groups[0].begin == std::string_view::npos)
    return std::nullopt;
  int year = 0;
  std::from_chars(text.data() + match.groups[0].begin, text.data() + match.groups[0].end, year);
  return year;
}

class Periods : public Check {
 public:
  Periods(const rules::Rule& rule, const rules::Pack& pack, DiagnosticSink& sink)
      : scopes_(scopes_at(rule.body)),
        plan_element_(rules::string_at(rule.body, "plan_element")),
        past_(patterns_at(rule.body, "past", pack, sink)),
        past_recent_(patterns_at(rule.body, "past_recent", pack, sink)),
        plan_(patterns_at(rule.body, "plan", pack, sink)),
        awaited_(patterns_at(rule.body, "awaited", pack, sink)) {
    if (const rules::Node* table = rule.body.find("table"))
      periods_ = read_periods(*table, pack, sink);
  }

  Verdict run(const Context& context) const override {
    const document::Facts& facts = context.document.facts();
    const Reading reading{context.document.text().view(),
                          context.document.indexed(),
                          facts.year(),
                          sound_date(facts),
                          plan_element_.empty() ? std::vector<TextSpan>()
                                                : spans_of("element:" + plan_element_,
                                                           context.document, context.elements),
                          DatedPatterns(past_, facts.year()),
                          DatedPatterns(past_recent_, facts.year()),
                          DatedPatterns(plan_, facts.year()),
                          DatedPatterns(awaited_, facts.year())};
    Verdict verdict;
    bool named = false;
    for (const TextSpan span : spans_of(scopes_, context.document, context.elements)) {
      for (const Period& period : periods_)
        named = read(period, span, reading, context.trace, verdict) || named;
    }
    std::ranges::stable_sort(verdict.hits, {}, [](const Hit& hit) { return hit.at.begin; });
    if (named && reading.year == 0)
      return {Outcome::kNeedsReview, std::string(reasons::kNoYearForPeriods), {}};
    return verdict;
  }

 private:
  /// True where the term is named at all.
  static bool read(const Period& period, TextSpan span, const Reading& reading, Trace* trace,
                   Verdict& verdict) {
    bool named = false;
    period.match.each(reading.indexed, span, [&](const pattern::Match& match) {
      named = true;
      const std::string_view state = reading.year == 0 ? "" : judge(period, match, reading);
      if (!state.empty())
        verdict.hits.push_back(hit(period, match.span, std::string(state)));
      if (trace != nullptr)
        trace->add(std::string(reading.text.substr(match.span.begin, match.span.size())) + "（" +
                   period.label + "）：" + std::string(state.empty() ? traces::kNoDoubt : state));
      return true;
    });
    return named;
  }

  static std::string_view judge(const Period& period, const pattern::Match& match,
                                const Reading& reading) {
    if (period.kind == PeriodKind::kNever)
      return kWrong;
    if (period.kind == PeriodKind::kYear)
      return judge_year(period, match, reading);
    if (reading.year < first_year(period) && !known_by_then(period, reading) &&
        !looks_ahead(period, match.span, reading))
      return kEarly;
    if (reading.year > period.to && !looks_back(period, match.span, reading))
      return kLate;
    return {};
  }

  /// Without a year beside it the term may be said of the report year or of the next.
  static std::string_view judge_year(const Period& period, const pattern::Match& match,
                                     const Reading& reading) {
    if (const auto year = year_beside(reading.text, match))
      return period.holds(*year) ? std::string_view() : kWrong;
    if (period.holds(reading.year) || period.holds(reading.year + 1) ||
        looks_back(period, match.span, reading))
      return {};
    return kWrong;
  }

  /// Report year from which on the name is known.
  static int first_year(const Period& period) {
    const bool meeting = period.kind == PeriodKind::kEvent && period.published;
    return meeting ? period.published->year : period.from;
  }

  static bool known_by_then(const Period& period, const Reading& reading) {
    return period.published && reading.date && *period.published <= *reading.date;
  }

  /// A plan may name what begins in its year. The spirit of a meeting is known once it was held:
  /// where the day of the text is known, before that it can only be awaited.
  static bool looks_ahead(const Period& period, TextSpan at, const Reading& reading) {
    if (period.kind == PeriodKind::kEvent) {
      if (reading.awaited.found_in(reading.indexed, sentence_around(reading.text, at)))
        return true;
      if (reading.date && period.published)
        return false;
    }
    return (first_year(period) <= reading.year + 1 && inside(reading.plan_element, at)) ||
           reading.plan.found_in(reading.indexed, sentence_around(reading.text, at));
  }

  static bool looks_back(const Period& period, TextSpan at, const Reading& reading) {
    constexpr int kRecent = 2;  // years behind the end of a plan
    const TextSpan sentence = sentence_around(reading.text, at);
    return reading.past.found_in(reading.indexed, sentence) ||
           (reading.year <= period.to + kRecent &&
            reading.past_recent.found_in(reading.indexed, sentence)) ||
           (period.needs && period.needs->find(reading.indexed, {0, reading.text.size()}));
  }

  static Hit hit(const Period& period, TextSpan at, std::string state) {
    Hit hit;
    hit.state = std::move(state);
    hit.at = at;
    hit.values["label"] = period.label;
    hit.values["from"] = std::to_string(period.from);
    hit.values["to"] = std::to_string(period.to);
    hit.values["published"] = period.published_text;
    return hit;
  }

  std::vector<std::string> scopes_;
  std::string plan_element_;
  Patterns past_, past_recent_, plan_, awaited_;
  std::vector<Period> periods_;
};

}  // namespace

std::unique_ptr<const Check> compile_periods(const rules::Rule& rule, const rules::Pack& pack,
                                             DiagnosticSink& sink) {
  return std::make_unique<Periods>(rule, pack, sink);
}

}  // namespace plumbline::checks
