#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace plumbline::readers {

/// A private folder under /tmp that is gone, with all in it, when this is. Movable, not copyable.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  /// "" where none could be made.
  const std::string& path() const { return path_; }
  bool write(std::string_view name, std::string_view bytes) const;
  /// A program can still write something; else what it wrote may be cut.
  bool has_room() const;
  /// Bytes of a regular file, no link; nullopt where there is none.
  std::optional<std::size_t> size(std::string_view name) const;
  /// A regular file of at most `most` bytes; links are not followed.
  std::optional<std::string> read(std::string_view name, std::size_t most) const;

 private:
  std::string path_;
};

}  // namespace plumbline::readers
