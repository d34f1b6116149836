#pragma once

#include "engine/rules/pack.h"
#include "engine/rules/pack_rules.h"
#include "engine/rules/pack_sources.h"

namespace plumbline::rules {

/// Everything a pack refers to by name must be there: elements, documents of the basis, tables,
/// rules, profiles, reporters, grades. Patterns must compile; they are kept in pack.patterns.
void resolve_references(const std::vector<Use>& uses, const PackSources& sources,
                        const RuleDrafts& drafts, Pack& pack, DiagnosticSink& sink);

/// Names of tables that rules refer to.
std::vector<std::string> tables_in_use(const std::vector<Use>& uses);

}  // namespace plumbline::rules
