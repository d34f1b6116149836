#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

/// Full-text goldens. PLUMBLINE_UPDATE_GOLDEN=1 rewrites them; the difference is reviewed as code.
namespace plumbline {

inline std::string read_whole(const std::filesystem::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

/// The golden tests/golden/NAME, or `got` itself after it was written there.
inline std::string golden(const std::string& name, const std::string& got) {
  const std::filesystem::path path =
      std::filesystem::path(PLUMBLINE_SOURCE_DIR) / "tests" / "golden" / name;
  const char* update = std::getenv("PLUMBLINE_UPDATE_GOLDEN");
  if (update == nullptr || *update == '\0')
    return read_whole(path);
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << got;
  return got;
}

}  // namespace plumbline
