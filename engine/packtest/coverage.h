#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/packtest/run.h"
#include "engine/rules/pack.h"

namespace plumbline::packtest {

/// Something of a pack that should have fired in one case and not fired in another.
struct Branch {
  enum class Kind : std::uint8_t { kRule, kTerm, kPattern, kGuard };
  Kind kind = Kind::kRule;
  std::string name;  ///< "wording", "wording.W-01", "wording.W-04 match[2]"
  std::string path;  ///< where it stands in the pack
  int line = 0, column = 0;
  bool fired = false;
  bool spared = false;
};

struct Coverage {
  std::vector<Branch> branches;  ///< in the order of the rules
  int done() const;
  int all() const;      ///< two for each branch
  int percent() const;  ///< rounded down; 100 where there is nothing
};

/// What the cases have set off and left alone. Patterns of elements, vocabulary and tables are not
/// counted: they belong to no rule.
Coverage measure(const rules::Pack& pack, std::span<const CaseResult> results);

}  // namespace plumbline::packtest
