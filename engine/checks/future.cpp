#include "engine/checks/future.h"

#include <charconv>
#include <map>
#include <string>
#include <vector>

#include "engine/checks/characters.h"
#include "engine/checks/locale_reasons.h"
#include "engine/checks/pattern_list.h"
#include "engine/checks/relative_day.h"
#include "engine/checks/scope.h"
#include "engine/rules/fact_pattern.h"

namespace plumbline::checks {
namespace {

using document::Date;

int number_in(std::string_view text, TextSpan group) {
  int value = 0;
  if (is_set(group))
    std::from_chars(text.data() + group.begin, text.data() + group.end, value);
  return value;
}

class FutureCheck : public Check {
 public:
  FutureCheck(const rules::Rule& rule, const rules::Pack& pack, DiagnosticSink& sink)
      : scopes_(scopes_at(rule.body)),
        promise_(rules::compile_fixed_patterns(rule.body.find("promise"), pack, sink)),
        except_(rules::compile_fixed_patterns(rule.body.find("except"), pack, sink)),
        default_years_(rules::int_at(rule.body, "default_years", 1)) {
    days_ = words_at(rule.body, "days");
    months_ = words_at(rule.body, "months");
  }

  Verdict run(const Context& context) const override {
    const document::Facts& facts = context.document.facts();
    if (facts.date && facts.date->day.exists() && facts.year() != 0 &&
        facts.date->day.year > facts.year() + 1)
      return {Outcome::kNotApplicable, std::string(reasons::kDateOutOfRange), {}};
    const std::optional<Date> today = reference_day(context);
    if (!today)
      return {Outcome::kNotApplicable, std::string(reasons::kNoReferenceDay), {}};
    const auto spans = spans_of(scopes_, context.document, context.elements);
    if (spans.empty())
      return {Outcome::kNotApplicable, std::string(reasons::kNoScope), {}};
    Verdict verdict;
    for (const TextSpan span : spans) look_at(span, *today, context, verdict);
    return verdict;
  }

 private:
  using Words = std::map<std::string, int, std::less<>>;  ///< words for a day or a month

  static Words words_at(const rules::Node& body, std::string_view key) {
    Words words;
    if (const rules::Node* node = body.find(key)) {
      for (const rules::Node::Entry& entry : node->entries)
        words[entry.key] = rules::int_at(*node, entry.key);
    }
    return words;
  }

  static std::optional<Date> reference_day(const Context& context) {
    const auto& date = context.document.facts().date;
    if (date && date->day.exists())
      return date->day;
    return date ? std::nullopt : context.as_of;
  }

  void look_at(TextSpan span, const Date& today, const Context& context, Verdict& verdict) const {
    const std::string_view text = context.document.text().view();
    const std::vector<TextSpan> hidden = all_matches(except_, context.document.indexed(), span);
    for (const pattern::Pattern& pattern : promise_) {
      pattern.each(context.document.indexed(), span, [&](const pattern::Match& match) {
        const std::optional<Date> day = promised_day(text, match, context);
        if (!day || !(*day < today) || overlaps_any(match.span, hidden) ||
            overlaps_hit(match.span, verdict))
          return true;
        Hit hit{.state = "past",
                .at = {match.span.begin, std::min(clause_end(text, match.span.end), span.end)}};
        hit.values["promised"] = day->iso();
        hit.values["date"] = today.iso();
        verdict.hits.push_back(std::move(hit));
        return true;
      });
    }
  }

  static bool overlaps_hit(TextSpan span, const Verdict& verdict) {
    return !verdict.hits.empty() && verdict.hits.back().at.overlaps(span);
  }

  /// The last day that the words still allow; nullopt where no year can be told.
  std::optional<Date> promised_day(std::string_view text, const pattern::Match& match,
                                   const Context& context) const {
    if (match.groups.size() < 3)
      return std::nullopt;
    Date day{number_in(text, match.groups[0]), value_of(months_, text, match.groups[1]),
             value_of(days_, text, match.groups[2])};
    const int report_year = context.document.facts().year();
    if (day.year == 0 && report_year != 0)
      day.year = report_year + default_years_;
    if (day.year == 0)
      return std::nullopt;
    if (day.month == 0)
      day.month = 12;
    const int last = last_day_of_month(day.year, day.month);
    if (day.day == 0 || day.day > last)
      day.day = last;
    return day;
  }

  /// A number, or one of the words; 0 = the last month of a year, the last day of a month.
  static int value_of(const Words& words, std::string_view text, TextSpan group) {
    if (!is_set(group))
      return 0;
    const auto word = words.find(text.substr(group.begin, group.size()));
    return word != words.end() ? word->second : number_in(text, group);
  }

  std::vector<std::string> scopes_;
  std::vector<pattern::Pattern> promise_, except_;
  Words days_, months_;
  int default_years_;
};

}  // namespace

std::unique_ptr<const Check> compile_future(const rules::Rule& rule, const rules::Pack& pack,
                                            DiagnosticSink& sink) {
  return std::make_unique<FutureCheck>(rule, pack, sink);
}

}  // namespace plumbline::checks
