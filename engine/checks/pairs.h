#pragma once

#include <memory>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// `check: pairs`: marks that come in pairs and are not closed (state `open`) or not opened (state
/// `close`) in their paragraph. Values: mark, partner, place.
std::unique_ptr<const Check> compile_pairs(const rules::Rule& rule, const rules::Pack& pack,
                                           DiagnosticSink& sink);

}  // namespace plumbline::checks
