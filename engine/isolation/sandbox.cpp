#include "engine/isolation/sandbox.h"

#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>

#include "engine/isolation/process.h"

namespace plumbline::isolation {
namespace {

// The address sanitizer reserves terabytes of address space.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

bool limit(int resource, rlim_t value) {
  rlimit before{};
  const auto which = static_cast<__rlimit_resource_t>(resource);
  if (::getrlimit(which, &before) == 0)
    value = std::min(value, before.rlim_max);
  const rlimit bound{value, value};
  return ::setrlimit(which, &bound) == 0;
}

/// Of linux/landlock.h, whose newest fields older headers lack.
struct LandlockRules {
  std::uint64_t files, network, scopes;
};
constexpr unsigned kVersionFlag = 1;
// The same on every processor; older headers do not name them.
constexpr long kLandlockCreate = 444, kLandlockRestrict = 446;

/// Everything that a version can forbid.
LandlockRules rules_of(long version) {
  LandlockRules rules{};
  constexpr unsigned kFirst = 13;  // rights of version 1; one more in 2, 3 and 5
  const unsigned files =
      kFirst + (version >= 2 ? 1u : 0u) + (version >= 3 ? 1u : 0u) + (version >= 5 ? 1u : 0u);
  rules.files = (1ull << files) - 1;
  rules.network = version >= 4 ? 3 : 0;
  rules.scopes = version >= 6 ? 3 : 0;
  return rules;
}
std::size_t size_of(long version) {
  return version >= 6 ? sizeof(LandlockRules) : version >= 4 ? 16 : 8;
}

}  // namespace

bool limit_resources(const SandboxLimits& limits) {
  bool all = limit(RLIMIT_CORE, 0);
  all = limit(RLIMIT_FSIZE, 0) && all;
  all = limit(RLIMIT_NPROC, 0) && all;
  all = limit(RLIMIT_NOFILE, limits.descriptors) && all;
  all = limit(RLIMIT_CPU, limits.cpu_seconds) && all;
  all = limit(RLIMIT_STACK, limits.stack) && all;
  if (limits.memory > 0 && !kSanitized)
    all = limit(RLIMIT_AS, limits.memory) && all;
  return all;
}

std::uint8_t restrict_files() {
  const long version = ::syscall(kLandlockCreate, nullptr, 0, kVersionFlag);
  if (version < 1)
    return 0;
  const LandlockRules rules = rules_of(version);
  const long set = ::syscall(kLandlockCreate, &rules, size_of(version), 0);
  if (set < 0)
    return 0;
  const bool done = ::syscall(kLandlockRestrict, set, 0) == 0;
  ::close(static_cast<int>(set));
  return done ? static_cast<std::uint8_t>(std::min(version, 255l)) : std::uint8_t{0};
}

namespace {

/// A parent that died before its death was to be told has closed its end of the socket.
void leave_if_alone() {
  pollfd socket = {kWorkerDescriptor, POLLIN, 0};
  if (::poll(&socket, 1, 0) > 0 && (socket.revents & POLLHUP) != 0)
    ::_exit(0);
}

}  // namespace

Protections lock_down(const SandboxLimits& limits) {
  Protections protections;
  ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  leave_if_alone();
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  protections.no_new_privileges = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
  protections.limits = limit_resources(limits);
  protections.landlock = restrict_files();
  protections.seccomp = filter_system_calls();
  return protections;
}

}  // namespace plumbline::isolation
