#include "engine/checks/personal.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "engine/checks/identifier.h"
#include "engine/checks/locale_traces.h"
#include "engine/checks/patterns.h"
#include "engine/checks/scope.h"

namespace plumbline::checks {
namespace {

struct Row {
  std::string_view state;
  bool (*is)(std::string_view digits);
  bool certain;  ///< the check digits leave no doubt, so no guard can excuse it
};
constexpr std::array kRows = {
    Row{"id", is_citizen_id, true},
    Row{"mobile", is_mobile, false},
    Row{"bank", is_bank_card, false},
};

class Personal : public Check {
 public:
  Personal(const rules::Rule& rule, const rules::Pack& pack, DiagnosticSink& sink)
      : scopes_(scopes_at(rule.body)),
        numbers_(rules::strings_at(rule.body, "numbers")),
        unless_before_(patterns_at(rule.body, "unless_before", pack, sink, Edge::kEndsHere)),
        unless_after_(patterns_at(rule.body, "unless_after", pack, sink, Edge::kBeginsHere)) {}

  Verdict run(const Context& context) const override {
    const int year = context.document.facts().year();
    const DatedPatterns left(unless_before_, year), right(unless_after_, year);
    const std::string_view text = context.document.text().view();
    Verdict verdict;
    for (const TextSpan span : spans_of(scopes_, context.document, context.elements)) {
      for (const DigitRun& run : digit_runs(text, span)) {
        const Row* row = row_of(run.digits);
        if (row == nullptr)
          continue;
        const std::string guard = row->certain ? "" : excuse(text, run.at, left, right);
        if (guard.empty())
          verdict.hits.push_back({.state = std::string(row->state), .at = run.at});
        if (context.trace != nullptr)
          context.trace->add(traces::number(row->state, guard));
      }
    }
    return verdict;
  }

 private:
  const Row* row_of(std::string_view digits) const {
    for (const Row& row : kRows) {
      const bool wanted =
          numbers_.empty() || std::ranges::find(numbers_, row.state) != numbers_.end();
      if (wanted && row.is(digits))
        return &row;
    }
    return nullptr;
  }

  static std::string excuse(std::string_view text, TextSpan at, const DatedPatterns& left,
                            const DatedPatterns& right) {
    std::string guard = left.guard_before(text, at);
    return guard.empty() ? right.guard_after(text, at) : guard;
  }

  std::vector<std::string> scopes_, numbers_;
  Patterns unless_before_, unless_after_;
};

}  // namespace

std::unique_ptr<const Check> compile_personal(const rules::Rule& rule, const rules::Pack& pack,
                                              DiagnosticSink& sink) {
  return std::make_unique<Personal>(rule, pack, sink);
}

}  // namespace plumbline::checks
