#pragma once

#include <string>
#include <vector>

#include "engine/rules/pack.h"

/// What people do with packs besides checking: read, compare, write and ship them.
namespace plumbline::craft {

/// A rule, or RULE.NAME, under a clause. `rule` points into the pack; null where the rule or the
/// term is disabled.
struct ClauseRule {
  std::string id;
  const rules::Rule* rule = nullptr;
  const rules::Node* term = nullptr;  ///< of RULE.NAME
};

/// What an article asks for and the rules that check it.
struct Clause {
  std::string article;    ///< "25(3)"; empty for rules that cite the whole document
  std::string words;      ///< from `clauses:`; empty where rules cite an article that it lacks
  std::string checked;    ///< "full", "partly", "no"; empty as `words`
  std::string unchecked;  ///< what no rule checks of it
  std::vector<ClauseRule> rules;
};

struct BasisDocument {
  BasisReference document;      ///< title and level
  std::vector<Clause> clauses;  ///< those of `clauses:` in their order, then others that are cited
};

/// The documents that a pack rests on, those with `clauses:` first. A rule stands under the clauses
/// that name it; under the articles that it cites where a document has no `clauses:`.
std::vector<BasisDocument> by_clause(const rules::Pack& pack);

/// How many clauses of `clauses:` are checked in full, in part, and not at all.
struct ClauseCount {
  int full = 0, partly = 0, no = 0;
};
ClauseCount count_clauses(const std::vector<BasisDocument>& documents);

}  // namespace plumbline::craft
