#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace plumbline::isolation {

/// Puts values into bytes, little-endian, without padding.
class Packer {
 public:
  void u8(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
  void u32(std::uint32_t value) { number(value, 4); }
  void u64(std::uint64_t value) { number(value, 8); }
  void flag(bool value) { u8(value ? 1 : 0); }
  void text(std::string_view value) {
    u32(static_cast<std::uint32_t>(value.size()));
    bytes_.append(value);
  }
  void reserve(std::size_t size) { bytes_.reserve(size); }
  std::string take() { return std::move(bytes_); }

 private:
  void number(std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) u8(static_cast<std::uint8_t>(value >> (8 * i)));
  }
  std::string bytes_;
};

/// Takes values out of bytes that nobody vouches for. After the first thing that does not fit every
/// value is zero and ok() is false. Texts point into the bytes.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  std::uint8_t u8() { return static_cast<std::uint8_t>(number(1)); }
  std::uint32_t u32() { return static_cast<std::uint32_t>(number(4)); }
  std::uint64_t u64() { return number(8); }
  /// At most `most`, which must fit the type that it goes into.
  std::uint32_t number_up_to(std::uint32_t most) { return checked(u32(), most); }
  std::uint8_t small_up_to(std::uint8_t most) {
    return static_cast<std::uint8_t>(checked(u8(), most));
  }
  bool flag() { return checked(u8(), 1) == 1; }
  /// A text of at most `most` bytes.
  std::string_view text(std::size_t most);
  /// How many records of at least `bytes_each` bytes follow; never more than there is room for.
  std::size_t count(std::size_t bytes_each);

  void fail() { ok_ = false; }
  bool ok() const { return ok_; }
  /// Everything was there and nothing is left over.
  bool done() const { return ok_ && bytes_.empty(); }

 private:
  std::uint64_t number(std::size_t bytes);
  std::uint32_t checked(std::uint32_t value, std::uint32_t most);

  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace plumbline::isolation
