#pragma once

#include <memory>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// Kind `length`: length of a scope in code points. Keys: scope, min, max (0 = none),
/// min_percent, max_percent (share of the whole text). States: short long. Values: length percent.
std::unique_ptr<const Check> compile_length(const rules::Rule& rule, const rules::Pack& pack,
                                            DiagnosticSink& sink);

}  // namespace plumbline::checks
