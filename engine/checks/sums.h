#pragma once

#include <memory>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// Kind `sums`: parts that do not add up to their stated whole. Keys: scope, and the word lists of
/// SumWords: units vague whole among referring partitions closing rest no_part overlapping
/// missing_percent.
/// State: differs. Values: total sum parts unit difference.
std::unique_ptr<const Check> compile_sums(const rules::Rule& rule, const rules::Pack& pack,
                                          DiagnosticSink& sink);

}  // namespace plumbline::checks
