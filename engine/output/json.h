#pragma once

#include <string>

#include "engine/output/writer.h"

/// The fixed JSON form, schemas/report-v1.schema.json; docs/formats/report.md explains it.
namespace plumbline::output {

extern const Pieces kJsonPieces;
Result<std::string> write_json(const RunReport& report, const WriteOptions& options);

/// The same objects, one per line: a "run" line, a "document" line each, a "summary" line.
extern const Pieces kJsonLinesPieces;
Result<std::string> write_jsonl(const RunReport& report, const WriteOptions& options);

}  // namespace plumbline::output
