#pragma once

#include <cstdint>
#include <string>

#include "engine/checks/check.h"
#include "engine/rules/node.h"

/// `when:` and `unless:` of a rule, a term or a table row.
namespace plumbline::checks {

enum class Answer : std::uint8_t { kNo, kYes, kUnknown };

struct Condition {
  Answer answer = Answer::kYes;
  std::string reason;  ///< Chinese: which condition does not hold or cannot be decided
};

/// All conditions of the map hold. A fact that is absent makes its condition unknown; one that
/// does not hold outweighs an unknown one. nullptr holds always.
Condition holds(const rules::Node* condition, const Context& context);

/// `when` holds and `unless` does not. kNo: not applicable. kUnknown: needs review (design §2).
/// An `unless` that cannot be decided excuses nothing: the element rules apply unless the year is
/// known to be before 2019.
Condition applies(const rules::Node* when, const rules::Node* unless, const Context& context);
inline Condition applies(const Context& context) {
  return applies(context.rule.when, context.rule.unless, context);
}

/// "2019", ">=2019", "<2019", "2019..2025". False for a comparison it cannot read, too: the schema
/// refuses those.
bool compares(int value, std::string_view comparison);

}  // namespace plumbline::checks
