#include "engine/craft/clauses.h"

#include <algorithm>
#include <utility>

#include "engine/rules/node.h"

namespace plumbline::craft {
namespace {

using rules::Node;

class Index {
 public:
  explicit Index(const rules::Pack& pack) : pack_(pack) {}

  std::vector<BasisDocument> run() {
    for (const auto& file : pack_.files) stated(*file);
    stated_ = found_.size();
    for (const rules::Rule& rule : pack_.rules) {
      cited(rule, rule.body);
      for (const Node::Entry& entry : rule.body.entries) {
        for (const Node& item : entry.value.items) cited(rule, item);
      }
    }
    return std::move(found_);
  }

 private:
  void stated(const Node& file) {
    const Node* clauses = file.find("clauses");
    for (std::size_t i = 0; clauses != nullptr && i < clauses->entries.size(); ++i) {
      BasisDocument& document = found_[place_of(clauses->entries[i].key)];
      for (const Node& node : clauses->entries[i].value.items)
        document.clauses.push_back(clause_at(node));
    }
  }

  Clause clause_at(const Node& node) const {
    Clause clause = {rules::string_at(node, "article"),
                     rules::string_at(node, "words"),
                     rules::string_at(node, "checked"),
                     rules::string_at(node, "unchecked"),
                     {}};
    for (const std::string& id : rules::strings_at(node, "rules"))
      clause.rules.push_back(rule_named(id));
    return clause;
  }

  ClauseRule rule_named(const std::string& id) const {
    const std::size_t dot = id.find('.');
    const rules::Rule* rule = pack_.rule(id.substr(0, dot));
    if (rule == nullptr || dot == std::string::npos)
      return {id, rule, nullptr};
    const Node* term = rules::term_named(rule->body, id.substr(dot + 1));
    return {id, term == nullptr ? nullptr : rule, term};
  }

  void cited(const rules::Rule& rule, const Node& node) {
    for (const BasisReference& basis : rules::basis_at(node, pack_)) {
      const std::size_t place = place_of(basis);
      if (place < stated_)
        continue;
      std::vector<ClauseRule>& under = clause_of(found_[place], basis.article).rules;
      if (std::ranges::find(under, rule.id, &ClauseRule::id) == under.end())
        under.push_back({rule.id, &rule, nullptr});
    }
  }

  std::size_t place_of(const std::string& id) {
    const auto named = pack_.basis.find(id);
    return place_of(named == pack_.basis.end() ? BasisReference{id, {}, {}} : named->second);
  }

  /// By title: packs may give one document several ids.
  std::size_t place_of(BasisReference reference) {
    const auto known = std::ranges::find_if(found_, [&](const BasisDocument& one) {
      return one.document.document == reference.document;
    });
    const auto place = static_cast<std::size_t>(known - found_.begin());
    if (known == found_.end()) {
      reference.article.clear();
      found_.push_back({std::move(reference), {}});
    }
    return place;
  }

  static Clause& clause_of(BasisDocument& document, const std::string& article) {
    const auto known = std::ranges::find(document.clauses, article, &Clause::article);
    return known != document.clauses.end()
               ? *known
               : document.clauses.emplace_back(Clause{article, {}, {}, {}, {}});
  }

  const rules::Pack& pack_;
  std::vector<BasisDocument> found_;
  std::size_t stated_ = 0;  ///< documents with `clauses:` stand before this place
};

}  // namespace

std::vector<BasisDocument> by_clause(const rules::Pack& pack) {
  return Index(pack).run();
}

ClauseCount count_clauses(const std::vector<BasisDocument>& documents) {
  ClauseCount count;
  for (const BasisDocument& document : documents) {
    for (const Clause& clause : document.clauses) {
      count.full += clause.checked == "full" ? 1 : 0;
      count.partly += clause.checked == "partly" ? 1 : 0;
      count.no += clause.checked == "no" ? 1 : 0;
    }
  }
  return count;
}

}  // namespace plumbline::craft
