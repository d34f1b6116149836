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

Occurrences::Occurrences(std::string_view text, std::size_t begin,
                         std::span<const std::string> literals)
    : text_(text), literals_(literals) {
  for (std::size_t i = 0; i < literals_.size(); ++i) places_[i] = find(text_, literals_[i], begin);
}

std::size_t Occurrences::next(std::size_t at) {
  std::size_t first = std::string_view::npos;
  for (std::size_t i = 0; i < literals_.size(); ++i) {
    if (places_[i] < at)
      places_[i] = find(text_, literals_[i], at);
    first = std::min(first, places_[i]);
  }
  return first;
}

}  // namespace plumbline::pattern
