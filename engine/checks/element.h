#pragma once

#include <memory>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// Kind `element`: the best form in which a required part stands. Keys: element (its id),
/// message_near (message of an absence that has a nearest miss: {nearest}). States: absent mention
/// passage subsection, shared for a section whose heading names another element too, and blocked
/// where the element that it is looked for in is absent.
/// Values: label heading nearest.
std::unique_ptr<const Check> compile_element(const rules::Rule& rule, const rules::Pack& pack,
                                             DiagnosticSink& sink);

}  // namespace plumbline::checks
