#pragma once

#include <memory>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// Kind `dates`: tests of the date of the document. Key: test.
/// - exists: a calendar has that day. State: invalid.
/// - form: the way it is written; forms lists the right ones; fix the states whose
///   hits become 2025年2月8日. States: padded dotted han.
/// - range: periods ({state, from, before}, days like Y+1-03-01); the first that holds the date
///   gives the state.
/// - deadline: deadlines and practice (day by kind of reporter; practice binds locally only),
///   until (a date from that day on is another rule's matter), published (patterns: in front of
///   the first heading they show that the date is that of making the report public) and publication
///   (its day). States: late on-day practice published-late.
/// - number-year: the year in the document number is the date's. State: differs.
/// Values: date deadline year number_year.
std::unique_ptr<const Check> compile_dates(const rules::Rule& rule, const rules::Pack& pack,
                                           DiagnosticSink& sink);

}  // namespace plumbline::checks
