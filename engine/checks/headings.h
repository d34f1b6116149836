#pragma once

#include <memory>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// Kind `headings`: gaps, repeats and broken marks in one parent and one level. Key: levels (1 一、
/// 2 （一） 3 1. 4 （1）; all where it is not given). States: gap repeat mark. Values: expected.
std::unique_ptr<const Check> compile_headings(const rules::Rule& rule, const rules::Pack& pack,
                                              DiagnosticSink& sink);

}  // namespace plumbline::checks
