#pragma once

#include <string>

#include "engine/output/writer.h"

/// JUnit XML: a suite per document, a case per rule. What could not be decided is an error, never a
/// pass.
namespace plumbline::output {

Result<std::string> write_junit(const RunReport& report, const WriteOptions& options);

}  // namespace plumbline::output
