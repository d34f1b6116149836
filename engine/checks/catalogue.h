#pragma once

#include <memory>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// `check: catalogue`: names in 《》 against tables. States: `near` (not in the tables, but all but
/// one of them), `years` (the name is right, its years are not), `form` (the years stand outside
/// their bracket), `obsolete` (no longer in force in the report year).
///
/// Keys: `tables` (columns title; until, present, slack), `slips` (a table with columns wrong,
/// right), `closing`, `closing_slips` (wrong and right endings: 条列, 条例), `least`,
/// `least_stated` (the same for titles that begin with the prefix), `prefix` (left out in short
/// forms), `local` (patterns of titles that are somebody's own), `past` (patterns in a sentence
/// that speaks of the old law as such), `scope`. Values: right, until.
std::unique_ptr<const Check> compile_catalogue(const rules::Rule& rule, const rules::Pack& pack,
                                               DiagnosticSink& sink);

}  // namespace plumbline::checks
