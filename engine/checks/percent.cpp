#include "engine/checks/percent.h"

#include <cstdlib>
#include <string>
#include <vector>

#include "engine/checks/locale_reasons.h"
#include "engine/checks/pattern_list.h"
#include "engine/checks/scope.h"
#include "engine/rules/fact_pattern.h"

namespace plumbline::checks {
namespace {

/// "103.6" is over 103: a whole part above the limit, or equal to it with anything behind the
/// point.
bool exceeds(std::string_view number, int limit) {
  const std::string whole(number.substr(0, number.find('.')));
  if (whole.size() > 6)
    return true;
  const int value = std::atoi(whole.c_str());
  if (value != limit || whole.size() == number.size())
    return value > limit;
  return number.find_first_not_of('0', whole.size() + 1) != std::string_view::npos;
}

class PercentCheck : public Check {
 public:
  PercentCheck(const rules::Rule& rule, const rules::Pack& pack, DiagnosticSink& sink)
      : scopes_(scopes_at(rule.body)),
        match_(rules::compile_fixed_patterns(rule.body.find("match"), pack, sink)),
        allow_(rules::compile_fixed_patterns(rule.body.find("allow"), pack, sink)),
        over_(rules::int_at(rule.body, "over", 100)) {}

  Verdict run(const Context& context) const override {
    const auto spans = spans_of(scopes_, context.document, context.elements);
    if (spans.empty())
      return {Outcome::kNotApplicable, std::string(reasons::kNoScope), {}};
    Verdict verdict;
    for (const TextSpan span : spans) {
      for (const pattern::Pattern& pattern : match_) {
        pattern.each(context.document.indexed(), span, [&](const pattern::Match& match) {
          look_at(match, context, verdict);
          return true;
        });
      }
    }
    return verdict;
  }

 private:
  void look_at(const pattern::Match& match, const Context& context, Verdict& verdict) const {
    if (match.groups.empty() || !is_set(match.groups.back()))
      return;
    const text::Text& text = context.document.text();
    const std::string_view number = text.view(match.groups.back());
    if (!exceeds(number, over_))
      return;
    const bool allowed = any_found(allow_, text.view(match.span));
    if (context.trace)
      context.trace->add(std::string(text.view(match.span)) + (allowed ? " - allowed" : ""));
    if (allowed)
      return;
    Hit hit{.state = "found", .at = match.span};
    hit.values["number"] = std::string(number) + "%";
    verdict.hits.push_back(std::move(hit));
  }

  std::vector<std::string> scopes_;
  std::vector<pattern::Pattern> match_, allow_;
  int over_;
};

}  // namespace

std::unique_ptr<const Check> compile_percent(const rules::Rule& rule, const rules::Pack& pack,
                                             DiagnosticSink& sink) {
  return std::make_unique<PercentCheck>(rule, pack, sink);
}

}  // namespace plumbline::checks
