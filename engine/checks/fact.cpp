#include "engine/checks/fact.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/checks/locale_reasons.h"
#include "engine/checks/named_fact.h"
#include "engine/checks/pattern_list.h"
#include "engine/checks/repair.h"
#include "engine/rules/fact_pattern.h"
#include "engine/text/text.h"

namespace plumbline::checks {
namespace {

/// Something that can be wrong with a value, and the words for it.
struct Slip {
  std::vector<pattern::Pattern> match;
  std::string message;
};

class FactCheck : public Check {
 public:
  FactCheck(const rules::Rule& rule, const rules::Pack& pack, DiagnosticSink& sink)
      : fact_(rules::string_at(rule.body, "fact")),
        optional_(rules::bool_at(rule.body, "optional")),
        form_(rules::compile_fixed_patterns(rule.body.find("form"), pack, sink)),
        fix_(Repair::read(rule.body.find("fix"), "")) {
    if (const rules::Node* slips = rule.body.find("slips")) {
      for (const rules::Node& slip : slips->items)
        slips_.push_back({rules::compile_fixed_patterns(slip.find("match"), pack, sink),
                          rules::string_at(slip, "message")});
    }
  }

  Verdict run(const Context& context) const override {
    const document::Fact* fact = named_fact(context.document.facts(), fact_);
    if (!fact && optional_)
      return {Outcome::kNotApplicable, std::string(reasons::kNoFact), {}};
    Verdict verdict;
    if (!fact)
      verdict.hits.push_back(Hit{.state = "absent"});
    else if (!formed(text::fold(fact->value)))
      verdict.hits.push_back(misformed(*fact, context.document.text().view()));
    if (context.trace)
      context.trace->add(fact_ + " = " + (fact ? fact->value : "-"));
    return verdict;
  }

 private:
  bool formed(const std::string& value) const {
    return std::all_of(form_.begin(), form_.end(),
                       [&](const pattern::Pattern& pattern) { return pattern.found_in(value); });
  }

  Hit misformed(const document::Fact& fact, std::string_view text) const {
    Hit hit{.state = "form", .at = fact.at};
    hit.values["value"] = fact.value;
    if (formed(text::fold(fix_.apply(text.substr(fact.at.begin, fact.at.size())))))
      hit.edits = fix_.edits(text, fact.at);
    const std::string folded = text::fold(fact.value);
    for (const Slip& slip : slips_) {
      if (any_found(slip.match, folded)) {
        hit.message = slip.message;
        break;
      }
    }
    return hit;
  }

  std::string fact_;
  bool optional_;
  std::vector<pattern::Pattern> form_;
  Repair fix_;
  std::vector<Slip> slips_;
};

}  // namespace

std::unique_ptr<const Check> compile_fact(const rules::Rule& rule, const rules::Pack& pack,
                                          DiagnosticSink& sink) {
  return std::make_unique<FactCheck>(rule, pack, sink);
}

}  // namespace plumbline::checks
