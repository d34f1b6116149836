#pragma once

#include <memory>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// Kind `future`: a promise for a day before the text's own date, or before --as-of where it has
/// none. Keys: scope, promise (patterns; groups year, month, day, any of which may be unset),
/// except (patterns whose hits hide promises), days (words for a day: 上旬: 10), default_years
/// (years after the report year that a promise without a year means). State: past. Values: promised
/// date.
std::unique_ptr<const Check> compile_future(const rules::Rule& rule, const rules::Pack& pack,
                                            DiagnosticSink& sink);

}  // namespace plumbline::checks
