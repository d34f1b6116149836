#pragma once

#include <memory>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// `check: repeats`: a paragraph that stands twice (state `found`, the second place). Compared
/// without headings, numbers of paragraphs and punctuation. Keys: `at_least` code points of a
/// paragraph (30), `run` code points of several sentences inside one (80). Values: first (its
/// opening words).
std::unique_ptr<const Check> compile_repeats(const rules::Rule& rule, const rules::Pack& pack,
                                             DiagnosticSink& sink);

}  // namespace plumbline::checks
