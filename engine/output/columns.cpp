#include "engine/output/columns.h"

#include "engine/base/code_points.h"
#include "engine/base/utf8.h"

namespace plumbline::output {
namespace {

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFFFE || c == 0xFFFF;
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint next = decode_utf8(utf8, at);
    width += static_cast<std::size_t>(plumbline::utf8::width(next.value));
    at = next.end;
  }
  return width;
}

std::string padded(std::string_view utf8, std::size_t width) {
  const std::size_t own = display_width(utf8);
  return std::string(utf8) + std::string(own < width ? width - own : 0, ' ');
}

std::string shortened(std::string_view utf8, std::size_t code_points) {
  const std::size_t length = plumbline::utf8::length(utf8);
  if (length <= code_points || code_points < 3)
    return std::string(utf8);
  const std::size_t tail = (code_points - 1) / 3;
  const std::size_t head = code_points - 1 - tail;
  return std::string(utf8.substr(0, plumbline::utf8::offset_of(utf8, head))) + "…" +
         std::string(utf8.substr(plumbline::utf8::offset_of(utf8, length - tail)));
}

std::string printable(std::string_view bytes) {
  std::string result;
  result.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint next = decode_utf8(bytes, at);
    append_utf8(is_control(next.value) ? U' ' : next.value, result);
    at = next.end;
  }
  return result;
}

}  // namespace plumbline::output
