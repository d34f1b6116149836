#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Text counted in code points and terminal columns, on top of engine/base/utf8.h: what diagnostics
/// and small readers need. Offsets are bytes unless said otherwise. All functions accept any bytes.
namespace plumbline::utf8 {

/// Offset of the first byte that is not part of well-formed UTF-8; nullopt where all is well.
std::optional<std::size_t> first_invalid(std::string_view bytes);

inline bool is_valid(std::string_view bytes) {
  return !first_invalid(bytes);
}

/// Code points in `text`; what is not well-formed counts as replacement characters.
std::size_t length(std::string_view text);

/// Byte offset of code point number `index` (from 0), text.size() where there are fewer.
std::size_t offset_of(std::string_view text, std::size_t index);

/// At most `most` bytes of well-formed `text`, cut between code points.
std::string_view prefix(std::string_view text, std::size_t most);

/// One code point per element; what is not well-formed becomes U+FFFD.
std::u32string decode(std::string_view text);

/// Terminal columns: 2 for East Asian wide and full-width, 0 for combining marks, else 1.
int width(char32_t code_point);

}  // namespace plumbline::utf8
