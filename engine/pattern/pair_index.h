#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::pattern {

/// A literal with the keys of its first pairs of neighbouring characters, worked out once.
struct Needle {
  static constexpr std::size_t kMostPairs = 4;

  explicit Needle(std::string literal);  ///< valid UTF-8, not empty

  std::string words;
  std::array<std::uint32_t, kMostPairs> hashes{};
  std::array<std::uint8_t, kMostPairs> offsets{};  ///< of each pair, in bytes of the literal
  std::uint8_t pairs = 0;                          ///< none in a literal of one character
};

/// Where each pair of neighbouring characters stands in a text. Whoever looks for a literal need
/// only go through the places of its rarest pair, and mostly there are none. Built once for a text
/// in linear time, with about seven bytes for each character. Immutable; share it freely.
class PairIndex {
 public:
  PairIndex() = default;  ///< of the empty text
  /// Reads `text` and keeps nothing of it. Beyond 4 GiB it knows nothing and says so.
  explicit PairIndex(std::string_view text);

  bool is_complete() const { return complete_; }

  struct Places {
    std::span<const std::uint32_t> of_pair;  ///< bytes of the text, ascending
    std::size_t offset = 0;                  ///< bytes from the begin of the literal to the pair
  };
  /// The places of a pair that stands in the needle; for another pair of the same key they may
  /// hold more. The needle must have a pair.
  Places rarest(const Needle& needle) const;

 private:
  bool complete_ = true;
  int shift_ = 31;
  std::vector<std::uint32_t> begins_;  ///< into places_, by key; one more at the end
  std::vector<std::uint32_t> places_;
};

}  // namespace plumbline::pattern
