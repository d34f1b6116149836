#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/craft/differences.h"
#include "engine/craft/impact.h"

namespace plumbline::craft {

/// "added", "removed", "stronger" …
std::string_view name_of(Difference::Kind kind);

/// {"schema": "diff-v1", "old", "new", "changes", "impact"}: docs/formats/diff.md. `impact` is null
/// without documents.
std::string diff_json(const rules::Pack& before, const rules::Pack& after,
                      const std::vector<Difference>& changes, const std::optional<Impact>& impact);

}  // namespace plumbline::craft
