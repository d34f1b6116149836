#include "engine/pattern/pair_index.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <utility>

#include "engine/base/utf8_bytes.h"

namespace plumbline::pattern {
namespace {

constexpr std::size_t kFewestKeys = 64;
constexpr std::size_t kMostKeys = 1u
                                  << 17;  // a table beyond the cache would cost more than it saves
constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15;  // Fibonacci hashing

/// A character as its bytes; a byte that no character of UTF-8 holds there is one of its own.
struct Unit {
  std::uint32_t value = 0;
  std::size_t end = 0;
};

Unit unit_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  Unit unit{lead, at + 1};
  const std::size_t more = lead < 0xc0 ? 0u : lead < 0xe0 ? 1u : lead < 0xf0 ? 2u : 3u;
  const std::size_t end = std::min(unit.end + more, text.size());
  for (; unit.end < end && continues_character(text[unit.end]); ++unit.end)
    unit.value = unit.value << 8 | static_cast<unsigned char>(text[unit.end]);
  return unit;
}

/// Calls `visit` with the place and the hash of each pair until it returns false.
template <typename Visit>
void each_pair(std::string_view text, const Visit& visit) {
  if (text.empty())
    return;
  Unit left = unit_at(text, 0);
  for (std::size_t at = 0; left.end < text.size();) {
    const Unit right = unit_at(text, left.end);
    const std::uint64_t pair = std::uint64_t{left.value} << 32 | right.value;
    if (!visit(at, static_cast<std::uint32_t>(pair * kSpread >> 32)))
      return;
    at = left.end;
    left = right;
  }
}

}  // namespace

Needle::Needle(std::string literal) : words(std::move(literal)) {
  each_pair(words, [this](std::size_t at, std::uint32_t hash) {
    hashes[pairs] = hash;
    offsets[pairs] = static_cast<std::uint8_t>(at);
    return ++pairs < kMostPairs;
  });
}

PairIndex::PairIndex(std::string_view text) {
  complete_ = text.size() <= std::numeric_limits<std::uint32_t>::max();
  if (!complete_)
    return;
  const std::size_t keys = std::clamp(std::bit_ceil(text.size() / 2), kFewestKeys, kMostKeys);
  shift_ = 32 - std::countr_zero(keys);
  begins_.resize(keys + 1);
  each_pair(text, [&](std::size_t, std::uint32_t hash) {
    ++begins_[(hash >> shift_) + 1];
    return true;
  });
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  places_.resize(begins_.back());
  std::vector<std::uint32_t> next = begins_;
  each_pair(text, [&](std::size_t at, std::uint32_t hash) {
    places_[next[hash >> shift_]++] = static_cast<std::uint32_t>(at);
    return true;
  });
}

PairIndex::Places PairIndex::rarest(const Needle& needle) const {
  if (begins_.empty())
    return {};
  std::uint32_t begin = 0, count = 0;
  std::size_t best = 0;
  for (std::size_t i = 0; i < needle.pairs && (i == 0 || count > 0); ++i) {
    const std::uint32_t key = needle.hashes[i] >> shift_;
    const std::uint32_t size = begins_[key + 1] - begins_[key];
    if (i > 0 && size >= count)
      continue;
    begin = begins_[key];
    count = size;
    best = i;
  }
  return {std::span(places_).subspan(begin, count), needle.offsets[best]};
}

}  // namespace plumbline::pattern
