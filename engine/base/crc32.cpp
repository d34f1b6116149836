#include "engine/base/crc32.h"

#include <array>
#include <cstddef>

namespace plumbline {
namespace {

constexpr std::size_t kLanes = 8;  // bytes a step
using Table = std::array<std::array<std::uint32_t, 256>, kLanes>;

constexpr Table make_table() {
  Table table{};
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t value = byte;
    for (int bit = 0; bit < 8; ++bit) value = value >> 1 ^ ((value & 1) != 0 ? 0xEDB88320u : 0u);
    table[0][byte] = value;
  }
  for (std::size_t lane = 1; lane < kLanes; ++lane) {
    for (std::size_t byte = 0; byte < 256; ++byte) {
      const std::uint32_t before = table[lane - 1][byte];
      table[lane][byte] = before >> 8 ^ table[0][before & 0xFF];
    }
  }
  return table;
}
constexpr Table kTable = make_table();

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

}  // namespace

std::uint32_t crc32_of(std::string_view bytes) {
  std::uint32_t sum = ~0u;
  std::size_t at = 0;
  for (; at + kLanes <= bytes.size(); at += kLanes) {
    const std::uint32_t low = sum ^ number_at(bytes, at), high = number_at(bytes, at + 4);
    sum = kTable[7][low & 0xFF] ^ kTable[6][low >> 8 & 0xFF] ^ kTable[5][low >> 16 & 0xFF] ^
          kTable[4][low >> 24] ^ kTable[3][high & 0xFF] ^ kTable[2][high >> 8 & 0xFF] ^
          kTable[1][high >> 16 & 0xFF] ^ kTable[0][high >> 24];
  }
  for (; at < bytes.size(); ++at)
    sum = sum >> 8 ^ kTable[0][(sum ^ static_cast<unsigned char>(bytes[at])) & 0xFF];
  return ~sum;
}

}  // namespace plumbline
