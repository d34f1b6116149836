#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/cli/session.h"
#include "plumbline/engine.h"

namespace plumbline::cli {

using Packs = std::vector<std::shared_ptr<const rules::Pack>>;

/// Loads packs by name or folder; none named = the national one. Complains into the sink.
Packs load_packs(const std::vector<std::string>& names, const Session& session,
                 DiagnosticSink& sink);

/// Loads and compiles; nullopt iff the sink has errors.
std::optional<Engine> load_engine(const std::vector<std::string>& names, const Session& session,
                                  DiagnosticSink& sink);

}  // namespace plumbline::cli
