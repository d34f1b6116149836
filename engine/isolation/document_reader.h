#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "engine/isolation/process.h"
#include "engine/isolation/sandbox.h"
#include "engine/readers/reader.h"

namespace plumbline::isolation {

/// What one document may cost beside the limits that a worker sets itself.
struct DocumentLimits {
  long wall_milliseconds = 20000;  ///< without foreign programs, which have their own
  std::uint32_t cpu_milliseconds = 10000;
  unsigned documents_per_worker = 200;
  unsigned program_calls = 1000;
};

/// Reads documents: text formats here, all others in a worker process that is started at the first
/// of them and kept for the next. A worker that crashes or hits a limit costs this one document.
/// The result does not depend on what the worker read before: what kills a used worker is tried
/// once more in a new one. One per thread, used by that thread alone.
class DocumentReader {
 public:
  /// Without a program everything is read in this process.
  explicit DocumentReader(WorkerProgram program, DocumentLimits limits = {});
  DocumentReader(const DocumentReader&) = delete;
  DocumentReader& operator=(const DocumentReader&) = delete;
  ~DocumentReader();

  readers::Extraction read(std::string_view path, std::string_view bytes,
                           std::size_t max_input_bytes);

  /// What protects a worker on this machine; nullopt where none can be started.
  std::optional<Protections> protections();
  /// Process identifier of the worker, 0 where none is running. For tests.
  int worker() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace plumbline::isolation
