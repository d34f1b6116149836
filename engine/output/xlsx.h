#pragma once

#include "engine/output/writer.h"

/// A workbook for the supervising office: 汇总, 台账, 问题明细, 评分表; docs/formats/report.md.
namespace plumbline::output {

/// Fails where the operating system refuses the temporary files that the library needs, and where a
/// sheet has more rows than the format allows.
Result<std::string> write_xlsx(const RunReport& report, const WriteOptions& options);

}  // namespace plumbline::output
