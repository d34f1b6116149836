#pragma once

#include <optional>
#include <string>
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

/// Marks what is waived or known, document by document, and remembers which waivers were of use.
class Excusing {
 public:
  Excusing(const Excuses& excuses, std::string as_of);

  void apply(DocumentReport& document);
  /// A warning for each waiver that is unused, expired or undecided: the run must say so.
  std::vector<Diagnostic> complaints(const Session& session) const;

 private:
  const Excuses& excuses_;
  std::string as_of_;
  std::vector<waivers::Use> uses_;  ///< of each waiver, over all documents so far
};

}  // namespace plumbline::cli
