#include "engine/checks/answers.h"

#include <string>
#include <vector>

#include "engine/checks/locale_reasons.h"
#include "engine/checks/scope.h"
#include "engine/rules/fact_pattern.h"

namespace plumbline::checks {
namespace {

struct Topic {
  std::string name;
  std::vector<pattern::Pattern> match;
};

bool stands_in(const Topic& topic, const std::vector<TextSpan>& spans, pattern::IndexedText text) {
  for (const pattern::Pattern& pattern : topic.match) {
    for (const TextSpan span : spans) {
      if (pattern.find(text, span))
        return true;
    }
  }
  return false;
}

class AnswersCheck : public Check {
 public:
  AnswersCheck(const rules::Rule& rule, const rules::Pack& pack, DiagnosticSink& sink)
      : raised_in_(scopes_at(rule.body)),
        answered_in_(rules::strings_at(rule.body, "answered_in")),
        at_least_(rules::int_at(rule.body, "at_least", 1)) {
    for (const rules::Node::Entry& entry : rule.body.find("items")->entries)
      topics_.push_back({entry.key, rules::compile_fixed_patterns(&entry.value, pack, sink)});
  }

  Verdict run(const Context& context) const override {
    const auto raised_in = spans_of(raised_in_, context.document, context.elements);
    const auto answered_in = spans_of(answered_in_, context.document, context.elements);
    if (raised_in.empty() || answered_in.empty())
      return {Outcome::kNotApplicable, std::string(reasons::kNoScope), {}};
    const pattern::IndexedText text = context.document.indexed();
    int count = 0;
    std::string raised;
    for (const Topic& topic : topics_) {
      if (!stands_in(topic, raised_in, text))
        continue;
      const bool answered = stands_in(topic, answered_in, text);
      if (context.trace)
        context.trace->add(topic.name + (answered ? " + answered" : " - not answered"));
      if (answered)
        return {};
      ++count;
      raised += (raised.empty() ? "" : "、") + topic.name;
    }
    if (count < at_least_)
      return {};
    Hit hit{.state = "none", .anchor = {answered_in.front().begin, answered_in.front().begin}};
    hit.values["count"] = std::to_string(count);
    hit.values["raised"] = std::move(raised);
    Verdict verdict;
    verdict.hits.push_back(std::move(hit));
    return verdict;
  }

 private:
  std::vector<std::string> raised_in_, answered_in_;
  int at_least_;
  std::vector<Topic> topics_;
};

}  // namespace

std::unique_ptr<const Check> compile_answers(const rules::Rule& rule, const rules::Pack& pack,
                                             DiagnosticSink& sink) {
  return std::make_unique<AnswersCheck>(rule, pack, sink);
}

}  // namespace plumbline::checks
