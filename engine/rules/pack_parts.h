#pragma once

#include "engine/rules/pack.h"
#include "engine/rules/pack_rules.h"
#include "engine/rules/pack_sources.h"

/// Sections of packs made into the members of a Pack. Nodes may be malformed where the schema has
/// complained already: these functions then leave out what they cannot use.
namespace plumbline::rules {

void fill_basis(const PackSources& sources, Pack& pack, DiagnosticSink& sink);
void fill_scoring(const PackSources& sources, Pack& pack);
/// Needs terms.
void fill_kind(const PackSources& sources, Pack& pack, DiagnosticSink& sink);
void fill_vocabulary(const PackSources& sources, Pack& pack, DiagnosticSink& sink);
void fill_elements(const PackSources& sources, Pack& pack, DiagnosticSink& sink);
void fill_reporters(const PackSources& sources, Pack& pack, DiagnosticSink& sink);
/// Needs rules.
void fill_profiles(const PackSources& sources, const RuleDrafts& drafts, const Schema& schema,
                   Pack& pack, DiagnosticSink& sink);
/// Needs basis.
void fill_rules(const RuleDrafts& drafts, Pack& pack, DiagnosticSink& sink);

}  // namespace plumbline::rules
