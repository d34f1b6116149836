#pragma once

#include <memory>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// Kind `percent`: a rate over 100 % that cannot be. Keys: scope, match (the last group is the
/// number), over, allow (patterns over the hit's words). State: found. Values: number.
std::unique_ptr<const Check> compile_percent(const rules::Rule& rule, const rules::Pack& pack,
                                             DiagnosticSink& sink);

}  // namespace plumbline::checks
