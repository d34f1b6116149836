#pragma once

#include "engine/output/writer.h"

/// 自查小结: one A4 page for the drafter: what the report is, how it stands, what to do first, and
/// what a person must still look at.
namespace plumbline::output {

/// Of one document: Writer::one_each. One page whatever the report.
Result<std::string> write_selfcheck(const RunReport& report, const WriteOptions& options);

}  // namespace plumbline::output
