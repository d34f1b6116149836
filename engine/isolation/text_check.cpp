#include "engine/isolation/text_check.h"

#include "engine/base/utf8.h"

namespace plumbline::isolation {

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    if (!c.valid)
      return false;
    at = c.end;
  }
  return true;
}

std::string_view whole_characters(std::string_view text, std::size_t most) {
  if (text.size() <= most)
    return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

}  // namespace plumbline::isolation
