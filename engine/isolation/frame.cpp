#include "engine/isolation/frame.h"

#include "engine/base/crc32.h"

namespace plumbline::isolation {
namespace {

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

}  // namespace

HeaderBytes header_of(std::string_view payload) {
  const auto length = static_cast<std::uint32_t>(payload.size());
  const std::uint32_t checksum = crc32_of(payload);
  HeaderBytes bytes{};
  for (std::size_t i = 0; i < 4; ++i) {
    bytes[i] = static_cast<char>(length >> (8 * i) & 0xFF);
    bytes[4 + i] = static_cast<char>(checksum >> (8 * i) & 0xFF);
  }
  return bytes;
}

Header parse_header(const HeaderBytes& bytes) {
  const std::string_view view(bytes.data(), bytes.size());
  return {number_at(view, 0), number_at(view, 4)};
}

}  // namespace plumbline::isolation
