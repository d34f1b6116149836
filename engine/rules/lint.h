#pragma once

#include "engine/rules/pack.h"
#include "plumbline/diagnostic.h"

namespace plumbline::rules {

/// What a pack that loads may still have wrong, in the order of its files: docs/diagnostics.md,
/// P1501 and following. Adds warnings, and errors for cases in
/// files that cannot be read. Cases are those of the rule or the files
/// cases/RULE/pass-* and cases/RULE/fail-* beside its pack.yaml.
void lint_pack(const Pack& pack, const PackFiles& files, DiagnosticSink& sink);

}  // namespace plumbline::rules
