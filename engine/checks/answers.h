#pragma once

#include <memory>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// Kind `answers`: what one part raises another takes up. Keys: scope, answered_in, items (topic:
/// patterns), at_least (topics that must be raised before anything is said). State: none, where
/// not one raised topic stands in `answered_in`. Values: count raised. Not applicable where the
/// document lacks either part.
std::unique_ptr<const Check> compile_answers(const rules::Rule& rule, const rules::Pack& pack,
                                             DiagnosticSink& sink);

}  // namespace plumbline::checks
