#pragma once

#include <functional>
#include <span>
#include <string>

#include "engine/cli/inputs.h"
#include "engine/isolation/document_reader.h"
#include "plumbline/engine.h"

namespace plumbline::cli {

struct WorkOptions {
  std::size_t jobs = 1;
  isolation::WorkerProgram worker;               ///< one process a thread; empty = none
  bool keep_source = false;                      ///< some writer shows the text
  bool keep_file = false;                        ///< some writer makes a copy of the file
  std::function<void(std::size_t)> on_progress;  ///< documents done so far; one call at a time
};

/// Takes the next report in order; one call at a time, on any thread.
using TakeReport = std::function<void(DocumentReport&&)>;

/// Reads and checks every input on up to `jobs` threads and hands the reports to `take` in the
/// order of the inputs, whatever the number of threads; an archive has one for each file in it, its
/// path below the archive's. Few reports wait for an earlier one, so memory does not grow with the
/// inputs. An exception in one document is that document's reason; one of `take` ends the work and
/// is thrown on. Gives the number of files in archives that were skipped: hidden files, junk,
/// links.
int check_all(const Engine& engine, const CheckOptions& options, std::span<const Input> inputs,
              const WorkOptions& work, const TakeReport& take);

/// One document, from the disk to its report; an archive is not opened.
DocumentReport check_file(const Engine& engine, const CheckOptions& options,
                          const std::string& path, isolation::DocumentReader& reader);

}  // namespace plumbline::cli
