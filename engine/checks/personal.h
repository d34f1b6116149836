#pragma once

#include <memory>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// `check: personal`: numbers that name a person; states `id`, `mobile`, `bank`. Keys: `numbers`
/// (which of them, default all), `unless_before`, `unless_after` (patterns that make a mobile or
/// card number something else: 元, 编号). Values: kind. Numbers are never put into values.
std::unique_ptr<const Check> compile_personal(const rules::Rule& rule, const rules::Pack& pack,
                                              DiagnosticSink& sink);

}  // namespace plumbline::checks
