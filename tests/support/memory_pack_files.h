#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/rules/pack.h"

namespace plumbline::testing {

/// Packs without a disk: path to text. A pack named in `extends` is a folder of that name.
class MemoryPackFiles : public rules::PackFiles {
 public:
  explicit MemoryPackFiles(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  Result<std::string> read(const std::string& path) const override {
    const auto found = files_.find(path);
    if (found == files_.end())
      return fail({.message = form("", "no such file", "没有这个文件"), .path = path});
    return found->second;
  }

  std::vector<std::string> list(const std::string& folder) const override {
    std::vector<std::string> out;
    for (const auto& [path, text] : files_) {
      if (path.starts_with(folder + "/") && path.find('/', folder.size() + 1) == std::string::npos)
        out.push_back(path.substr(folder.size() + 1));
    }
    return out;
  }

  std::optional<std::string> find_pack(const std::string& name, const std::string&) const override {
    return files_.contains(name + "/pack.yaml") ? std::optional(name) : std::nullopt;
  }

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace plumbline::testing
