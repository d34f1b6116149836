#pragma once

#include <cstddef>
#include <string_view>

/// Borders of characters in text that is known to be UTF-8.
namespace plumbline {

/// The byte does not begin a character.
inline bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

/// Bytes of the character that begins at `at`, which must be below text.size().
inline std::size_t character_bytes(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && continues_character(text[end])) ++end;
  return end - at;
}

}  // namespace plumbline
