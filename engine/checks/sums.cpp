#include "engine/checks/sums.h"

#include <string>
#include <vector>

#include "engine/checks/locale_reasons.h"
#include "engine/checks/scope.h"
#include "engine/checks/sum_lists.h"
#include "engine/text/text.h"

namespace plumbline::checks {
namespace {

std::vector<std::string> words_at(const rules::Node& body, std::string_view key) {
  std::vector<std::string> words = rules::strings_at(body, key);
  for (std::string& word : words) word = text::fold(word);
  return words;
}

/// Each kind is one word, or a list of synonyms.
std::vector<std::vector<std::string>> kinds_at(const rules::Node& partition) {
  std::vector<std::vector<std::string>> kinds;
  for (const rules::Node* kind : rules::nodes_of(&partition)) {
    kinds.emplace_back();
    for (const rules::Node* word : rules::nodes_of(kind))
      kinds.back().push_back(text::fold(word->scalar));
  }
  return kinds;
}

class SumsCheck : public Check {
 public:
  explicit SumsCheck(const rules::Node& body) : scopes_(scopes_at(body)) {
    words_.quantity.units = words_at(body, "units");
    words_.quantity.vague = words_at(body, "vague");
    words_.whole = words_at(body, "whole");
    words_.among = words_at(body, "among");
    words_.referring = words_at(body, "referring");
    for (const rules::Node* partition : rules::nodes_of(body.find("partitions")))
      words_.partitions.push_back(kinds_at(*partition));
    words_.closing = words_at(body, "closing");
    words_.rest = words_at(body, "rest");
    words_.no_part = words_at(body, "no_part");
    words_.overlapping = words_at(body, "overlapping");
    words_.missing_percent = rules::int_at(body, "missing_percent", words_.missing_percent);
  }

  Verdict run(const Context& context) const override {
    const auto spans = spans_of(scopes_, context.document, context.elements);
    if (spans.empty())
      return {Outcome::kNotApplicable, std::string(reasons::kNoScope), {}};
    Verdict verdict;
    for (const TextSpan span : spans) {
      for (const SumFault& fault : sum_faults(context.document.text().view(), span, words_))
        verdict.hits.push_back(hit(fault));
    }
    return verdict;
  }

 private:
  static Hit hit(const SumFault& fault) {
    Hit hit{.state = "differs", .at = fault.at};
    hit.values["total"] = std::to_string(fault.total);
    hit.values["sum"] = std::to_string(fault.sum);
    hit.values["parts"] = fault.parts;
    hit.values["unit"] = fault.unit;
    const long long difference = fault.total - fault.sum;
    hit.values["difference"] = std::to_string(difference < 0 ? -difference : difference);
    return hit;
  }

  std::vector<std::string> scopes_;
  SumWords words_;
};

}  // namespace

std::unique_ptr<const Check> compile_sums(const rules::Rule& rule, const rules::Pack&,
                                          DiagnosticSink&) {
  return std::make_unique<SumsCheck>(rule.body);
}

}  // namespace plumbline::checks
