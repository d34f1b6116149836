#include "engine/readers/program_walls.h"

#include <doctest/doctest.h>

#include "engine/readers/program.h"

namespace plumbline::readers {
namespace {

using End = ProgramResult::End;

ProgramCall shell(const std::string& script) {
  ProgramCall call;
  call.arguments = {"sh", "-c", script, "{input}"};
  call.input = "bytes in";
  call.wall_seconds = 1;
  call.cpu_seconds = 1;
  call.max_output = 1000;
  return call;
}

ProgramResult inside(const ProgramCall& call) {
  return run_program(call, {.walls = true});
}

bool skipped() {
  if (walls_hold())
    return false;
  MESSAGE("skipped: bubblewrap does not work here");
  return true;
}

TEST_CASE("walls let input in and output and status out") {
  if (skipped())
    return;
  const ProgramResult result = inside(shell("cat /proc/self/fd/3; echo oops >&2; exit 4"));
  CHECK(result.end == End::kExited);
  CHECK(result.status == 4);
  CHECK(result.output == "bytes in");
  CHECK(result.errors == "oops\n");
}

TEST_CASE("behind walls there is no file of ours no network and no other process") {
  if (skipped())
    return;
  CHECK(inside(shell("cat /etc/passwd || echo none")).output == "none\n");
  CHECK(inside(shell("ls -A /home /root /var/lib 2>/dev/null; echo none")).output == "none\n");
  CHECK(inside(shell("grep -c : /proc/net/dev")).output == "1\n");        // lo, which is down
  CHECK(inside(shell("ls -d /proc/[0-9]* | wc -l")).output.size() == 2);  // one digit
  CHECK(inside(shell("echo x > /usr/made || echo refused")).output == "refused\n");
}

TEST_CASE("behind walls a private folder is there and can be written") {
  if (skipped())
    return;
  ProgramCall call = shell("cat {input} > {folder}/copy; echo more >> copy");
  call.arguments[2] = "cat \"$0\" > copy; echo more >> copy";
  call.input_name = "in.txt";
  call.output_name = "copy";
  CHECK(inside(call).output == "bytes inmore\n");
}

TEST_CASE("behind walls what misbehaves ends in a typed outcome") {
  if (skipped())
    return;
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
    CHECK(inside(shell(std::string(row.script))).end == row.end);
  }
}

}  // namespace
}  // namespace plumbline::readers
