#pragma once

#include <cstdint>
#include <string_view>

namespace plumbline {

/// CRC-32 as zip, gzip and PNG use it (ISO 3309): of "123456789" it is CBF43926. Thread-safe.
std::uint32_t crc32_of(std::string_view bytes);

}  // namespace plumbline
