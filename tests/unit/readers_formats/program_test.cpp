#include "engine/readers/program.h"

#include <doctest/doctest.h>

#include "engine/readers/temporary_folder.h"

namespace plumbline::readers {
namespace {

using End = ProgramResult::End;

ProgramResult shell(const std::string& script, std::string_view input = "") {
  ProgramCall call;
  call.arguments = {"sh", "-c", script, "{input}"};
  call.input = input;
  call.wall_seconds = 1;
  call.cpu_seconds = 1;
  call.max_output = 1000;
  return run_program(call);
}

TEST_CASE("a program gets its input and gives its output and status") {
  const ProgramResult result = shell("cat /proc/self/fd/3; echo oops >&2; exit 4", "bytes in");
  CHECK(result.end == End::kExited);
  CHECK(result.status == 4);
  CHECK(result.output == "bytes in");
  CHECK(result.errors == "oops\n");
}

TEST_CASE("a program that misbehaves ends in a typed outcome") {
  struct Row {
    std::string_view script;
    End end;
  };
  constexpr Row kRows[] = {
      {"exec sleep 60", End::kTimeout},
      {"while :; do :; done", End::kTimeout},
      {"yes", End::kTooMuch},
      {"kill -SEGV $$", End::kSignalled},
      {"sleep 60 & sleep 60", End::kTimeout},
      {"exec >&- 2>&-; exit 3", End::kExited},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.script);
    CHECK(shell(std::string(row.script)).end == row.end);
  }
}

TEST_CASE("a program that is not there is missing") {
  ProgramCall call;
  call.arguments = {"no-such-program-at-all"};
  CHECK(run_program(call).end == End::kMissing);
}

TEST_CASE("a program sees a bare environment and none of our files") {
  const ProgramResult result =
      shell("cat /proc/self/environ | tr '\\0' '\\n'; ls /proc/self/fd | wc -l");
  CHECK(result.output.find("LC_ALL=C.UTF-8") != std::string::npos);
  CHECK(result.output.find("USER") == std::string::npos);
  const TemporaryFolder folder;
  shell("echo x > " + folder.path() + "/made");
  CHECK(folder.read("made", 10).value_or("").empty());
}

}  // namespace
}  // namespace plumbline::readers
