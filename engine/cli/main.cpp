#include <malloc.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <memory>
#include <thread>
#include <vector>

#include "engine/cli/cli.h"
#include "engine/cli/messages.h"
#include "engine/io/pack_files.h"
#include "engine/isolation/worker.h"

namespace {

constexpr std::chrono::milliseconds kBetweenLooks(300);
constexpr int kHeapStep = 1 << 20;  // bytes: loading a pack asks the kernel rarely

plumbline::cli::Environment process_environment() {
  // Never deleted: the kernel takes an engine back at once, its destructor needs two milliseconds.
  static auto* const left_behind = new std::vector<std::shared_ptr<const void>>;
  std::error_code error;
  const std::string executable = std::filesystem::read_symlink("/proc/self/exe", error).string();
  return {.out = std::cout,
          .err = std::cerr,
          .out_is_terminal = ::isatty(STDOUT_FILENO) == 1,
          .err_is_terminal = ::isatty(STDERR_FILENO) == 1,
          .language = std::string(plumbline::cli::locale_of(
              std::getenv("LC_ALL"), std::getenv("LC_MESSAGES"), std::getenv("LANG"))),
          .pack_path = plumbline::io::pack_folders(executable),
          .worker = {"/proc/self/exe", {std::string(plumbline::isolation::kWorkerArgument)}},
          .in = ::isatty(STDIN_FILENO) == 1 ? &std::cin : nullptr,
          .wait =
              [] {
                std::this_thread::sleep_for(kBetweenLooks);
                return true;
              },
          .left_behind = left_behind};
}

}  // namespace

int main(int argc, char** argv) try {
#ifdef M_TOP_PAD
  ::mallopt(M_TOP_PAD, kHeapStep);
#endif
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  const std::vector<std::string_view> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  if (arguments.size() == 2 && arguments[0] == plumbline::isolation::kWorkerArgument)
    return plumbline::isolation::run_worker(arguments[1]);
  plumbline::cli::Environment environment = process_environment();
  return plumbline::cli::run(arguments, environment);
} catch (const std::exception& error) {
  std::cerr << "plumbline: " << error.what() << "\n";
  return plumbline::cli::kUsage;
}
