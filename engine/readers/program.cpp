#include "engine/readers/program.h"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>
#include <utility>

#include "engine/readers/program_walls.h"
#include "engine/readers/temporary_folder.h"

namespace plumbline::readers {
namespace {

constexpr std::size_t kMaxErrors = 16u << 10;
constexpr std::size_t kMaxFile = 1u << 30;  ///< bytes of any file in a private folder

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor() { close(); }
  void close() {
    if (fd_ >= 0) {
      ::close(std::exchange(fd_, -1));
    }
  }
  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

struct Pipe {
  Descriptor read, write;
};
Pipe make_pipe() {
  int ends[2] = {-1, -1};
  return ::pipe2(ends, O_CLOEXEC) == 0 ? Pipe{Descriptor(ends[0]), Descriptor(ends[1])} : Pipe{};
}

/// The input as a file without a name.
Descriptor make_input(std::string_view bytes) {
  Descriptor file(::memfd_create("input", MFD_CLOEXEC));
  while (file && !bytes.empty()) {
    const ssize_t count = ::write(file.get(), bytes.data(), bytes.size());
    if (count <= 0) {
      return Descriptor();
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return file;
}

Descriptor make_timer(unsigned seconds) {
  Descriptor timer(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC));
  itimerspec when{};
  when.it_value.tv_sec = static_cast<time_t>(seconds);
  return timer && ::timerfd_settime(timer.get(), 0, &when, nullptr) == 0 ? std::move(timer)
                                                                         : Descriptor();
}

void limit(int resource, rlim_t value) {
  const rlimit bound{value, value};
  ::setrlimit(static_cast<__rlimit_resource_t>(resource), &bound);
}

/// What the child needs, laid out before the fork.
struct Start {
  const ProgramCall& call;
  bool unshare;  ///< leave the network ourselves: nobody else does
  const char* folder;
  const char* path;
  char* const* arguments;
  char* const* environment;
  int input, output, errors;
};

/// Between fork and exec: only calls that are safe there. Descriptor 3 is the input.
[[noreturn]] void become(const Start& start) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (start.unshare)
    ::unshare(CLONE_NEWUSER | CLONE_NEWNET);  // where that is not allowed, as it is
  const int nothing = ::open("/dev/null", O_RDONLY);
  // Copies above the fixed numbers first, so that none overwrites another.
  const int high_input = ::fcntl(start.input, F_DUPFD, 10),
            high_output = ::fcntl(start.output, F_DUPFD, 10),
            high_errors = ::fcntl(start.errors, F_DUPFD, 10);
  ::dup2(nothing, 0);
  ::dup2(high_output, 1);
  ::dup2(high_errors, 2);
  ::dup2(high_input, 3);
  ::close_range(4, ~0u, 0);
  if (::chdir(start.folder) != 0) {
    ::_exit(127);
  }
  limit(RLIMIT_CPU, start.call.cpu_seconds);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_AS, start.call.max_memory);
  limit(RLIMIT_FSIZE, start.call.input_name.empty() ? 0 : kMaxFile);
  ::execve(start.path, start.arguments, start.environment);
  ::_exit(127);
}

void fill(std::string& argument, std::string_view hole, std::string_view value) {
  const std::size_t at = argument.find(hole);
  if (at != std::string::npos) {
    argument.replace(at, hole.size(), value);
  }
}

std::vector<std::string> filled_arguments(const ProgramCall& call, const std::string& path,
                                          const std::string& folder) {
  std::vector<std::string> arguments = call.arguments;
  arguments.front() = path;
  const std::string input =
      call.input_name.empty() ? "/proc/self/fd/3" : folder + '/' + call.input_name;
  for (std::string& argument : arguments) {
    fill(argument, "{input}", input);
    fill(argument, "{folder}", folder);
  }
  return arguments;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> result;
  for (std::string& text : strings) {
    result.push_back(text.data());
  }
  result.push_back(nullptr);
  return result;
}

/// Appends what is ready; false at the end of the stream or beyond `most`.
bool drain(Descriptor& from, std::string& into, std::size_t most) {
  std::array<char, 1u << 16> chunk;
  const ssize_t count = ::read(from.get(), chunk.data(), chunk.size());
  if (count > 0) {
    into.append(chunk.data(), static_cast<std::size_t>(count));
  }
  return count > 0 && into.size() <= most;
}

/// Collects output until both pipes end, the timer fires or nobody wants it any more.
ProgramResult::End collect(ProgramResult& result, Descriptor& output, Descriptor& errors,
                           const Descriptor& timer, int until, const ProgramCall& call) {
  while (output || errors) {
    std::array<pollfd, 4> waits = {{{output.get(), POLLIN, 0},
                                    {errors.get(), POLLIN, 0},
                                    {timer.get(), POLLIN, 0},
                                    {until, POLLRDHUP, 0}}};
    if (::poll(waits.data(), waits.size(), -1) < 0 && errno != EINTR) {
      return ProgramResult::End::kNotStarted;
    }
    if (waits[2].revents != 0 || waits[3].revents != 0) {
      return ProgramResult::End::kTimeout;
    }
    if (waits[0].revents != 0 && !drain(output, result.output, call.max_output)) {
      if (result.output.size() > call.max_output) {
        return ProgramResult::End::kTooMuch;
      }
      output.close();
    }
    if (waits[1].revents != 0 && !drain(errors, result.errors, kMaxErrors)) {
      errors.close();
    }
  }
  return ProgramResult::End::kExited;
}

void judge(ProgramResult& result, int state, bool walls) {
  if (result.end != ProgramResult::End::kExited) {
    return;
  }
  constexpr int kSignalled = 128;  // as shells and bubblewrap tell of the end by a signal
  const int status = WIFEXITED(state) ? WEXITSTATUS(state) : 0;
  if (WIFEXITED(state) && (!walls || status < kSignalled)) {
    result.status = status;
    return;
  }
  const int signal = WIFSIGNALED(state) ? WTERMSIG(state) : status - kSignalled;
  result.end = signal == SIGXCPU || signal == SIGKILL ? ProgramResult::End::kTimeout
                                                      : ProgramResult::End::kSignalled;
}

}  // namespace

std::string program_path(std::string_view name) {
  for (const std::string_view folder : {"/usr/bin/", "/usr/local/bin/", "/bin/"}) {
    std::string path(folder);
    path += name;
    if (::access(path.c_str(), X_OK) == 0) {
      return path;
    }
  }
  return {};
}

namespace {

/// Forks, collects and judges. `folder` is the private one or "/".
ProgramResult run_in(const ProgramCall& call, const std::string& path, const std::string& folder,
                     const ProgramHost& host) {
  ProgramResult result;
  std::vector<std::string> arguments = filled_arguments(call, path, folder);
  if (host.walls)
    arguments = within_walls(arguments, folder);
  std::vector<std::string> environment = {"LC_ALL=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin",
                                          "HOME=" + folder};
  const std::vector<char*> argument_list = pointers(arguments);
  const std::vector<char*> variable_list = pointers(environment);
  const Descriptor input = make_input(call.input_name.empty() ? call.input : "");
  const Descriptor timer = make_timer(call.wall_seconds);
  Pipe output = make_pipe(), errors = make_pipe();
  if (!input || !timer || !output.read || !errors.read) {
    return result;
  }
  const Start start = {call,
                       !host.walls,
                       folder.c_str(),
                       arguments.front().c_str(),
                       argument_list.data(),
                       variable_list.data(),
                       input.get(),
                       output.write.get(),
                       errors.write.get()};
  const pid_t child = ::fork();
  if (child < 0) {
    return result;
  }
  if (child == 0) {
    become(start);
  }
  ::setpgid(child, child);
  output.write.close();
  errors.write.close();
  result.end = collect(result, output.read, errors.read, timer, host.until, call);
  if (result.end != ProgramResult::End::kExited) {
    ::kill(-child, SIGKILL);
    result.output.clear();  // half an output is none, and too long for a frame
  }
  int state = 0;
  while (::waitpid(child, &state, 0) < 0 && errno == EINTR) {
  }
  ::kill(-child, SIGKILL);  // whatever it left behind
  judge(result, state, host.walls);
  return result;
}

void bring_back(ProgramResult& result, const ProgramCall& call, const TemporaryFolder& folder) {
  if (call.output_name.empty() || result.end != ProgramResult::End::kExited) {
    return;
  }
  const std::optional<std::size_t> size = folder.size(call.output_name);
  if (size && *size > call.max_output) {
    result.end = ProgramResult::End::kTooMuch;
  }
  result.output = folder.read(call.output_name, call.max_output).value_or("");
  if (result.output.empty() && !folder.has_room()) {
    result.end = ProgramResult::End::kNotStarted;
  }
}

}  // namespace

ProgramResult run_program(const ProgramCall& call, const ProgramHost& host) {
  ProgramResult result;
  const std::string path = program_path(call.arguments.front());
  if (path.empty()) {
    result.end = ProgramResult::End::kMissing;
    return result;
  }
  if (call.input_name.empty()) {
    return run_in(call, path, "/", host);
  }
  const TemporaryFolder folder;
  if (!folder.write(call.input_name, call.input)) {
    return result;
  }
  result = run_in(call, path, folder.path(), host);
  bring_back(result, call, folder);
  return result;
}

ProgramResult run(const ProgramCall& call, const Limits& limits) {
  return limits.run ? limits.run(call) : run_program(call);
}

}  // namespace plumbline::readers
