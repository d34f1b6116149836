#include "engine/checks/organs.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/checks/characters.h"
#include "engine/checks/locale_reasons.h"
#include "engine/checks/messages.h"
#include "engine/checks/named_fact.h"
#include "engine/checks/organ_names.h"
#include "engine/checks/table_columns.h"
#include "engine/text/text.h"

namespace plumbline::checks {
namespace {

class OrgansCheck : public Check {
 public:
  OrgansCheck(std::string left, std::string right, OrganNames names)
      : left_(std::move(left)), right_(std::move(right)), names_(std::move(names)) {}

  Verdict run(const Context& context) const override {
    const document::Fact* left = named_fact(context.document.facts(), left_);
    const document::Fact* right = named_fact(context.document.facts(), right_);
    if (!left || !right)
      return {Outcome::kNotApplicable, std::string(reasons::kNoOrgans), {}};
    const std::vector<std::string> expected = organs_in(text::fold(left->value));
    const std::vector<std::string> found = organs_in(text::fold(right->value));
    Verdict verdict;
    if (const std::vector<std::string> others = strangers(expected, found, names_);
        !others.empty()) {
      Hit hit{.state = all_shortened(others, expected) ? "shortened" : "differs", .at = right->at};
      hit.values["left"] = left->value;
      hit.values["right"] = right->value;
      verdict.hits.push_back(std::move(hit));
    }
    if (context.trace)
      context.trace->add(left_ + " " + left->value + " / " + right_ + " " + right->value);
    return verdict;
  }

 private:
  bool all_shortened(const std::vector<std::string>& others,
                     const std::vector<std::string>& expected) const {
    return std::ranges::all_of(others, [&](const std::string& other) {
      return std::ranges::any_of(
          expected, [&](const std::string& name) { return shortened(name, other, names_); });
    });
  }

  std::string left_, right_;
  OrganNames names_;
};

/// Endings from the table that `table:` names; columns short and full.
void read_table(const rules::Rule& rule, const rules::Pack& pack, OrganNames& names,
                DiagnosticSink& sink) {
  const rules::Node* node = rule.body.find("table");
  if (!node)
    return;
  const rules::Table* table = table_with(*node, pack, {"short", "full"}, sink);
  for (std::size_t i = 0; table != nullptr && i < table->rows.size(); ++i) {
    const std::string_view ending = cell(*table, i, "short");
    if (ending.empty())
      complain_of_row(*node, i, {words::kColumnEmpty, {"short"}}, sink);
    else  // an empty full form drops the ending: 党组
      names.endings.emplace_back(text::fold(ending), text::fold(cell(*table, i, "full")));
  }
}

}  // namespace

std::unique_ptr<const Check> compile_organs(const rules::Rule& rule, const rules::Pack& pack,
                                            DiagnosticSink& sink) {
  OrganNames names;
  read_table(rule, pack, names, sink);
  for (std::string& part : rules::strings_at(rule.body, "may_omit")) {
    const bool word = characters(part).size() > 1;
    (word ? names.optional_words : names.optional).push_back(std::move(part));
  }
  names.prefixes = rules::strings_at(rule.body, "prefixes");
  return std::make_unique<OrgansCheck>(rules::string_at(rule.body, "left"),
                                       rules::string_at(rule.body, "right"), std::move(names));
}

}  // namespace plumbline::checks
