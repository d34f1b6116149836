#pragma once

#include <functional>
#include <span>
#include <vector>

#include "engine/cli/inputs.h"
#include "engine/isolation/document_reader.h"
#include "plumbline/engine.h"

namespace plumbline::cli {

struct WorkOptions {
  std::size_t jobs = 1;
  isolation::WorkerProgram worker;               ///< one process a thread; empty = none
  bool keep_source = false;                      ///< some writer shows the text
  std::function<void(std::size_t)> on_progress;  ///< documents done so far; one call at a time
};

struct Checked {
  std::vector<DocumentReport> reports;
  int skipped = 0;  ///< hidden files, junk and links in archives
};

/// Reads and checks every input on up to `jobs` threads. The reports stand in the order of the
/// inputs, whatever the number of threads; an archive has one for each file in it, its path below
/// the archive's. An exception in one document is that document's reason.
Checked check_all(const Engine& engine, const CheckOptions& options, std::span<const Input> inputs,
                  const WorkOptions& work);

/// One document, from the disk to its report; an archive is not opened.
DocumentReport check_file(const Engine& engine, const CheckOptions& options,
                          const std::string& path, isolation::DocumentReader& reader);

}  // namespace plumbline::cli
