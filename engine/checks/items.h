#pragma once

#include <memory>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// Kind `items`: how many of a list of items are evidenced in a scope. Keys: scope, at_least, items
/// (name: patterns, facts allowed). State: few, at the heading of the scope's element. Values:
/// count missing. A scope that the document lacks makes it not applicable.
std::unique_ptr<const Check> compile_items(const rules::Rule& rule, const rules::Pack& pack,
                                           DiagnosticSink& sink);

}  // namespace plumbline::checks
