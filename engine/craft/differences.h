#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/rules/pack.h"

namespace plumbline::craft {

/// One change from an old pack to a new one.
struct Difference {
  enum class Kind : std::uint8_t {
    kAdded,      ///< after: its title
    kRemoved,    ///< before: its title; after: why, where the new pack says so
    kStronger,   ///< a severity rose; before and after: "mention warning"
    kWeaker,     ///< a severity sank or was taken out
    kPoints,     ///< before and after: points
    kBasis,      ///< before and after: document and article
    kCondition,  ///< when, unless, blocked_by; after: the key
    kAnnounced,  ///< `announced` came, went or changed; after: the severity and year
    kWords,      ///< title, message, advice; after: the key
    kChecking,   ///< anything else that decides what is found; after: the key
  };
  Kind kind = Kind::kAdded;
  std::string id;  ///< rule, RULE.NAME, or a section with its entry, "elements.problems"
  std::string before, after;
  /// kStronger, kWeaker, kAnnounced: the same as values, for words; empty where there was nothing.
  rules::SeverityByState severity_before, severity_after;
  std::string from_before, from_after;  ///< kAnnounced: the year
};

/// In the order of the new pack's rules, removed ones first; then elements, terms,
/// vocabulary, reporters, profiles, scoring and tables. Cases are no difference. Empty where both
/// find the same in the same words.
std::vector<Difference> differences(const rules::Pack& before, const rules::Pack& after);

}  // namespace plumbline::craft
