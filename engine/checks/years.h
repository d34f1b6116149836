#pragma once

#include <memory>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// Kind `years`: years named in scopes agree with the report year. Keys: sources ({scope, match,
/// whole, skip_elements, except}; group 1 of match is the year; scope headings-1 looks at
/// first-level headings with their marks), except (patterns whose hits hide the years in them).
/// State: differs. Values: year report_year.
std::unique_ptr<const Check> compile_years(const rules::Rule& rule, const rules::Pack& pack,
                                           DiagnosticSink& sink);

}  // namespace plumbline::checks
