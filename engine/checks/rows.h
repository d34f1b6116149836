#pragma once

#include <memory>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// Kind `rows`: numbers of a table that must add up. A row is `columns` whole numbers one behind
/// the other, as text, cells or lines; it belongs to the nearest label before it. A total that is
/// wrong in its own row is not told again where it enters an equation. Keys: scope,
/// columns, rows (name: patterns of the label), optional_rows (names: may lack), group (in each
/// group of that many numbers the last is the sum of the others), equations (whole: names, parts:
/// names; the sums agree in every column). States: across, down. Values: row total sum parts
/// column. Where a row that is asked for cannot be read and nothing else is wrong: needs-review.
std::unique_ptr<const Check> compile_rows(const rules::Rule& rule, const rules::Pack& pack,
                                          DiagnosticSink& sink);

}  // namespace plumbline::checks
