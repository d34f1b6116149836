#pragma once

#include "engine/rules/pack.h"
#include "engine/rules/pack_sources.h"

namespace plumbline::rules {

/// Reads the tables in `wanted` (names of `tables:`) into pack.tables and their digests into
/// `sources`. Reports files that cannot be read, bad CSV, a header with an empty or doubled name
/// and rows of another length than the header.
void read_tables(PackSources& sources, const std::vector<std::string>& wanted,
                 const PackFiles& files, Pack& pack, DiagnosticSink& sink);

}  // namespace plumbline::rules
