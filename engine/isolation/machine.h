#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumbline::isolation {

/// Some formats that are read in the same way, and what that takes on this machine.
struct FormatState {
  std::string_view formats;   ///< "doc wps rtf", as people call them
  std::string_view program;   ///< foreign program that reads them; empty = none is needed
  std::string_view packages;  ///< Debian packages that hold what is needed
  std::string version;        ///< the program's first words about itself; empty = unknown
  bool readable = true;
  bool complete = true;  ///< false: readable, yet data that some files need is missing
};

/// Looks at the disk and asks the programs that are there for their versions.
std::vector<FormatState> format_states();

/// Foreign programs run inside bubblewrap.
bool programs_are_walled();

}  // namespace plumbline::isolation
