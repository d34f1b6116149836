#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/reader.h"

namespace plumbline::readers {

/// A foreign program to run on one file, and what it may cost.
struct ProgramCall {
  /// Name without folder, then arguments. "{input}" in an argument stands for the path under which
  /// the program can read `input`, "{folder}" for its private folder.
  std::vector<std::string> arguments;
  std::string_view input;
  /// A plain name: the program works in a private folder (also its HOME) that is gone afterwards
  /// and holds `input` under this name. "" = no folder, `input` has no name.
  std::string input_name;
  /// What to bring back in ProgramResult::output from the private folder instead of the standard
  /// output, "out/input.docx". A file that is not there gives "".
  std::string output_name;
  unsigned wall_seconds = 20, cpu_seconds = 10;
  std::size_t max_memory = 768u << 20;  ///< bytes of address space
  std::size_t max_output = 64u << 20;   ///< bytes of output
};

struct ProgramResult {
  enum class End {
    kExited,
    kMissing,  ///< not installed where programs are looked for
    kTimeout,  ///< wall or processor time
    kTooMuch,  ///< output beyond max_output
    kSignalled,
    kNotStarted,  ///< nor could it have written anything where there is no room
  };
  End end = End::kNotStarted;
  int status = 0;  ///< exit status of kExited
  std::string output, errors;
};

/// Where a program runs.
struct ProgramHost {
  /// A socket: when its other side closes, nobody wants the result any more and all is cleared
  /// away; -1 = none.
  int until = -1;
  bool walls = false;  ///< inside bubblewrap, which must work (walls_hold)
};

/// Runs a program in a process group of its own without a shell, with a bare environment and no
/// access to our descriptors; whatever it leaves running in its group is killed with it.
ProgramResult run_program(const ProgramCall& call, const ProgramHost& host = {});

/// The same, through the runner of `limits` where there is one. What readers call.
ProgramResult run(const ProgramCall& call, const Limits& limits);

/// "/usr/bin/pdftotext", "" where it is not installed.
std::string program_path(std::string_view name);

}  // namespace plumbline::readers
