#pragma once

#include <string>

#include "engine/output/writer.h"

/// One table for spreadsheets (UTF-8 with BOM, CRLF): a row per document, per rule and per finding,
/// told apart by the first column, so that the score can be recomputed by hand.
namespace plumbline::output {

extern const Pieces kCsvPieces;
Result<std::string> write_csv(const RunReport& report, const WriteOptions& options);

}  // namespace plumbline::output
