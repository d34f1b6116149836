#pragma once

#include <memory>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// `check: widths`: letters and digits of double width (１２, ＡＢ: U+FF10 to U+FF5A), which the
/// normal form that patterns see folds away (state `found`, one hit a run). Key: `scope`. Every hit
/// brings the edit that narrows it; numbers keep their value.
std::unique_ptr<const Check> compile_widths(const rules::Rule& rule, const rules::Pack& pack,
                                            DiagnosticSink& sink);

}  // namespace plumbline::checks
