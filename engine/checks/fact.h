#pragma once

#include <memory>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// Kind `fact`: a fact is there and has a form. Keys: fact; optional (absence is no finding); form
/// (patterns over the folded value, all of which must be found); slips ({match, message}: says what
/// is wrong with a value that lacks its form); fix (engine/checks/repair.h; kept only where the
/// value has its form afterwards). States: absent form. Values: value.
std::unique_ptr<const Check> compile_fact(const rules::Rule& rule, const rules::Pack& pack,
                                          DiagnosticSink& sink);

}  // namespace plumbline::checks
