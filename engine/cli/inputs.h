#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plumbline/report.h"

namespace plumbline::cli {

/// One line of the report to be: a file to check, or what is already known of a path.
struct Input {
  std::string path;
  std::optional<DocumentReport> known;  ///< a folder that cannot be opened or holds nothing
};

struct Inputs {
  std::vector<Input> documents;  ///< paths as given, folders walked in sorted order, each file once
  int skipped = 0;               ///< hidden files, junk and links in folders
};
Inputs gather_inputs(const std::vector<std::string>& paths);

/// A document that was not checked, and why (Chinese, as all reports).
DocumentReport unchecked(std::string path, ReadOutcome outcome, std::string reason);

}  // namespace plumbline::cli
