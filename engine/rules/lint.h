#pragma once

#include "engine/rules/pack.h"
#include "plumbline/diagnostic.h"

namespace plumbline::rules {

/// What a pack that loads may still have wrong: a rule without basis, advice, passing or failing
/// case, words stronger than the authority, a gate on a rule that is not scored, terms, documents
/// and tables that nothing uses. Adds warnings only. Cases are those of the rule or the files
/// cases/RULE/pass-* and cases/RULE/fail-* beside its pack.yaml.
void lint_pack(const Pack& pack, const PackFiles& files, DiagnosticSink& sink);

}  // namespace plumbline::rules
