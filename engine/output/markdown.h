#pragma once

#include <string>

#include "engine/output/writer.h"

/// A report in Markdown, to paste into an issue or to keep beside the draft.
namespace plumbline::output {

Result<std::string> write_markdown(const RunReport& report, const WriteOptions& options);

}  // namespace plumbline::output
