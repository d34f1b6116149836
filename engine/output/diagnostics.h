#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/diagnostic.h"
#include "plumbline/report.h"

/// Complaints about packs for programs: editors, code hosts, build servers. Paths are printed as
/// they came, columns are code points from 1; the same diagnostics give the same bytes.
namespace plumbline::output {

/// {"schema": "lint-v1", "plumbline", "packs", "diagnostics", "summary"}: docs/formats/lint.md.
/// `packs` are those that could be loaded.
std::string diagnostics_json(std::span<const Diagnostic> diagnostics,
                             const std::vector<PackInfo>& packs, std::string_view version);

/// A SARIF 2.1.0 log with one run, a rule for each code that occurs.
std::string diagnostics_sarif(std::span<const Diagnostic> diagnostics, std::string_view version);

}  // namespace plumbline::output
