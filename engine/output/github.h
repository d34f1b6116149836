#pragma once

#include <string>

#include "engine/output/writer.h"

/// Workflow commands of GitHub Actions: one annotation per finding, and one per document that was
/// not checked.
namespace plumbline::output {

extern const Pieces kGithubPieces;
Result<std::string> write_github(const RunReport& report, const WriteOptions& options);

}  // namespace plumbline::output
