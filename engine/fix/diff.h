#pragma once

#include <span>
#include <string>
#include <string_view>

#include "plumbline/report.h"

namespace plumbline::fix {

/// A unified diff of the text and its edits, three lines around each change, as `patch` takes it.
/// Edits are sorted, disjoint and hold no line end, so no line comes or goes. `label` names both
/// sides. Empty without edits. Linear.
std::string unified_diff(std::string_view label, std::string_view text,
                         std::span<const Edit> edits);

}  // namespace plumbline::fix
