#pragma once

#include <vector>

#include "engine/cli/book.h"
#include "engine/packtest/cases.h"
#include "engine/rules/pack.h"

namespace plumbline::cli {

/// What a supervising office hands out: the clauses with the rules that check them, then each rule
/// with basis, points, severity, a wrong and a right example from its cases, advice.
Book handbook(const rules::Pack& pack, const std::vector<packtest::Case>& cases);

}  // namespace plumbline::cli
