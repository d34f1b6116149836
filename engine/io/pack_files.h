#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/rules/pack.h"

namespace plumbline::io {

/// Packs on disk.
class DiskPackFiles : public rules::PackFiles {
 public:
  /// `pack_path`: folders that hold packs, the first that has a name wins.
  explicit DiskPackFiles(std::vector<std::string> pack_path) : pack_path_(std::move(pack_path)) {}

  Result<std::string> read(const std::string& path) const override;
  std::vector<std::string> list(const std::string& folder) const override;
  /// Beside the folder `from`, then inside it, then in the pack path.
  std::optional<std::string> find_pack(const std::string& name,
                                       const std::string& from) const override;
  /// Names of all packs in the pack path, sorted, each once.
  std::vector<std::string> names() const;

 private:
  std::vector<std::string> pack_path_;
};

/// Folders that hold packs, as seen from the program's own path: installed beside it
/// (../share/plumbline/rules), in the source tree (rules/ in a folder above it), or where it was
/// installed. Only such as exist.
std::vector<std::string> pack_folders(const std::string& executable);

}  // namespace plumbline::io
