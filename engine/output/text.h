#pragma once

#include <string>

#include "engine/output/writer.h"

/// The report for a person at a terminal: verdict, facts, elements, findings by severity, ledger,
/// what was not checked, summary. At most a screenful for an ordinary draft.
namespace plumbline::output {

extern const Pieces kTextPieces;
Result<std::string> write_text(const RunReport& report, const WriteOptions& options);

}  // namespace plumbline::output
