#include "engine/checks/headings.h"

#include <set>
#include <string>

#include "engine/checks/heading_sequence.h"
#include "engine/checks/locale_reasons.h"

namespace plumbline::checks {
namespace {

class HeadingsCheck : public Check {
 public:
  explicit HeadingsCheck(const rules::Rule& rule) {
    for (const std::string& level : rules::strings_at(rule.body, "levels"))
      levels_.insert(level.front() - '0');
  }

  Verdict run(const Context& context) const override {
    const document::Document& document = context.document;
    if (document.outline().empty())
      return {Outcome::kNotApplicable, std::string(reasons::kNoHeadings), {}};
    Verdict verdict;
    for (SequenceFault& fault :
         sequence_faults(document.outline(), document.text().view(), levels_)) {
      const document::Heading& heading = document.outline()[fault.heading];
      Hit hit{.state = std::move(fault.state), .at = {heading.mark.begin, heading.text.end}};
      hit.values["expected"] = fault.expected_mark;
      hit.needs_rest = hit.state == "gap";
      verdict.hits.push_back(std::move(hit));
    }
    return verdict;
  }

 private:
  std::set<int> levels_;
};

}  // namespace

std::unique_ptr<const Check> compile_headings(const rules::Rule& rule, const rules::Pack&,
                                              DiagnosticSink&) {
  return std::make_unique<HeadingsCheck>(rule);
}

}  // namespace plumbline::checks
