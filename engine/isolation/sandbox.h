#pragma once

#include <cstddef>
#include <cstdint>

/// What a worker gives up before it looks at the first foreign byte.
namespace plumbline::isolation {

struct SandboxLimits {
  std::size_t memory = 768u << 20;  ///< bytes of address space; 0 = no limit
  unsigned cpu_seconds = 3600;      ///< of its whole life; each document has its own
  std::size_t stack = 8u << 20;     ///< bytes
  unsigned descriptors = 16;
};

/// Which protections took hold; what the system does not offer is left out and told by doctor.
struct Protections {
  bool limits = false;  ///< memory, processor, descriptors, no files, no core, no processes
  bool no_new_privileges = false;
  bool seccomp = false;       ///< no files, network, programs, processes, tracing
  std::uint8_t landlock = 0;  ///< version of the interface; 0 = not there
};

/// For good: nothing of it can be taken back in this process.
Protections lock_down(const SandboxLimits& limits);

/// Parts of lock_down.
bool limit_resources(const SandboxLimits& limits);
std::uint8_t restrict_files();
bool filter_system_calls();

/// The system call numbers of this processor are known to filter_system_calls().
bool knows_this_processor();

}  // namespace plumbline::isolation
