#pragma once

#include <string>
#include <vector>

namespace plumbline::readers {

struct LibraryVersion {
  std::string name, version;
};
/// The libraries of others that read documents, as they are loaded on this machine.
std::vector<LibraryVersion> library_versions();

}  // namespace plumbline::readers
