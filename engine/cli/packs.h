#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/cli/session.h"
#include "plumbline/engine.h"

namespace plumbline::cli {

using Packs = std::vector<std::shared_ptr<const rules::Pack>>;

/// The folder of a pack named by folder, by its pack.yaml or by name in the pack path.
std::optional<std::string> pack_folder(const std::string& name, const Session& session);

/// Loads packs by name or folder; none named = the national one. Complains into the sink.
Packs load_packs(const std::vector<std::string>& names, const Session& session,
                 DiagnosticSink& sink);

/// Loads and compiles; null iff the sink has errors.
std::shared_ptr<const Engine> load_engine(const std::vector<std::string>& names,
                                          const Session& session, DiagnosticSink& sink);

}  // namespace plumbline::cli
