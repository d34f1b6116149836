#pragma once

#include "engine/rules/pack_sources.h"
#include "engine/rules/pattern_source.h"

namespace plumbline::rules {

/// All `terms:` of a pack with the terms inside them put in. Reports circles, unknown names, two
/// meanings of one name and terms that grow beyond bounds.
Terms expand_terms(const PackSources& sources, DiagnosticSink& sink);

}  // namespace plumbline::rules
