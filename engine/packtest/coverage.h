#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/packtest/branches.h"
#include "engine/packtest/run.h"
#include "engine/rules/pack.h"

namespace plumbline::packtest {

/// Something of a pack that should have fired in one case and not fired in another.
struct Branch {
  BranchKind kind = BranchKind::kRule;
  std::string rule;  ///< or "element:ID"
  std::string name;  ///< "wording", "wording.W-01", "wording.W-04 match[2]"
  std::string path;  ///< where it stands in the pack
  int line = 0, column = 0;
  bool fired = false;
  bool spared = false;
};

struct Coverage {
  std::vector<Branch> branches;  ///< in the order of the rules, then those of elements
  int done() const;
  int all() const;      ///< two for each branch
  int percent() const;  ///< rounded down; 100 where there is nothing
};

/// The same branches rule by rule, in the order of the rules; none is empty.
std::vector<Coverage> by_rule(const Coverage& coverage);

/// What the cases have set off and left alone. A pattern, a guard or a condition has fired where
/// some case would end otherwise without it: that is tried out, not guessed. Behind the rules stand
/// the elements that they look at. Patterns of vocabulary, kind and tables are not counted: they
/// belong to no rule.
Coverage measure(const rules::Pack& pack, std::span<const CaseResult> results, std::size_t jobs);

}  // namespace plumbline::packtest
