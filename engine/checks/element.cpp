#include "engine/checks/element.h"

#include <algorithm>
#include <string>

#include "engine/checks/locale_reasons.h"

namespace plumbline::checks {
namespace {

/// Where one severity stands for all states only the absence counts; else the engine drops a state
/// that neither the rule nor the profile gives a severity.
bool reports(const rules::Rule& rule, std::string_view state) {
  return state == "absent" || !rule.severity.contains("");
}

TextSpan heading_span(const document::Document& document, std::size_t index) {
  if (index == document::kNone)
    return {};
  const document::Heading& heading = document.outline()[index];
  return {heading.mark.empty() ? heading.text.begin : heading.mark.begin, heading.text.end};
}

/// Heading of the element that this one is looked for in (problems for problem-causes).
TextSpan outer_heading(const Context& context, const elements::Element& element) {
  for (const elements::Element& other : context.elements) {
    if (other.definition->id == element.definition->within)
      return other.heading == document::kNone ? other.at
                                              : heading_span(context.document, other.heading);
  }
  return {};
}

/// The absent element that this one is looked for in: its absence is counted there.
const elements::Element* missing_outer(const Context& context, const elements::Element& element) {
  const auto outer =
      std::find_if(context.elements.begin(), context.elements.end(), [&](const auto& other) {
        return other.definition->id == element.definition->within &&
               other.state == elements::State::kAbsent;
      });
  return outer == context.elements.end() ? nullptr : &*outer;
}

class ElementCheck : public Check {
 public:
  ElementCheck(std::string element, std::string message_near)
      : element_(std::move(element)), message_near_(std::move(message_near)) {}

  Verdict run(const Context& context) const override {
    const auto element =
        std::find_if(context.elements.begin(), context.elements.end(),
                     [&](const auto& one) { return one.definition->id == element_; });
    if (element == context.elements.end())
      return {Outcome::kNotApplicable, std::string(reasons::kNoScope), {}};
    if (context.trace)
      context.trace->add(element_ + ": " + std::string(elements::name_of(element->state)) + " " +
                         element->why);
    std::string state(elements::name_of(element->state));
    if (element->state == elements::State::kSection)
      state = element->shared ? "shared" : "";
    Verdict verdict;
    if (const elements::Element* outer = missing_outer(context, *element)) {
      state = "blocked";
      verdict.outcome = Outcome::kBlocked;
      verdict.reason = reasons::counted_at(outer->definition->label);
      if (!context.rule.severity.contains(state))
        return verdict;
    }
    if (!state.empty() && reports(context.rule, state))
      verdict.hits.push_back(hit(context, *element, std::move(state)));
    return verdict;
  }

 private:
  Hit hit(const Context& context, const elements::Element& element, std::string state) const {
    const text::Text& text = context.document.text();
    Hit hit;
    hit.values["label"] = element.definition->label;
    const TextSpan heading = heading_span(context.document, element.heading);
    const TextSpan nearest = heading_span(context.document, element.nearest);
    hit.values["heading"] = text.display(heading);
    hit.values["nearest"] = text.display(nearest);
    if (element.state == elements::State::kAbsent) {
      hit.anchor = nearest.empty() ? outer_heading(context, element) : nearest;
      if (!nearest.empty())
        hit.message = message_near_;
    } else {
      hit.at = heading.empty() ? element.at : heading;
    }
    hit.needs_rest = true;
    hit.state = std::move(state);
    return hit;
  }

  std::string element_;
  std::string message_near_;  ///< of an absence with a nearest miss; empty = the rule's
};

}  // namespace

std::unique_ptr<const Check> compile_element(const rules::Rule& rule, const rules::Pack&,
                                             DiagnosticSink&) {
  return std::make_unique<ElementCheck>(rules::string_at(rule.body, "element"),
                                        rules::string_at(rule.body, "message_near"));
}

}  // namespace plumbline::checks
