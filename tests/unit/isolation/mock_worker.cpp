// A worker whose reader does what the document orders: everything that a broken or taken over
// reader might do. Only tests start it.
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "engine/isolation/document_reader.h"
#include "engine/isolation/frame.h"
#include "engine/isolation/message.h"
#include "engine/isolation/process.h"
#include "engine/isolation/worker.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define PLUMBLINE_SANITIZED
#endif

#ifdef __SANITIZE_ADDRESS__
// Signals end the process as they do without the sanitizer; leaks cannot be looked for in here.
extern "C" const char* __asan_default_options() {
  return "handle_segv=0:handle_sigbus=0:handle_abort=0:detect_leaks=0";
}
#endif
#ifdef __SANITIZE_THREAD__
extern "C" const char* __tsan_default_options() {
  return "handle_segv=0:handle_sigbus=0:handle_abort=0";
}
#endif

namespace plumbline::isolation {
namespace {

using readers::Extraction;

Extraction text(std::string words) {
  Extraction extraction;
  extraction.format = "rtf";
  extraction.raw = std::move(words);
  extraction.blocks.push_back({.span = {0, extraction.raw.size()}});
  return extraction;
}

void write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(kWorkerDescriptor, bytes.data(), bytes.size());
    if (count <= 0)
      ::_exit(0);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

void send_frame(std::string_view payload) {
  const HeaderBytes header = header_of(payload);
  write_all({header.data(), header.size()});
  write_all(payload);
}

[[noreturn]] void send_and_sleep(std::string_view bytes) {
  write_all(bytes);
  for (;;) ::pause();
}

int overflow(int depth) {
  volatile char page[4096] = {};
  page[0] = static_cast<char>(depth);
  return depth < 0 ? 0 : overflow(depth + 1) + page[0];
}

[[noreturn]] void spin() {
  for (;;) {
    const volatile bool busy = true;
    static_cast<void>(busy);
  }
}

/// Ends badly, each in its own way.
void misbehave(std::string_view order) {
  if (order == "spin")
    spin();
  if (order == "sleep")
    for (;;) ::pause();
#ifdef PLUMBLINE_SANITIZED
  if (order == "oom")
    throw std::bad_alloc();  // there is no limit on address space to run into
#endif
  if (order == "oom")
    for (std::vector<std::vector<char>> all;;) all.emplace_back(64u << 20, 'x');
  if (order == "stack")
    ::_exit(overflow(1) & 1);
  if (order == "segv")
    ::raise(SIGSEGV);
  if (order == "abort")
    std::abort();
  if (order == "throw")
    throw std::runtime_error("planted");
  if (order == "throw-number")
    throw 7;
  if (order == "silent")
    ::_exit(0);
  if (order == "killed")
    ::raise(SIGKILL);
}

/// Answers, but not as agreed.
void answer_badly(std::string_view order) {
  if (order == "flood")
    for (const std::string noise(1u << 16, 'x');;) write_all(noise);
  if (order == "short") {
    write_all(std::string_view("\x40\0\0\0\1\2\3\4half a", 14));
    ::_exit(0);
  }
  if (order == "absurd-length")
    send_and_sleep(std::string_view("\xFF\xFF\xFF\xFF\0\0\0\0", 8));
  if (order == "bad-sum")
    send_and_sleep(std::string_view("\4\0\0\0\1\2\3\4text", 12));
  if (order == "empty-frame")
    send_and_sleep(std::string_view("\0\0\0\0\0\0\0\0", 8));
  if (order == "other-number")
    send_frame(encode(0, text("forged")));
  if (order == "unknown-kind")
    send_frame("\x63zzz");
  if (order == "noise-on-streams") {
    [[maybe_unused]] const ssize_t out = ::write(1, "noise", 5);
    [[maybe_unused]] const ssize_t err = ::write(2, "noise", 5);
  }
}

/// Breaks a promise inside a frame that is whole.
Extraction lie(std::string_view order) {
  Extraction extraction = text("谎言");
  if (order == "bad-utf8")
    extraction.raw = "\xFF\xFE";
  if (order == "half-character")
    extraction.blocks[0].span.end = 1;
  if (order == "span-outside")
    extraction.blocks[0].span.end = 4000;
  if (order == "span-backwards")
    extraction.blocks[0].span = {3, 0};
  if (order == "overlap")
    extraction.blocks.push_back({.span = {0, 3}});
  if (order == "no-reason")
    extraction.outcome = ReadOutcome::kScanned;
  if (order == "unreadable")
    extraction.outcome = ReadOutcome::kUnreadable;
  if (order == "bad-format")
    extraction.format = "\x1b[31m";
  return extraction;
}

/// What the operating system says to something a reader never does.
Extraction attempt(std::string_view order) {
  long result = -1;
  errno = 0;
  if (order == "open")
    result = ::open("/etc/passwd", O_RDONLY | O_CLOEXEC);
  if (order == "create")
    result = ::open("/tmp/plumbline-mock-made-this", O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (order == "socket")
    result = ::socket(AF_INET, SOCK_STREAM, 0);
  if (order == "fork")
    result = ::fork();
  if (order == "kill-parent")
    result = ::kill(::getppid(), SIGTERM);
  if (order == "more-memory") {
    const rlimit all = {RLIM_INFINITY, RLIM_INFINITY};
    result = ::setrlimit(RLIMIT_AS, &all);
  }
  if (order == "code") {
    void* page = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                        MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    result = page == MAP_FAILED ? -1 : 0;
  }
  if (order == "exec") {
    char name[] = "/bin/true";
    char* arguments[] = {name, nullptr};
    result = ::execv(name, arguments);
  }
  if (order == "ptrace")
    result = ::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr);
  if (order == "unshare")
    result = ::syscall(SYS_unshare, 0x10000000);
  return text(result < 0 ? "refused" : "allowed");
}

Extraction programs(std::string_view order, std::string_view bytes, const readers::Limits& limits) {
  readers::ProgramCall call;
  call.arguments = {"pdfimages", "-list", "{input}"};
  if (order == "program-forbidden")
    call.arguments = {"sh", "-c", "echo {input}"};
  if (order == "program-hidden")
    call.arguments = {"pdfimages", "-list", "{input}", "/etc/passwd"};
  call.input = bytes;
  const readers::ProgramResult result = limits.run(call);
  return text(std::to_string(static_cast<int>(result.end)));
}

Extraction obey(std::string_view, std::string_view bytes, const readers::Limits& limits) {
  const std::string_view order = bytes.substr(bytes.find(' ') + 1);
  if (order.starts_with("say "))
    return text(std::string(order.substr(4)));
  if (order.starts_with("identify"))
    return text(std::to_string(::getpid()));
  if (order.starts_with("program"))
    return programs(order, bytes, limits);
  if (order.starts_with("lie "))
    return lie(order.substr(4));
  if (order.starts_with("attempt "))
    return attempt(order.substr(8));
  misbehave(order);
  answer_badly(order);
  return text("an answer");
}

/// From here on the kernel knows neither landlock nor seccomp.
void grow_old() {
  constexpr auto kCall = static_cast<std::uint32_t>(offsetof(seccomp_data, nr));
  constexpr auto kArgument = static_cast<std::uint32_t>(offsetof(seccomp_data, args));
  std::array<sock_filter, 8> code = {{
      {BPF_LD | BPF_W | BPF_ABS, 0, 0, kCall},
      {BPF_JMP | BPF_JEQ | BPF_K, 4, 0, 444},  // landlock_create_ruleset
      {BPF_JMP | BPF_JEQ | BPF_K, 0, 2, SYS_prctl},
      {BPF_LD | BPF_W | BPF_ABS, 0, 0, kArgument},
      {BPF_JMP | BPF_JEQ | BPF_K, 1, 0, PR_SET_SECCOMP},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | ENOSYS},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
  }};
  const sock_fprog program = {code.size(), code.data()};
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

/// Starts a converter and a reader that both sleep, tells who the converter is, and waits.
int be_parent(const std::string& role) {
  const WorkerProgram own = {"/proc/self/exe", {}};
  const std::optional<Process> converter = Process::start(own, role);
  readers::ProgramCall call;
  call.arguments = {"sh", "-c", "sleep 1000 & sleep 1000"};
  call.input = "x";
  call.input_name = "in.txt";
  call.wall_seconds = 1000;
  if (!converter || converter->channel().send(encode(call, "-")) != Channel::End::kOk)
    return 1;
  const Channel test(kWorkerDescriptor);
  if (test.send(std::to_string(converter->identifier())) != Channel::End::kOk)
    return 1;
  DocumentReader(own).read("a.rtf", "{\\rtf sleep", 1000);
  return 0;
}

}  // namespace
}  // namespace plumbline::isolation

int main(int count, char** arguments) {
  using namespace plumbline::isolation;
  const std::string_view role = arguments[count - 1];
  const bool old = count == 3 && arguments[1] == std::string_view("--old-kernel");
  if (old)
    grow_old();
  else if (count == 3)
    return be_parent(std::string(role));
  if (role == kConverterRole || role == "bare-converter")
    return serve_programs(role == kConverterRole);
  return serve_documents({.memory = 256u << 20, .stack = 1u << 20}, obey);
}
