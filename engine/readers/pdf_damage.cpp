#include "engine/readers/pdf_damage.h"

#include <algorithm>
#include <array>

namespace plumbline::readers {
namespace {

/// Parts of poppler's messages (Stream.cc, Lexer.cc, Gfx.cc, Catalog.cc) behind which text may be
/// lost. What it mends itself (tables of objects, lengths, maps of characters) is not among them.
constexpr std::array<std::string_view, 21> kLosing = {"in flate stream",
                                                      "Bad LZW stream",
                                                      "Unknown filter",
                                                      "Unterminated string",
                                                      "Unterminated hex string",
                                                      "Illegal character <",
                                                      "Illegal digit in hex",
                                                      "Leftover args in content stream",
                                                      "Unknown operator",
                                                      "Too few (",
                                                      "Too many args in content stream",
                                                      "Unknown font tag",
                                                      "No font in ",
                                                      "Weird page contents",
                                                      "Page contents object",
                                                      "XObject subtype is missing",
                                                      "Unknown XObject subtype",
                                                      "Kid object",
                                                      "Kids object",
                                                      "Invalid XRef entry",
                                                      "Loop in Pages tree"};

bool loses_text(std::string_view line) {
  return std::ranges::any_of(
      kLosing, [&](std::string_view words) { return line.find(words) != std::string_view::npos; });
}

}  // namespace

std::string told_damage(std::string_view errors) {
  while (!errors.empty()) {
    const std::size_t end = std::min(errors.find('\n'), errors.size());
    const std::string_view line = errors.substr(0, end);
    if (line.starts_with("Syntax Error") && loses_text(line)) {
      constexpr std::size_t kMost = 100;  // bytes
      return std::string(line.substr(0, kMost));
    }
    errors.remove_prefix(std::min(end + 1, errors.size()));
  }
  return "";
}

}  // namespace plumbline::readers
