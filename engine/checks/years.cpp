#include "engine/checks/years.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "engine/checks/locale_reasons.h"
#include "engine/checks/pattern_list.h"
#include "engine/checks/scope.h"
#include "engine/rules/fact_pattern.h"

namespace plumbline::checks {
namespace {

constexpr std::string_view kHeadings = "headings-1";

/// A place where the report's own year stands.
struct Source {
  std::string scope;
  std::vector<pattern::Pattern> match;
  bool whole = false;  ///< the hit is the whole heading, not the words
  std::vector<std::string> skip_elements;
  std::vector<pattern::Pattern> except;
};

int year_in(std::string_view text, const pattern::Match& match) {
  if (match.groups.empty() || !is_set(match.groups[0]))
    return 0;
  const std::string_view words = text.substr(match.groups[0].begin, match.groups[0].size());
  int year = 0;
  std::from_chars(words.data(), words.data() + words.size(), year);
  return year;
}

TextSpan span_of(const document::Heading& heading) {
  return {heading.mark.empty() ? heading.text.begin : heading.mark.begin, heading.text.end};
}

class YearsCheck : public Check {
 public:
  YearsCheck(const rules::Rule& rule, const rules::Pack& pack, DiagnosticSink& sink)
      : except_(rules::compile_fixed_patterns(rule.body.find("except"), pack, sink)) {
    if (const rules::Node* sources = rule.body.find("sources")) {
      for (const rules::Node& source : sources->items)
        sources_.push_back({rules::string_at(source, "scope"),
                            rules::compile_fixed_patterns(source.find("match"), pack, sink),
                            rules::bool_at(source, "whole"),
                            rules::strings_at(source, "skip_elements"),
                            rules::compile_fixed_patterns(source.find("except"), pack, sink)});
    }
  }

  Verdict run(const Context& context) const override {
    if (context.document.facts().year() == 0)
      return {Outcome::kNeedsReview, std::string(reasons::kNoReportYear), {}};
    Verdict verdict;
    for (const Source& source : sources_) {
      for (const TextSpan place : places(source, context)) look_at(source, place, context, verdict);
    }
    drop_nested(verdict.hits);
    return verdict;
  }

 private:
  static std::vector<TextSpan> places(const Source& source, const Context& context) {
    if (source.scope != kHeadings)
      return spans_of(source.scope, context.document, context.elements);
    std::vector<TextSpan> spans;
    for (const document::Heading& heading : context.document.outline()) {
      if (heading.level == 1)
        spans.push_back(span_of(heading));
    }
    return spans;
  }

  static bool skipped(const Source& source, TextSpan place, const Context& context) {
    for (const elements::Element& element : context.elements) {
      const auto& skip = source.skip_elements;
      if (std::find(skip.begin(), skip.end(), element.definition->id) == skip.end())
        continue;
      if (std::any_of(element.spans.begin(), element.spans.end(),
                      [&](TextSpan span) { return span.contains(place); }))
        return true;
    }
    return false;
  }

  void look_at(const Source& source, TextSpan place, const Context& context,
               Verdict& verdict) const {
    if (skipped(source, place, context))
      return;
    const std::string_view text = context.document.text().view();
    std::vector<pattern::Pattern> except = except_;
    except.insert(except.end(), source.except.begin(), source.except.end());
    const std::vector<TextSpan> hidden = all_matches(except, context.document.indexed(), place);
    const int expected = context.document.facts().year();
    for (const pattern::Pattern& pattern : source.match) {
      pattern.each(context.document.indexed(), place, [&](const pattern::Match& match) {
        const int year = year_in(text, match);
        if (year != 0 && year != expected && !overlaps_any(match.groups[0], hidden))
          verdict.hits.push_back(hit(source.whole ? place : match.span, year, expected));
        return true;
      });
    }
  }

  static Hit hit(TextSpan at, int year, int expected) {
    Hit hit{.state = "differs", .at = at};
    hit.values["year"] = std::to_string(year);
    hit.values["report_year"] = std::to_string(expected);
    return hit;
  }

  /// One fault, one finding: of hits that overlap the first stays. In the order of the text.
  static void drop_nested(std::vector<Hit>& hits) {
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Hit& a, const Hit& b) { return a.at.begin < b.at.begin; });
    std::vector<Hit> kept;
    for (Hit& hit : hits) {
      if (kept.empty() || !kept.back().at.overlaps(hit.at))
        kept.push_back(std::move(hit));
    }
    hits = std::move(kept);
  }

  std::vector<Source> sources_;
  std::vector<pattern::Pattern> except_;
};

}  // namespace

std::unique_ptr<const Check> compile_years(const rules::Rule& rule, const rules::Pack& pack,
                                           DiagnosticSink& sink) {
  return std::make_unique<YearsCheck>(rule, pack, sink);
}

}  // namespace plumbline::checks
