#include "engine/isolation/wire.h"

namespace plumbline::isolation {

std::uint64_t Unpacker::number(std::size_t bytes) {
  if (!ok_ || bytes_.size() < bytes) {
    ok_ = false;
    return 0;
  }
  std::uint64_t value = 0;
  for (std::size_t i = bytes; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes_[i]);
  bytes_.remove_prefix(bytes);
  return value;
}

std::uint32_t Unpacker::checked(std::uint32_t value, std::uint32_t most) {
  ok_ = ok_ && value <= most;
  return ok_ ? value : 0;
}

std::string_view Unpacker::text(std::size_t most) {
  const std::size_t size = u32();
  if (!ok_ || size > most || size > bytes_.size()) {
    ok_ = false;
    return {};
  }
  const std::string_view value = bytes_.substr(0, size);
  bytes_.remove_prefix(size);
  return value;
}

std::size_t Unpacker::count(std::size_t bytes_each) {
  const std::size_t count = u32();
  ok_ = ok_ && count <= bytes_.size() / bytes_each;
  return ok_ ? count : 0;
}

}  // namespace plumbline::isolation
