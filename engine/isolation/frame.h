#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// What goes over the socket between the program and its workers: length and checksum, four bytes
/// each, little-endian, then the payload.
namespace plumbline::isolation {

inline constexpr std::size_t kHeaderBytes = 8;
/// Longest answer that is listened to; a question may be as long as the largest input.
inline constexpr std::size_t kMaxAnswer = (64u << 20) + (64u << 10);
inline constexpr std::size_t kMaxQuestion = (100u << 20) + (64u << 10);

using HeaderBytes = std::array<char, kHeaderBytes>;

struct Header {
  std::uint32_t length = 0;
  std::uint32_t checksum = 0;  ///< CRC-32 of the payload
};

HeaderBytes header_of(std::string_view payload);
Header parse_header(const HeaderBytes& bytes);

}  // namespace plumbline::isolation
