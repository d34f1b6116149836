#include "engine/readers/inspection.h"

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/utf8.h"
#include "engine/readers/messages.h"

namespace plumbline::readers {
namespace {

/// How often something stood in the text and on which lines.
struct Sightings {
  std::size_t count = 0;
  std::vector<int> lines;  ///< ascending, each once

  void add(int line) {
    ++count;
    if (lines.empty() || lines.back() != line)
      lines.push_back(line);
  }
};

struct Census {
  std::size_t code_points = 0;
  int lines = 1;
  Sightings broken, control, privately_used;
};

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v') || c == 0x7f;
}
bool is_private(char32_t c) {
  return (c >= 0xe000 && c <= 0xf8ff) || (c >= 0xf0000 && c <= 0x10fffd);
}

Census take(std::string_view text) {
  Census census;
  for (std::size_t at = 0; at < text.size();) {
    ++census.code_points;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0xe3 && byte <= 0xe9) {  // Han and the marks beside it; the text is valid UTF-8
      at += 3;
      continue;
    }
    const CodePoint c = decode_utf8(text, at);
    if (c.value == kReplacement)
      census.broken.add(census.lines);
    else if (is_control(c.value))
      census.control.add(census.lines);
    else if (is_private(c.value))
      census.privately_used.add(census.lines);
    const bool crlf = c.value == '\r' && c.end < text.size() && text[c.end] == '\n';
    if ((c.value == '\n' || c.value == '\r' || c.value == 0x2028 || c.value == 0x2029) && !crlf)
      ++census.lines;
    at = c.end;
  }
  return census;
}

std::string listed(const std::vector<int>& lines) {
  constexpr std::size_t kShown = 5;
  std::string out;
  for (std::size_t i = 0; i < lines.size() && i < kShown; ++i)
    out += (i == 0 ? "" : "、") + std::to_string(lines[i]);
  return out + (lines.size() > kShown ? "…" : "");
}

void add_loss(Decoded& decoded, std::string_view kind, std::string_view what, Sightings seen,
              bool text_missing = false) {
  if (seen.count == 0)
    return;
  decoded.losses.push_back({.kind = std::string(kind),
                            .what = messages::on_lines(what, seen.count, listed(seen.lines)),
                            .location = {.line = seen.lines.front()},
                            .text_missing = text_missing});
}

void judge(Decoded& decoded, const Census& census) {
  constexpr std::size_t kTolerable = 1000;  // one in so many
  const auto tolerable = [&](std::size_t count) {
    return count <= 1 || count * kTolerable <= census.code_points;
  };
  if (census.control.count * 100 > census.code_points && !tolerable(census.control.count)) {
    decoded.outcome = ReadOutcome::kUnsupportedType;
    decoded.message = messages::kUnknownEncoding;
  } else if (!tolerable(census.broken.count) || census.broken.count * 10 > census.code_points) {
    decoded.outcome = ReadOutcome::kTextUnreliable;
    decoded.message = messages::kUnreliableText;
  } else if (!decoded.losses.empty()) {
    decoded.outcome = ReadOutcome::kOkWithLosses;
    decoded.message = messages::kSomeBroken;
  }
}

}  // namespace

void inspect(Decoded& decoded, bool cut) {
  const Census census = take(decoded.text);
  add_loss(decoded, "broken-character", messages::kBrokenCharacter, census.broken, true);
  add_loss(decoded, "control-character", messages::kControlCharacter, census.control);
  add_loss(decoded, "private-character", messages::kPrivateCharacter, census.privately_used);
  if (cut)
    decoded.losses.push_back({.kind = "cut-end",
                              .what = std::string(messages::kCutEnd),
                              .location = {.line = census.lines},
                              .text_missing = true});
  judge(decoded, census);
  if (decoded.outcome != ReadOutcome::kOk && decoded.outcome != ReadOutcome::kOkWithLosses)
    decoded.text.clear();  // what cannot be trusted is nobody's text
}

}  // namespace plumbline::readers
