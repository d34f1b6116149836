#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "engine/rules/pack.h"

namespace plumbline::packtest {

/// What kind of decision a branch is.
enum class BranchKind : std::uint8_t {
  kRule,       ///< fired: a finding of the rule; spared: a case without
  kState,      ///< the same for one of the rule's states
  kTerm,       ///< the same for a named term
  kPattern,    ///< one of several: fired where some case ends otherwise without it
  kGuard,      ///< fired where some case ends otherwise without it; spared where a finding got by
  kCondition,  ///< a key of when or unless, as a guard
};

/// A part of a rule that can be taken out to see what it is for.
struct RuleBranch {
  BranchKind kind = BranchKind::kRule;
  std::string key;   ///< "match[2]", "unless_before", "when.report_year", as the pack writes it
  std::string term;  ///< name of the term in which it stands, or empty
  const rules::Node* node = nullptr;
};

/// The scalars that the schema takes for patterns, in the bodies of all rules of a pack.
std::set<const rules::Node*> pattern_scalars(const rules::Pack& pack);

/// Everything that decides in a rule, in the order of the file. Left out is what is no alternative:
/// the only pattern of a rule or of a term, which fires when they do.
std::vector<RuleBranch> branches_of(const rules::Rule& rule,
                                    const std::set<const rules::Node*>& patterns);

/// The rule without some of its nodes; with `term`, with that term alone.
rules::Rule reduced(const rules::Rule& rule, const std::string& term,
                    std::span<const rules::Node* const> left_out);

}  // namespace plumbline::packtest
