#pragma once

#include <optional>
#include <utility>

#include "engine/isolation/process.h"
#include "engine/readers/program.h"

namespace plumbline::isolation {

/// Runs the foreign programs that workers ask for, through a converter process that is started at
/// the first call: it outlives a killed parent long enough to kill them and remove their files.
class ProgramRunner {
 public:
  explicit ProgramRunner(WorkerProgram program) : program_(std::move(program)) {}
  ~ProgramRunner();
  /// Only calls that permit() knows. Anything else is kNotStarted.
  readers::ProgramResult run(readers::ProgramCall call);

 private:
  bool start();

  WorkerProgram program_;
  Timer timer_;
  std::optional<Process> converter_;
};

}  // namespace plumbline::isolation
