#pragma once

#include <string>
#include <vector>

#include "engine/rules/pack.h"

namespace plumbline::craft {

/// One value as it holds after `extends`, `override` and profiles, and where it was written.
struct EffectiveValue {
  std::string key;  ///< "severity.absent", "forbid[1].match"; "profiles.published.off" for changes
  std::string value;  ///< as written; a list of words on one line
  std::string path;   ///< empty where the pack says nothing
  int line = 0;
};

/// Every value of a rule, or of RULE.NAME, in the order of the rule; then what profiles, `disable`,
/// gates say of it. Cases are left out. Of what is disabled only that; empty where the pack has no
/// such rule.
std::vector<EffectiveValue> effective_rule(const rules::Pack& pack, const std::string& full_id);

/// Identity, `extends`, `effective`, scoring, profiles and reporters of a pack.
std::vector<EffectiveValue> effective_pack(const rules::Pack& pack);

}  // namespace plumbline::craft
