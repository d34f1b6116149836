#include <doctest/doctest.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include "engine/isolation/frame.h"
#include "engine/isolation/message.h"
#include "engine/isolation/process.h"
#include "engine/isolation/worker.h"

namespace plumbline::isolation {
namespace {

namespace fs = std::filesystem;

readers::ProgramCall shell(const std::string& script) {
  readers::ProgramCall call;
  call.arguments = {"sh", "-c", script};
  call.input = "x";
  call.wall_seconds = 20;
  return call;
}

/// The converter of the mock: it runs what it is told; what may run is the program's business.
class Converter {
 public:
  explicit Converter(const std::string& role)
      : process_(Process::start({PLUMBLINE_MOCK_WORKER, {}}, role)) {}

  std::optional<readers::ProgramResult> run(const readers::ProgramCall& call) {
    std::string answer;
    if (!process_ || process_->channel().send(encode(call, "-")) != Channel::End::kOk ||
        process_->channel().receive(answer, kMaxAnswer) != Channel::End::kOk)
      return std::nullopt;
    return decode_result(answer);
  }

 private:
  std::optional<Process> process_;
};

std::vector<int> children_of(int process) {
  std::vector<int> all;
  const std::string number = std::to_string(process);
  std::ifstream file("/proc/" + number + "/task/" + number + "/children");
  for (int child = 0; file >> child;) all.push_back(child);
  return all;
}

/// The private folder that some descendant of `process` works in; waits for it a while.
fs::path working_folder(int process) {
  for (int tries = 0; tries < 1000; ++tries) {
    for (const int child : children_of(process)) {
      std::error_code error;
      const fs::path folder = fs::read_symlink("/proc/" + std::to_string(child) + "/cwd", error);
      if (!error && folder.string().starts_with("/tmp/plumbline-"))
        return folder;
    }
    ::poll(nullptr, 0, 10);
  }
  return {};
}

TEST_SUITE("isolation.converter") {
  TEST_CASE("a converter runs one program after the other") {
    for (const std::string role : {"converter", "bare-converter"}) {
      CAPTURE(role);
      Converter converter(role);
      for (const std::string words : {"one", "two"}) {
        const std::optional<readers::ProgramResult> result = converter.run(shell("echo " + words));
        REQUIRE(result);
        CHECK(result->end == readers::ProgramResult::End::kExited);
        CHECK(result->output == words + "\n");
      }
    }
  }

  TEST_CASE("a flood of output is told whatever the size of its last piece") {
    for (const std::string role : {"converter", "bare-converter"}) {
      CAPTURE(role);
      Converter converter(role);
      for (const std::string rest : {"0", "1", "65535", "200000"}) {
        const std::optional<readers::ProgramResult> result =
            converter.run(shell("head -c 67108865 /dev/zero; head -c " + rest + " /dev/zero"));
        REQUIRE(result);
        CHECK(result->end == readers::ProgramResult::End::kTooMuch);
        CHECK(result->output == "");
      }
      CHECK(converter.run(shell("echo next"))->output == "next\n");
    }
  }

  TEST_CASE("what a program leaves running in a session of its own is killed") {
    Converter converter("bare-converter");
    const std::optional<readers::ProgramResult> result =
        converter.run(shell("setsid sleep 1000 >/dev/null 2>&1 & echo $!"));
    REQUIRE(result);
    const int left = std::stoi(result->output);
    CHECK(left > 1);
    CHECK(::kill(left, 0) == -1);
  }

  TEST_CASE("a killed program leaves no process and no file behind") {
    for (const std::string role : {"converter", "bare-converter"}) {
      CAPTURE(role);
      REQUIRE(::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0);  // orphans become ours
      // The parent starts a converter with a program that sleeps and a reader that sleeps.
      std::optional<Process> parent = Process::start({PLUMBLINE_MOCK_WORKER, {"--parent"}}, role);
      REQUIRE(parent);
      std::string converter;
      REQUIRE(parent->channel().receive(converter, 64) == Channel::End::kOk);
      const fs::path folder = working_folder(std::stoi(converter));
      REQUIRE(folder != "");
      REQUIRE(fs::exists(folder));
      parent->end();
      int orphans = 0;
      while (::waitpid(-1, nullptr, 0) > 0) ++orphans;
      CHECK(orphans >= 2);
      CHECK_FALSE(fs::exists(folder));
      ::prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0);
    }
  }
}

}  // namespace
}  // namespace plumbline::isolation
