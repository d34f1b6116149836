#pragma once

#include <optional>
#include <vector>

#include "engine/cli/arguments.h"
#include "engine/cli/session.h"
#include "engine/waivers/baseline.h"
#include "engine/waivers/waivers.h"
#include "plumbline/engine.h"

namespace plumbline::cli {

/// --waivers and --baseline, read.
struct Excuses {
  waivers::WaiverFile waivers;
  std::optional<waivers::Baseline> baseline;
};

/// Complains about files that cannot be read, their form, and rules that no loaded pack has.
Excuses read_excuses(const Arguments& arguments, const Engine& engine, DiagnosticSink& sink);

/// Marks what is waived or known. Gives a warning for each waiver that is unused, expired or
/// undecided: the run must say so.
std::vector<Diagnostic> apply_excuses(const Excuses& excuses, const std::string& as_of,
                                      const Session& session,
                                      std::vector<DocumentReport>& documents);

}  // namespace plumbline::cli
