#pragma once

#include "engine/output/writer.h"

/// 退回修改意见: a letter to the unit, what must and what should be changed, by when, and whom to
/// ask.
namespace plumbline::output {

/// Of one document: Writer::one_each. Blanks where WriteOptions::contact says nothing.
Result<std::string> write_note(const RunReport& report, const WriteOptions& options);

}  // namespace plumbline::output
