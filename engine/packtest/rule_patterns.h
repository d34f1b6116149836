#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/pattern/pattern.h"
#include "engine/rules/pack.h"

namespace plumbline::packtest {

/// A pattern of a rule that a case should set off: one of several alternatives, or a guard.
struct RulePattern {
  std::string key;     ///< "match[2]", "unless_before", as the pack writes it
  std::string name;    ///< of the term in which it stands, or empty
  bool guard = false;  ///< its match keeps a finding away
  const rules::Node* scalar = nullptr;
  const rules::Node* term = nullptr;  ///< the map in which it stands
  std::vector<std::string> beside;    ///< `match` of that map, for guards of its hits
};

/// In the order of the file. Left out is what is no alternative: the only pattern of a rule or of a
/// named term, which fires when they do.
std::vector<RulePattern> patterns_of(const rules::Rule& rule);

/// Whether the pattern found something in a normalised text; a guard before, after or over a hit
/// must stand at a match of the pattern that it guards.
bool met(const RulePattern& pattern, const rules::Pack& pack, std::string_view text,
         int report_year);

}  // namespace plumbline::packtest
