#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/report.h"
#include "plumbline/result.h"

namespace plumbline::waivers {

/// What an earlier run found, by document.
struct Baseline {
  using Fingerprints = std::set<std::string, std::less<>>;
  std::map<std::string, Fingerprints, std::less<>> by_path;
  std::map<std::string, Fingerprints, std::less<>> by_digest;  ///< for a file that was moved
};

/// From a report that `--format json` wrote (report-v1). P2103 where `bytes` are none.
Result<Baseline> read_baseline(const std::string& path, std::string_view bytes);

/// Marks findings that the baseline has as waived, says so, and settles the rules. A document is
/// found by its path, else by its bytes. Where a rule has more findings than are listed, none of
/// its findings is taken as known: the others could be new.
void apply_baseline(const Baseline& baseline, std::vector<DocumentReport>& documents);

}  // namespace plumbline::waivers
