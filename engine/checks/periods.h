#pragma once

#include <memory>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// `check: periods`: names that belong to certain years, from a table. States: `early` (not yet
/// there in the report year and at the document's date), `late` (over by then), `wrong` (never
/// right, or right for another year than the one named beside it).
///
/// Columns of `table`: label (as printed), match (a pattern; its first group is the year named
/// beside the term), from, to (report years, may be empty), published (YYYY-MM-DD: from that day on
/// a document may name it), kind: `period` (a plan), `event` (a meeting, its day in published),
/// `year` (said of one year only), `never`; needs (a pattern: found anywhere, nothing is late).
/// Other keys: `past` (patterns in a sentence that looks back), `past_recent` (that closes a plan:
/// right in the two years behind its end), `plan` (that looks ahead),
/// `awaited` (that expects a meeting to come),
/// `plan_element` (there the next year's names are right), `scope`. Values: label, from, to,
/// published.
std::unique_ptr<const Check> compile_periods(const rules::Rule& rule, const rules::Pack& pack,
                                             DiagnosticSink& sink);

}  // namespace plumbline::checks
