#pragma once

#include <compare>
#include <cstddef>

namespace plumbline {

/// A half-open range of bytes in one coordinate space. Spans of different spaces do not mix.
template <typename Space>
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Span&) const = default;
};

/// Bytes of the text as the reader extracted it (UTF-8).
using RawSpan = Span<struct RawSpace>;
/// Bytes of the normalised text that patterns run on (UTF-8).
using TextSpan = Span<struct TextSpace>;

}  // namespace plumbline
