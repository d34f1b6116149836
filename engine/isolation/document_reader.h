#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "engine/isolation/process.h"
#include "engine/isolation/sandbox.h"
#include "engine/isolation/worker_client.h"
#include "engine/readers/reader.h"
#include "plumbline/archive.h"

namespace plumbline::isolation {

/// Reads documents: text formats here, all others in a worker process that is started at the first
/// of them and kept for the next. A worker that crashes or hits a limit costs this one document.
/// One per thread, used by that thread alone.
class DocumentReader {
 public:
  /// Without a program everything is read in this process.
  explicit DocumentReader(WorkerProgram program, DocumentLimits limits = {});
  DocumentReader(const DocumentReader&) = delete;
  DocumentReader& operator=(const DocumentReader&) = delete;
  ~DocumentReader();

  readers::Extraction read(std::string_view path, std::string_view bytes,
                           std::size_t max_input_bytes, bool ocr = false);
  /// What an archive of submissions holds (is_archive).
  Archive open(std::string_view bytes, std::size_t max_input_bytes);

  /// What protects a worker on this machine; nullopt where none can be started.
  std::optional<Protections> protections();
  /// Process identifier of the worker, 0 where none is running. For tests.
  int worker() const;

 private:
  WorkerClient client_;
};

}  // namespace plumbline::isolation
