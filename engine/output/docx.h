#pragma once

#include "engine/output/writer.h"

/// The document itself with one Word comment a finding; of what is no docx, its text.
namespace plumbline::output {

/// Of one document: Writer::one_each.
Result<std::string> write_docx(const RunReport& report, const WriteOptions& options);

}  // namespace plumbline::output
