#pragma once

#include <functional>
#include <span>
#include <vector>

#include "engine/cli/inputs.h"
#include "plumbline/engine.h"

namespace plumbline::cli {

struct WorkOptions {
  std::size_t jobs = 1;
  bool keep_source = false;                      ///< some writer shows the text
  std::function<void(std::size_t)> on_progress;  ///< documents done so far; one call at a time
};

/// Reads and checks every input on up to `jobs` threads. reports[i] answers inputs[i], whatever the
/// number of threads. An exception in one document is that document's reason.
std::vector<DocumentReport> check_all(const Engine& engine, const CheckOptions& options,
                                      std::span<const Input> inputs, const WorkOptions& work);

/// One document, from the disk to its report.
DocumentReport check_file(const Engine& engine, const CheckOptions& options,
                          const std::string& path);

}  // namespace plumbline::cli
