#include "engine/pattern/occurrences.h"

#include <algorithm>
#include <cstring>

namespace plumbline::pattern {
namespace {

/// As text.find(literal, at). memchr runs for the last byte: the first is the same for a quarter of
/// all Han characters, and a search for it would stop at nearly each of them.
std::size_t find(std::string_view text, std::string_view literal, std::size_t at) {
  const std::size_t last = literal.size() - 1;
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  for (const char* from = begin + std::min(at + last, text.size()); from < end; ++from) {
    from = static_cast<const char*>(
        std::memchr(from, literal[last], static_cast<std::size_t>(end - from)));
    if (from == nullptr)
      break;
    if (std::memcmp(from - last, literal.data(), last) == 0)
      return static_cast<std::size_t>(from - begin) - last;
  }
  return std::string_view::npos;
}

}  // namespace

Occurrences::Occurrences(std::string_view text, std::size_t begin, std::span<const Needle> literals,
                         const PairIndex* index)
    : text_(text), literals_(literals) {
  for (std::size_t i = 0; i < literals_.size(); ++i) {
    cursors_[i] = cursor_of(literals_[i], index);
    places_[i] = place_of(i, begin);
  }
}

Occurrences::Cursor Occurrences::cursor_of(const Needle& literal, const PairIndex* index) const {
  if (index == nullptr || !index->is_complete() || literal.pairs == 0)
    return {nullptr, nullptr, 0};
  const PairIndex::Places rarest = index->rarest(literal);
  const std::uint32_t* const begin = rarest.of_pair.data();
  return {begin, begin + rarest.of_pair.size(), rarest.offset};
}

std::size_t Occurrences::place_of(std::size_t literal, std::size_t at) {
  const std::string& words = literals_[literal].words;
  Cursor& cursor = cursors_[literal];
  if (cursor.end == nullptr)
    return find(text_, words, at);
  cursor.next = std::lower_bound(cursor.next, cursor.end, at + cursor.offset);
  for (; cursor.next != cursor.end; ++cursor.next) {
    const std::size_t place = *cursor.next - cursor.offset;
    if (place + words.size() > text_.size())
      break;
    if (std::memcmp(text_.data() + place, words.data(), words.size()) == 0)
      return place;
  }
  cursor.next = cursor.end;
  return std::string_view::npos;
}

std::size_t Occurrences::next(std::size_t at) {
  std::size_t first = std::string_view::npos;
  for (std::size_t i = 0; i < literals_.size(); ++i) {
    if (places_[i] < at)
      places_[i] = place_of(i, at);
    first = std::min(first, places_[i]);
  }
  return first;
}

}  // namespace plumbline::pattern
