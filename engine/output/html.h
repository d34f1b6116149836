#pragma once

#include "engine/output/writer.h"

/// One page that needs nothing else: no network, no files beside it. docs/formats/report.md.
namespace plumbline::output {

Result<std::string> write_html(const RunReport& report, const WriteOptions& options);

}  // namespace plumbline::output
