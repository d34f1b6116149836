#include "engine/readers/plain_text.h"

#include <utility>

#include "engine/readers/encoding.h"

namespace plumbline::readers {
namespace {

constexpr std::string_view kLineSeparator = "\u2028";
constexpr std::string_view kParagraphSeparator = "\u2029";

/// Bytes of the line end or form feed at `at`, 0 where there is none.
std::size_t line_end_length(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\n' || c == '\f')
    return 1;
  if (c == '\r')
    return text.substr(at, 2) == "\r\n" ? 2 : 1;
  const std::string_view three = text.substr(at, kLineSeparator.size());
  return three == kLineSeparator || three == kParagraphSeparator ? three.size() : 0;
}

}  // namespace

void add_line_blocks(Extraction& extraction) {
  const std::string_view text = extraction.raw;
  std::vector<Block>& blocks = extraction.blocks;
  std::size_t begin = 0;
  int line = 1;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = line_end_length(text, at);
    if (length == 0) {
      ++at;
      continue;
    }
    const bool page_ends = text[at] == '\f';
    if (!page_ends ||
        begin < at)  // an empty line parts paragraphs, an empty rest of a page does not
      blocks.push_back({.kind = BlockKind::kLine, .span = {begin, at}, .line = line});
    at += length;
    begin = at;
    if (page_ends)
      blocks.push_back({.kind = BlockKind::kPageBreak, .span = {at, at}, .line = line});
    else
      ++line;
  }
  if (begin < text.size())
    blocks.push_back({.kind = BlockKind::kLine, .span = {begin, text.size()}, .line = line});
}

bool recognises_plain_text(std::string_view, std::string_view) {
  return true;
}

Extraction read_plain_text(std::string_view bytes, const Limits&) {
  Decoded decoded = decode(bytes);
  Extraction extraction{.format = "txt",
                        .outcome = decoded.outcome,
                        .message = std::move(decoded.message),
                        .raw = std::move(decoded.text),
                        .losses = std::move(decoded.losses)};
  add_line_blocks(extraction);
  return extraction;
}

}  // namespace plumbline::readers
