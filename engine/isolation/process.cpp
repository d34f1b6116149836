#include "engine/isolation/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace plumbline::isolation {
namespace {

/// What posix_spawn is told about streams, signals and groups.
class Setup {
 public:
  explicit Setup(int socket) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_addopen(&actions_, 0, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions_, 1, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions_, 2, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions_, socket, kWorkerDescriptor);
    ::posix_spawn_file_actions_addclosefrom_np(&actions_, kWorkerDescriptor + 1);
    ::posix_spawnattr_init(&attributes_);
    sigset_t none, all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setsigdefault(&attributes_, &all);
    // A group of its own: what the terminal sends is for us, the worker follows.
    ::posix_spawnattr_setpgroup(&attributes_, 0);
    ::posix_spawnattr_setflags(
        &attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  Setup(const Setup&) = delete;
  Setup& operator=(const Setup&) = delete;
  ~Setup() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }

  int spawn(const std::string& path, std::vector<std::string> words) const {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::string locale = "LC_ALL=C";
    std::array<char*, 2> environment = {locale.data(), nullptr};
    int pid = -1;
    const int error = ::posix_spawn(&pid, path.c_str(), &actions_, &attributes_, arguments.data(),
                                    environment.data());
    return error == 0 ? pid : -1;
  }

 private:
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

/// A copy beyond the numbers that are given to the child, so that none overwrites another.
int high_copy(int descriptor) {
  const int copy = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 10);
  ::close(descriptor);
  return copy;
}

}  // namespace

std::optional<Process> Process::start(const WorkerProgram& program, const std::string& role) {
  int ends[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return std::nullopt;
  Channel ours(ends[0]);
  const Channel theirs(high_copy(ends[1]));
  if (theirs.descriptor() < 0)
    return std::nullopt;
  std::vector<std::string> words = {"plumbline"};
  words.insert(words.end(), program.arguments.begin(), program.arguments.end());
  words.push_back(role);
  const int pid = Setup(theirs.descriptor()).spawn(program.path, std::move(words));
  if (pid < 0)
    return std::nullopt;
  return Process(pid, std::move(ours));
}

Process::Process(Process&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), channel_(std::move(other.channel_)) {}

Process::~Process() {
  end();
}

int Process::end() {
  if (pid_ < 0)
    return 0;
  const int pid = std::exchange(pid_, -1);
  ::kill(pid, SIGKILL);  // nothing where it is dead already: it keeps how it died
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  channel_.close();
  return status;
}

void Process::dismiss(unsigned seconds) {
  if (pid_ < 0)
    return;
  channel_.close();
  const int watch = static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0));
  if (watch >= 0) {
    pollfd wait = {watch, POLLIN, 0};
    ::poll(&wait, 1, static_cast<int>(seconds) * 1000);
    ::close(watch);
  }
  end();
}

Timer::Timer() : descriptor_(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC)) {}

Timer::~Timer() {
  if (descriptor_ >= 0)
    ::close(descriptor_);
}

void Timer::start(long milliseconds) const {
  const long some = milliseconds > 0 ? milliseconds : 1;
  itimerspec when{};
  when.it_value = {some / 1000, some % 1000 * 1000000};
  ::timerfd_settime(descriptor_, 0, &when, nullptr);
}

long Timer::stop() const {
  itimerspec before{};
  const itimerspec never{};
  ::timerfd_settime(descriptor_, 0, &never, &before);
  return before.it_value.tv_sec * 1000 + before.it_value.tv_nsec / 1000000;
}

}  // namespace plumbline::isolation
