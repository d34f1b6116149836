#pragma once

#include <functional>
#include <string_view>

#include "engine/isolation/sandbox.h"
#include "engine/readers/reader.h"

/// The inside of a worker process: what runs behind the hidden --worker argument.
namespace plumbline::isolation {

using Read = std::function<readers::Extraction(std::string_view path, std::string_view bytes,
                                               const readers::Limits& limits)>;

/// Locks this process down and answers on kWorkerDescriptor until the other side goes; `read` does
/// the reading. Gives the exit status.
int serve_documents(const SandboxLimits& limits, const Read& read);

/// Runs foreign programs for workers that may not; kills them and removes their files when the
/// other side goes. `walls`: inside bubblewrap where that works. Gives the exit status.
int serve_programs(bool walls);

/// What `--worker ROLE` does with the real readers. 2 for an unknown role.
int run_worker(std::string_view role);

/// Hidden first argument of the program; the role is the second.
inline constexpr std::string_view kWorkerArgument = "--worker";
inline constexpr std::string_view kReaderRole = "reader";
inline constexpr std::string_view kConverterRole = "converter";

/// A worker that has no memory left even to say so ends with this status.
inline constexpr int kOutOfMemoryStatus = 71;

}  // namespace plumbline::isolation
