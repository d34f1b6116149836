#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "engine/readers/zip_directory.h"

namespace plumbline::readers {

/// A zip archive in memory. `bytes` must outlive it. Entries are inflated one at a time, within
/// limits that count what really comes out. Not thread-safe.
class ZipArchive {
 public:
  /// What became of reading one entry.
  struct Content {
    Failure failure;
    std::string bytes;
  };

  ZipArchive(std::string_view bytes, const ZipLimits& limits);
  ZipArchive(ZipArchive&&) noexcept;
  ZipArchive& operator=(ZipArchive&&) noexcept;
  ~ZipArchive();

  /// Why the archive as a whole cannot be trusted; then it has no entries.
  const Failure& failure() const;
  std::span<const ZipRecord> entries() const;
  /// Exact name first, then without case; nullptr where there is none.
  const ZipRecord* find(std::string_view name) const;
  Content read(const ZipRecord& record);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Of the library that is loaded.
std::string inflate_library_version();

/// A stream of zlib on its own, as a pdf holds; empty where it is damaged or longer than `most`
/// bytes.
std::string inflate_stream(std::string_view packed, std::size_t most);

}  // namespace plumbline::readers
