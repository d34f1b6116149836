#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/checks/check.h"
#include "engine/checks/patterns.h"
#include "engine/checks/repair.h"

namespace plumbline::checks {

/// What a single term of a rule brings of its own.
struct TermWords {
  std::string name, right, message, advice;
  std::optional<Severity> severity;
  std::vector<BasisReference> basis;
  const rules::Node* when = nullptr;
  const rules::Node* unless = nullptr;
  std::vector<std::string> scopes;

  static TermWords read(const rules::Node& term, const rules::Rule& rule, const rules::Pack& pack);
  /// A hit with these words, in this state and place.
  Hit hit(std::string state, TextSpan at) const;
};

/// One entry of `forbid` or `require`. What a guard covers is no hit: it is neither told nor
/// counted.
struct TextTerm {
  TermWords words;
  Patterns match, unless_before, unless_after, allow;
  bool exempt_quotes = false, exempt_titles = false;
  bool blank = false;  ///< the last group must follow a blank in the text as read
  int at_least = 1;    ///< of `require`
  Repair fix;

  static TextTerm read(const rules::Node& term, const rules::Rule& rule, const rules::Pack& pack,
                       DiagnosticSink& sink);
};

}  // namespace plumbline::checks
