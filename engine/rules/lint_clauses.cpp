#include <algorithm>
#include <set>
#include <string>

#include "engine/base/code_points.h"
#include "engine/rules/lint_parts.h"

namespace plumbline::rules {
namespace {

/// The document of a basis entry by its title: packs may give one document several ids.
std::string title_of(const std::string& document, const Pack& pack) {
  const auto found = pack.basis.find(document);
  return found == pack.basis.end() ? document : found->second.document;
}

class ClauseLint {
 public:
  explicit ClauseLint(const Linted& linted) : linted_(linted) {}

  void run() {
    for (const auto& file : linted_.pack.files) {
      const Node* clauses = file->find("clauses");
      for (std::size_t i = 0; clauses != nullptr && i < clauses->entries.size(); ++i)
        document(clauses->entries[i]);
    }
    for (const Rule& rule : linted_.pack.rules) named(rule);
  }

 private:
  void document(const Node::Entry& entry) {
    const std::string title = title_of(entry.key, linted_.pack);
    documents_.insert(title);
    for (const Node& clause : entry.value.items) {
      told(clause);
      for (const Node* rule : nodes_of(clause.find("rules"))) {
        const std::string id = rule->scalar.substr(0, rule->scalar.find('.'));
        listed_.insert(id);
        if (const Rule* found = linted_.pack.rule(id); found != nullptr && !cites(*found, title))
          linted_.warn(*rule, {words::kDoesNotCite, {id}});
      }
    }
  }

  /// What `checked` says and what stands beside it.
  void told(const Node& clause) {
    const Node& checked = *clause.find("checked");
    const bool has_rules = clause.find("rules") != nullptr;
    if (checked.scalar == "no" && has_rules)
      linted_.warn(checked, words::kUncheckedWithRules);
    if (checked.scalar != "no" && !has_rules)
      linted_.warn(checked, words::kCheckedWithoutRules);
    if (checked.scalar != "full" && clause.find("unchecked") == nullptr)
      linted_.warn(checked, words::kLeftToPeople);
  }

  bool cites(const Rule& rule, const std::string& title) const {
    return std::ranges::any_of(rule_and_terms(rule), [&](const Node* node) {
      return std::ranges::any_of(nodes_of(node->find("basis")), [&](const Node* basis) {
        return title_of(string_at(*basis, "document"), linted_.pack) == title;
      });
    });
  }

  /// A rule that rests on a document whose clauses are listed stands under one of them.
  void named(const Rule& rule) {
    if (listed_.contains(rule.id))
      return;
    for (const BasisReference& basis : rule.basis) {
      if (documents_.contains(basis.document))
        return linted_.warn(rule.body, {words::kUnderNoClause, {rule.id}});
    }
  }

  const Linted& linted_;
  std::set<std::string, std::less<>> documents_, listed_;
};

}  // namespace

void lint_clauses(const Linted& linted) {
  ClauseLint(linted).run();
}

}  // namespace plumbline::rules
