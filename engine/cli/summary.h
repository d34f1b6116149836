#pragma once

#include <optional>

#include "engine/cli/cli.h"
#include "plumbline/report.h"

namespace plumbline::cli {

/// Counts over all documents; what is waived does not count, what was skipped is no document.
Summary summarise(const std::vector<DocumentReport>& documents, int skipped);

/// 0, 1 or 3 (design §6). `fail_on` empty = never.
ExitStatus status_of(const std::vector<DocumentReport>& documents, std::optional<Severity> fail_on);

}  // namespace plumbline::cli
