#include "engine/text/text.h"

#include <algorithm>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/readers/boxes.h"
#include "engine/text/builder.h"
#include "engine/text/normalizer.h"

namespace plumbline::text {
namespace {

bool is_mark(char c) {
  const bool word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return static_cast<unsigned char>(c) < 0x80 && !word;
}

bool is_layout(char c) {
  return c == ' ' || c == '\n';
}

}  // namespace

Text Text::build(readers::Extraction extraction) {
  Text text;
  text.extraction_ = std::move(extraction);
  Built built = build_paragraphs(text.extraction_);
  text.normal_ = std::move(built.normal);
  text.paragraphs_ = std::move(built.paragraphs);
  text.map_ = std::move(built.map);
  text.index_raw();
  return text;
}

RawSpan Text::to_raw(TextSpan span) const {
  if (map_.empty())
    return {0, 0};
  span.end = std::min(span.end, normal_.size());
  span.begin = std::min(span.begin, span.end);
  while (span.begin < span.end && is_layout(normal_[span.begin])) ++span.begin;
  while (span.begin < span.end && is_layout(normal_[span.end - 1])) --span.end;
  if (span.empty() && span.begin == normal_.size()) {
    const std::size_t end = map_.unit_at(span.begin).raw.end;
    return {end, end};
  }
  const OffsetMap::Unit first = map_.unit_at(span.begin);
  const std::size_t begin = first.raw.begin + (first.same ? span.begin - first.text.begin : 0);
  if (span.empty())
    return {begin, begin};
  const OffsetMap::Unit last = map_.unit_at(span.end - 1);
  return {begin, last.same ? last.raw.begin + (span.end - last.text.begin) : last.raw.end};
}

std::string Text::display(TextSpan span) const {
  std::string out;
  span.end = std::min(span.end, normal_.size());
  for (std::size_t at = span.begin; at < span.end;) {
    const OffsetMap::Unit unit = map_.unit_at(at);
    const std::size_t end = std::min(unit.text.end, span.end);
    const std::string_view piece = view({at, end});
    const bool own = !unit.same && piece.size() == 1 && is_mark(piece[0]) && !is_layout(piece[0]);
    if (own)
      out += raw(unit.raw);
    else if (piece != "\n")
      out += piece;
    at = end;
  }
  return out;
}

std::size_t Text::paragraph_at(std::size_t offset) const {
  const auto after = std::upper_bound(
      paragraphs_.begin(), paragraphs_.end(), offset,
      [](std::size_t o, const Paragraph& paragraph) { return o < paragraph.span.begin; });
  return after == paragraphs_.begin() ? 0
                                      : static_cast<std::size_t>(after - paragraphs_.begin()) - 1;
}

void Text::index_raw() {
  const std::string_view raw = extraction_.raw;
  line_starts_.push_back(0);
  for (std::size_t at = 0; at < raw.size(); ++at) {
    const char c = raw[at];
    const bool separator =
        c == '\xE2' && (raw.substr(at, 3) == "\u2028" || raw.substr(at, 3) == "\u2029");
    if (c == '\n' || (c == '\r' && raw.substr(at, 2) != "\r\n") || separator)
      line_starts_.push_back(at + (separator ? 3 : 1));
  }
  std::size_t points = 0;
  for (std::size_t at = 0; at < raw.size(); at += kStretch) {
    points_.push_back(points);
    points += count_code_points(raw.substr(at, kStretch));
  }
}

std::size_t Text::code_points_before(std::size_t raw_offset) const {
  if (points_.empty())
    return 0;
  const std::size_t stretch = std::min(raw_offset / kStretch, points_.size() - 1);
  const std::size_t begin = stretch * kStretch;
  return points_[stretch] + count_code_points(raw({begin, raw_offset}));
}

int Text::column_of(std::size_t raw_offset, std::size_t line_of) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), line_of);
  const std::size_t start = *(after - 1);
  return static_cast<int>(code_points_before(raw_offset) - code_points_before(start)) + 1;
}

std::size_t Text::block_at(std::size_t raw_offset) const {
  const auto& blocks = extraction_.blocks;
  const auto after = std::upper_bound(
      blocks.begin(), blocks.end(), raw_offset,
      [](std::size_t o, const readers::Block& block) { return o < block.span.begin; });
  return after == blocks.begin() ? 0 : static_cast<std::size_t>(after - blocks.begin()) - 1;
}

Location Text::locate(RawSpan span) const {
  if (extraction_.blocks.empty())
    return {};
  span.end = std::min(span.end, extraction_.raw.size());
  span.begin = std::min(span.begin, span.end);
  const readers::Block& first = extraction_.blocks[block_at(span.begin)];
  const std::size_t last_byte = span.empty() ? span.begin : span.end - 1;
  const readers::Block& last = extraction_.blocks[block_at(last_byte)];
  Location location{.page = first.page, .paragraph = first.paragraph};
  location.boxes = readers::boxes_of(extraction_, span);
  if (first.line == 0)
    return location;
  location.line = first.line;
  location.column = column_of(span.begin, span.begin);
  location.end_line = last.line;
  location.end_column = column_of(span.end, last_byte);
  return location;
}

std::string fold(std::string_view utf8) {
  std::string out;
  Normalizer(utf8, out, nullptr).append({0, utf8.size()});
  return out;
}

}  // namespace plumbline::text
