#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::support {

/// One entry of a zip that a test makes up; every field that a hostile file would forge can be set.
struct ZipPart {
  std::string name;
  std::string data;  ///< as stored: already compressed where `method` says so
  std::uint16_t method = 0;
  std::uint16_t flags = 0;
  std::uint32_t size = 0;        ///< declared size; 0 = that of `data`
  std::uint32_t crc = 0;         ///< 0 = that of `data`
  std::string local_name;        ///< "" = `name`
  std::string extra;             ///< extra fields of the central header
  bool streamed = false;         ///< sizes behind the data (data descriptor)
  std::uint32_t attributes = 0;  ///< external attributes
};

/// Bytes of a zip archive with these entries, stored.
std::string make_zip(const std::vector<ZipPart>& parts);

/// Raw deflate of `data`, and the declared size and checksum with it.
ZipPart deflated(std::string name, std::string_view data);

std::uint32_t crc32_of(std::string_view bytes);
std::string little(std::uint64_t value, std::size_t width);

}  // namespace plumbline::support
