#include "engine/pattern/segments.h"

#include <algorithm>

#include "engine/base/utf8_bytes.h"

namespace plumbline::pattern {
namespace {

/// Bytes of the sentence mark at `at`, 0 where there is none.
std::size_t mark_length(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '!' || c == '?' || c == ';')
    return 1;
  constexpr std::string_view kFullStop = "。";
  return text.substr(at, kFullStop.size()) == kFullStop ? kFullStop.size() : 0;
}

}  // namespace

bool Segments::next(TextSpan& segment, std::size_t place) {
  skip_lines(std::min(place, text_.size()));
  do {
    if (!cut(segment))
      return false;
  } while (segment.end <= place);
  return true;
}

/// Cutting starts anew with each line, so the lines before the one of `place` need none.
void Segments::skip_lines(std::size_t place) {
  if (at_ >= place || line_end_ >= place)
    return;
  const std::size_t before = text_.substr(0, place).rfind('\n');
  if (before != std::string_view::npos && before >= at_)
    at_ = before + 1;
}

bool Segments::cut(TextSpan& segment) {
  while (at_ < text_.size() && text_[at_] == '\n') ++at_;
  if (at_ >= text_.size())
    return false;
  if (line_end_ <= at_)
    line_end_ = std::min(text_.find('\n', at_), text_.size());
  const std::size_t end = line_end_ - at_ <= longest_ ? line_end_ : cut_of(at_, line_end_);
  segment = {at_, end};
  at_ = end;
  return true;
}

std::size_t Segments::cut_of(std::size_t begin, std::size_t line_end) const {
  std::size_t after_mark = 0;
  std::size_t points = 0;
  for (std::size_t i = begin; i < line_end; ++i) {
    if (continues_character(text_[i]))
      continue;
    if (points == longest_)
      return after_mark != 0 ? after_mark : i;
    ++points;
    if (const std::size_t length = mark_length(text_, i); length != 0)
      after_mark = i + length;
  }
  return line_end;
}

}  // namespace plumbline::pattern
