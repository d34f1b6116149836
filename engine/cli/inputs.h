#pragma once

#include <memory>
#include <string>
#include <vector>

#include "plumbline/report.h"
#include "plumbline/result.h"

namespace plumbline::cli {

/// One line of the report to be: a file to check, or what is already known of a path.
struct Input {
  std::string path;
  /// A folder that cannot be opened or holds nothing; mostly null, and then small.
  std::shared_ptr<const DocumentReport> known;
  /// Whose walk found it; empty for a path as given, which may be a link.
  std::string folder = {};
};
/// The file's bytes; one that a walk found is not read through a link.
Result<std::string> read_input(const Input& input, std::size_t max_bytes);

struct Inputs {
  std::vector<Input> documents;  ///< paths as given, folders walked in sorted order, each file once
  int skipped = 0;               ///< hidden files, junk and links in folders
};
Inputs gather_inputs(const std::vector<std::string>& paths);

/// A document that was not checked, and why (Chinese, as all reports).
DocumentReport unchecked(std::string path, ReadOutcome outcome, std::string reason);

}  // namespace plumbline::cli
