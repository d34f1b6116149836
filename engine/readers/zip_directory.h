#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/failure.h"

namespace plumbline::readers {

/// Bounds on what an archive may cost, absolute first: a repetitive but honest docx reaches 131:1.
struct ZipLimits {
  std::size_t max_entries = 4096;
  std::size_t max_entry_bytes = 64u << 20;
  std::size_t max_total_bytes = 256u << 20;  ///< of everything that is inflated
  std::size_t max_ratio = 200;               ///< counts above `ratio_from` bytes only
  std::size_t ratio_from = 8u << 20;
};

/// One entry as the central directory tells it.
struct ZipRecord {
  std::string raw_name;  ///< bytes as stored
  std::string name;      ///< UTF-8: flag, 0x7075 field, valid UTF-8, else GB18030
  std::uint16_t flags = 0;
  std::uint16_t method = 0;
  std::uint32_t checksum = 0;    ///< CRC-32, as declared
  std::uint64_t compressed = 0;  ///< bytes
  std::uint64_t size = 0;        ///< bytes, as declared: a claim, not a fact
  std::uint64_t begin = 0;       ///< of the local header
  std::uint64_t end = 0;         ///< of the compressed data
  std::uint32_t attributes = 0;

  bool encrypted() const { return (flags & 1u) != 0 || method == 99; }  // 99: AES
  bool directory() const { return !name.empty() && name.back() == '/'; }
  bool symlink() const { return (attributes >> 28) == 0xAu; }
};

struct ZipDirectory {
  std::vector<ZipRecord> records;  ///< in the order of the directory
  Failure failure;
};

/// Reads the directory of an archive and holds it against the local headers, so that no two readers
/// can see two texts: count, ranges, names, overlaps, duplicates. Nothing is inflated.
ZipDirectory read_zip_directory(std::string_view bytes, const ZipLimits& limits);

/// A zip archive by its first bytes (an empty archive has only an end record).
bool looks_like_zip(std::string_view bytes);

}  // namespace plumbline::readers
