#pragma once

#include <string>
#include <vector>

namespace plumbline::readers {

/// The command that runs `arguments` inside bubblewrap: no network, no other processes, nothing of
/// the file system but programs and fonts, read-only, and `folder` ("/" = none) to write to.
std::vector<std::string> within_walls(const std::vector<std::string>& arguments,
                                      const std::string& folder);

/// bubblewrap is installed and this system lets it work. Starts a process (10 ms).
bool walls_hold();

}  // namespace plumbline::readers
