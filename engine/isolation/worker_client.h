#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/isolation/process.h"
#include "engine/isolation/program_runner.h"
#include "plumbline/report.h"

namespace plumbline::isolation {

/// What one document may cost beside the limits that a worker sets itself.
struct DocumentLimits {
  long wall_milliseconds = 20000;  ///< without foreign programs, which have their own
  std::uint32_t cpu_milliseconds = 10000;
  unsigned documents_per_worker = 200;
  unsigned program_calls = 1000;
};

/// Why a worker gave no answer, with what a person is told.
struct Fault {
  ReadOutcome outcome = ReadOutcome::kCrashed;
  std::string_view message;
};

/// One question to a worker and what is made of the frames that answer it.
class Exchange {
 public:
  enum class Reply {
    kMore,  ///< the answer goes on
    kDone,
    kOutOfMemory,  ///< done; the worker told that it had too little memory
    kBad,          ///< not what was agreed
  };

  virtual ~Exchange() = default;
  /// Begins anew. `number` must come back with every frame.
  virtual std::string ask(std::uint32_t number) = 0;
  virtual Reply hear(std::string_view payload) = 0;
  /// Bytes of the longest frame that may come.
  virtual std::size_t longest() const = 0;
  /// What the question is about: input of the programs that the worker asks for.
  virtual std::string_view document() const = 0;
};

/// The program's side of one worker, which is started when it is needed, kept, and replaced when it
/// fails or is worn out.
class WorkerClient {
 public:
  WorkerClient(WorkerProgram program, DocumentLimits limits);

  /// nullopt when the exchange is done. What kills a worker that has worked before is tried once
  /// more in a new one, so that the result does not depend on what it did before.
  std::optional<Fault> hold(Exchange& exchange);

  bool has_program() const { return !program_.path.empty(); }
  std::uint32_t cpu_milliseconds() const { return limits_.cpu_milliseconds; }
  /// 0 where none is running.
  int worker() const { return worker_ ? worker_->identifier() : 0; }

 private:
  bool start();
  Fault stop(Channel::End end);
  std::optional<Fault> hold_once(Exchange& exchange, bool& out_of_memory);
  std::optional<Fault> listen(Exchange& exchange, bool& out_of_memory);
  bool serve_call(std::string_view payload, std::string_view document);

  WorkerProgram program_;
  DocumentLimits limits_;
  Timer timer_;
  std::optional<Process> worker_;
  ProgramRunner runner_;
  unsigned documents_ = 0;  ///< that this worker was given
  std::uint32_t number_ = 0;
};

}  // namespace plumbline::isolation
