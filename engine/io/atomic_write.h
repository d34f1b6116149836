#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/io/descriptor.h"
#include "plumbline/diagnostic.h"

namespace plumbline::io {

/// Why `path` cannot be an output (it is a folder, its folder is missing or closed); nullopt if
/// writing may be tried. Does not touch the disk.
std::optional<Diagnostic> check_output(const std::string& path);

/// An output that is written piece by piece and appears as a whole: bytes gather in a file without
/// a name, which takes the place of `path` when it is complete, so that a reader sees the old bytes
/// or the new ones, and a full disk or a killed program leaves the old file and no other. A link is
/// followed; a device or FIFO is written directly.
class OutputFile {
 public:
  /// The first problem is kept; what follows does nothing.
  explicit OutputFile(const std::string& path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void append(std::string_view bytes);
  /// Puts the file in its place; the first problem of all, nullopt on success.
  std::optional<Diagnostic> finish();

 private:
  bool put_in_place();
  void fail(int error);

  std::string path_;
  std::string temporary_;  ///< empty while the file has no name
  std::optional<Diagnostic> problem_;
  Descriptor file_{-1};
  bool is_device_ = false;
};

/// All bytes of an OutputFile at once. nullopt on success.
std::optional<Diagnostic> write_file(const std::string& path, std::string_view bytes);

}  // namespace plumbline::io
