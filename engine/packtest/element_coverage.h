#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/packtest/coverage.h"
#include "engine/packtest/run.h"
#include "engine/rules/pack.h"

namespace plumbline::packtest {

/// One branch for each pattern of the pack's elements, "element:problems heading[2]", tried out as
/// those of rules are: it has fired where some case of a rule that looks at elements would end
/// otherwise if the element were sought without it. Empty where no rule does.
std::vector<Branch> measure_elements(const rules::Pack& pack, std::span<const CaseResult> results,
                                     std::size_t jobs);

}  // namespace plumbline::packtest
