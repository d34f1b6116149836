#pragma once

#include <string>

#include "engine/output/writer.h"

/// SARIF 2.1.0. Documents that were not checked are notifications of a run that did not succeed.
namespace plumbline::output {

Result<std::string> write_sarif(const RunReport& report, const WriteOptions& options);

}  // namespace plumbline::output
