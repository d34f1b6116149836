#pragma once

#include <memory>
#include <string>
#include <vector>

#include "plumbline/report.h"

namespace plumbline::cli {

/// One line of the report to be: a file to check, or what is already known of a path.
struct Input {
  std::string path;
  /// A folder that cannot be opened or holds nothing; mostly null, and then small.
  std::shared_ptr<const DocumentReport> known;
};

struct Inputs {
  std::vector<Input> documents;  ///< paths as given, folders walked in sorted order, each file once
  int skipped = 0;               ///< hidden files, junk and links in folders
};
Inputs gather_inputs(const std::vector<std::string>& paths);

/// A document that was not checked, and why (Chinese, as all reports).
DocumentReport unchecked(std::string path, ReadOutcome outcome, std::string reason);

}  // namespace plumbline::cli
