#include "engine/checks/items.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "engine/checks/locale_reasons.h"
#include "engine/checks/scope.h"
#include "engine/rules/fact_pattern.h"

namespace plumbline::checks {
namespace {

constexpr std::string_view kBetween = "、";
constexpr std::string_view kElement = "element:";

struct Item {
  std::string name;
  std::vector<rules::FactPattern> match;
};

enum class Evidence { kThere, kMissing, kUndecided };

Evidence evidence_of(const Item& item, const std::vector<TextSpan>& spans, const Context& context) {
  bool undecided = false;
  for (const rules::FactPattern& fact_pattern : item.match) {
    const auto pattern = fact_pattern.for_year(context.document.facts().year());
    undecided = undecided || !pattern;
    for (const TextSpan span : spans) {
      if (pattern && pattern->find(context.document.indexed(), span))
        return Evidence::kThere;
    }
  }
  return undecided ? Evidence::kUndecided : Evidence::kMissing;
}

class ItemsCheck : public Check {
 public:
  ItemsCheck(const rules::Rule& rule, const rules::Pack& pack, DiagnosticSink& sink)
      : scopes_(scopes_at(rule.body)), at_least_(rules::int_at(rule.body, "at_least", 1)) {
    if (const rules::Node* items = rule.body.find("items")) {
      for (const rules::Node::Entry& entry : items->entries)
        items_.push_back({entry.key, rules::compile_patterns(&entry.value, pack, sink)});
    }
  }

  Verdict run(const Context& context) const override {
    const auto spans = spans_of(scopes_, context.document, context.elements);
    if (spans.empty())
      return {Outcome::kNotApplicable, std::string(reasons::kNoScope), {}};
    int count = 0;
    int undecided = 0;
    std::string missing;
    for (const Item& item : items_) {
      const Evidence evidence = evidence_of(item, spans, context);
      count += evidence == Evidence::kThere;
      undecided += evidence == Evidence::kUndecided;
      if (evidence == Evidence::kMissing)
        missing += (missing.empty() ? "" : std::string(kBetween)) + item.name;
    }
    if (context.trace)
      context.trace->add(std::to_string(count) + " of " + std::to_string(items_.size()));
    if (count >= at_least_)
      return {};
    if (count + undecided >= at_least_)
      return {Outcome::kNeedsReview, std::string(reasons::kNoReportYear), {}};
    return few(count, std::move(missing), context);
  }

 private:
  Verdict few(int count, std::string missing, const Context& context) const {
    Hit hit{.state = "few", .at = heading(context)};
    hit.needs_rest = true;
    hit.values["count"] = std::to_string(count);
    hit.values["missing"] = std::move(missing);
    Verdict verdict;
    verdict.hits.push_back(std::move(hit));
    return verdict;
  }

  /// Heading of the first element among the scopes; empty where there is none.
  TextSpan heading(const Context& context) const {
    for (const std::string& scope : scopes_) {
      const auto element = std::find_if(
          context.elements.begin(), context.elements.end(),
          [&](const auto& one) { return std::string(kElement) + one.definition->id == scope; });
      if (element == context.elements.end() || element->heading == document::kNone)
        continue;
      const document::Heading& heading = context.document.outline()[element->heading];
      return {heading.mark.empty() ? heading.text.begin : heading.mark.begin, heading.text.end};
    }
    return {};
  }

  std::vector<std::string> scopes_;
  int at_least_;
  std::vector<Item> items_;
};

}  // namespace

std::unique_ptr<const Check> compile_items(const rules::Rule& rule, const rules::Pack& pack,
                                           DiagnosticSink& sink) {
  return std::make_unique<ItemsCheck>(rule, pack, sink);
}

}  // namespace plumbline::checks
