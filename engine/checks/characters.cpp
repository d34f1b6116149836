#include "engine/checks/characters.h"

#include <algorithm>

namespace plumbline::checks {

std::size_t character_size(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte >= 0xF0)
    return 4;
  if (byte >= 0xE0)
    return 3;
  return byte >= 0xC0 ? 2 : 1;
}

std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> all;
  all.reserve(text.size() / 3 + 1);  // a Han character takes three bytes
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = std::min(character_size(text[at]), text.size() - at);
    all.push_back(text.substr(at, size));
    at += size;
  }
  return all;
}

std::size_t clause_end(std::string_view text, std::size_t offset) {
  constexpr std::string_view kFullStop = "。";
  for (std::size_t at = offset; at < text.size(); ++at) {
    if (std::string_view(",;:!?\n").find(text[at]) != std::string_view::npos)
      return at;
    if (text.compare(at, kFullStop.size(), kFullStop) == 0)
      return at;
  }
  return text.size();
}

}  // namespace plumbline::checks
