#include "engine/io/pack_files.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "engine/io/file.h"

namespace plumbline::io {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxPackFileBytes = 64u << 20;
constexpr int kLevelsUp = 6;  // build/<preset>/engine and a little more

bool holds_pack(const fs::path& folder) {
  return kind_of((folder / "pack.yaml").string()) == PathKind::kFile;
}

/// Entries of a folder for which `wanted` holds, sorted; empty where it cannot be read.
template <typename Wanted>
std::vector<std::string> entries(const fs::path& folder, Wanted wanted) {
  std::vector<std::string> found;
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  while (!error && entry != fs::directory_iterator()) {
    if (wanted(entry->path()))
      found.push_back(entry->path().string());
    entry.increment(error);
  }
  std::ranges::sort(found);
  return found;
}

void add_pack_folder(const fs::path& folder, std::vector<std::string>& found) {
  const std::string path = folder.lexically_normal().string();
  if (std::ranges::find(found, path) == found.end() && !entries(path, holds_pack).empty())
    found.push_back(path);
}

}  // namespace

Result<std::string> DiskPackFiles::read(const std::string& path) const {
  return read_file(path, kMaxPackFileBytes);
}

std::vector<std::string> DiskPackFiles::list(const std::string& folder) const {
  return entries(folder,
                 [](const fs::path& path) { return kind_of(path.string()) == PathKind::kFile; });
}

std::optional<std::string> DiskPackFiles::find_pack(const std::string& name,
                                                    const std::string& from) const {
  // A name is one step: `extends: ../../etc` names no pack.
  if (name.empty() || name == "." || name == ".." || name.find('/') != std::string::npos)
    return std::nullopt;
  std::vector<fs::path> places;
  if (!from.empty())
    places = {fs::path(from).lexically_normal() / ".." / name, fs::path(from) / name};
  for (const std::string& folder : pack_path_) places.push_back(fs::path(folder) / name);
  for (const fs::path& place : places) {
    if (holds_pack(place))
      return place.lexically_normal().string();
  }
  return std::nullopt;
}

std::vector<std::string> DiskPackFiles::names() const {
  std::vector<std::string> found;
  for (const std::string& folder : pack_path_) {
    for (const std::string& pack : entries(folder, holds_pack))
      found.push_back(fs::path(pack).filename().string());
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<std::string> pack_folders(const std::string& executable) {
  std::vector<std::string> found;
  const fs::path beside = fs::path(executable).parent_path();
  add_pack_folder(beside / ".." / "share" / "plumbline" / "rules", found);
  fs::path above = beside;
  for (int level = 0; level < kLevelsUp && !above.empty(); ++level) {
    add_pack_folder(above / "rules", found);
    above = above.parent_path();
  }
  add_pack_folder(fs::path(PLUMBLINE_INSTALLED_RULES), found);
  return found;
}

}  // namespace plumbline::io
