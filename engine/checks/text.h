#pragma once

#include <memory>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// `check: text`: words that must not stand (`forbid`, state `found`) or must stand (`require`,
/// state `missing`) in a scope.
///
/// A term of `forbid`: `name` (sub-id), `match` (one or several patterns; the hit is the first
/// group of a pattern that has one, so that context can be matched without being quoted), `right`
/// (what should stand, for messages), guards `unless_before`, `unless_after`, `allow`, `exempt`
/// (quotes, titles), `blank` (the last group must follow a blank in the text as read, which the
/// normal form drops), `fix` (engine/checks/repair.h), `scope`, `severity`, `message`, `advice`,
/// `basis`, `when`, `unless`. A term of `require`: `name`, `match`, `at_least`, `scope`, and the
/// same words and conditions. Of hits that overlap, the longest stays. Values: right, match, name,
/// count, at_least.
std::unique_ptr<const Check> compile_text(const rules::Rule& rule, const rules::Pack& pack,
                                          DiagnosticSink& sink);

}  // namespace plumbline::checks
