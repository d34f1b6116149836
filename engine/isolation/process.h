#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/isolation/channel.h"

namespace plumbline::isolation {

/// How a worker is started: normally this very program with a hidden argument. An empty path: there
/// are none.
struct WorkerProgram {
  std::string path;
  std::vector<std::string> arguments;
};

/// Where a worker finds its end of the socket. Its standard streams are /dev/null.
inline constexpr int kWorkerDescriptor = 3;

/// A running worker. When this goes, the worker is dead and buried. To be used by the thread that
/// started it: the worker dies with that thread.
class Process {
 public:
  /// nullopt where the system has no process or descriptor to give.
  static std::optional<Process> start(const WorkerProgram& program, const std::string& role);
  Process(Process&& other) noexcept;
  Process& operator=(Process&&) = delete;
  ~Process();

  const Channel& channel() const { return channel_; }
  int identifier() const { return pid_; }
  /// Kills it where it still runs. Gives its wait status.
  int end();
  /// Closes the socket, gives it `seconds` to clean up and go, then kills it.
  void dismiss(unsigned seconds);

 private:
  Process(int pid, Channel channel) : pid_(pid), channel_(std::move(channel)) {}

  int pid_;
  Channel channel_;
};

/// A descriptor that becomes readable when time is up. Owned like a channel.
class Timer {
 public:
  Timer();
  Timer(const Timer&) = delete;
  Timer& operator=(const Timer&) = delete;
  ~Timer();

  void start(long milliseconds) const;
  /// Stops the clock; milliseconds that were left.
  long stop() const;
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace plumbline::isolation
