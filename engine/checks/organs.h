#pragma once

#include <memory>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// Kind `organs`: two facts name the same organ, short forms allowed. Keys: left, right (facts);
/// table (columns short, full: endings); may_omit (characters a short form may leave out);
/// prefixes. States: differs, shortened (one is the other with words left out). Values: left right.
std::unique_ptr<const Check> compile_organs(const rules::Rule& rule, const rules::Pack& pack,
                                            DiagnosticSink& sink);

}  // namespace plumbline::checks
