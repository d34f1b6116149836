#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <optional>
#include <string>

#include "engine/isolation/channel.h"
#include "engine/isolation/frame.h"
#include "engine/isolation/message.h"
#include "engine/isolation/process.h"
#include "engine/isolation/worker.h"
#include "engine/readers/program.h"
#include "engine/readers/program_walls.h"

namespace plumbline::isolation {
namespace {

/// Kills what a program left behind, also in groups and sessions of its own: whose parent dies
/// becomes our child.
void clear_away() {
  constexpr int kRounds = 1000;  // each sees at least one generation off
  for (int round = 0; round < kRounds; ++round) {
    std::ifstream children("/proc/self/task/" + std::to_string(::getpid()) + "/children");
    for (pid_t child = 0; children >> child;) ::kill(child, SIGKILL);
    if (::waitpid(-1, nullptr, children.eof() && children.is_open() ? 0 : WNOHANG) <= 0)
      return;
  }
}

}  // namespace

int serve_programs(bool walls) {
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
  const Channel channel(kWorkerDescriptor);
  const readers::ProgramHost host = {.until = channel.descriptor(),
                                     .walls = walls && readers::walls_hold()};
  for (;;) {
    std::string question;
    if (channel.receive(question, kMaxQuestion) != Channel::End::kOk)
      return 0;
    const std::optional<readers::ProgramCall> call = decode_call(question, "");
    if (!call)
      return 0;
    const readers::ProgramResult result = readers::run_program(*call, host);
    clear_away();
    if (channel.send(encode(result)) != Channel::End::kOk)
      return 0;
  }
}

}  // namespace plumbline::isolation
