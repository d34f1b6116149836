#include "engine/readers/boxes.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "engine/base/utf8.h"

namespace plumbline::readers {
namespace {

/// How wide a text may be, in em. Only full-width characters tell.
struct Width {
  double least = 0, most = 0;
};
Width width_of(char32_t c) {
  constexpr std::u32string_view kThin = U" !'(),.:;Iijlrt|", kBroad = U"%&@MWmw";
  if (c >= 0x2E80) {
    return {1, 1};
  }
  if (c >= 0x2010) {  // quotes, dashes: of a Chinese font or of another
    return {0.3, 1};
  }
  return kThin.find(c) != kThin.npos     ? Width{0.2, 0.6}
         : kBroad.find(c) != kBroad.npos ? Width{0.5, 1}
                                         : Width{0.4, 0.75};
}
Width width_of(std::string_view text) {
  Width width;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    const Width one = width_of(c.value);
    width.least += one.least;
    width.most += one.most;
    at = c.end;
  }
  return width;
}

bool is_upright(Along along) {
  return along == Along::kDown || along == Along::kUp;
}

/// The part of a word's box in which `part` of its text stands.
PageBox part_of(const PlacedWord& word, RawSpan part, std::string_view raw) {
  PageBox box = word.box;
  if (part.begin == word.span.begin && part.end == word.span.end)
    return box;
  const auto piece = [&](std::size_t from, std::size_t to) { return raw.substr(from, to - from); };
  const Width before = width_of(piece(word.span.begin, part.begin));
  const Width inside = width_of(piece(part.begin, part.end));
  const Width after = width_of(piece(part.end, word.span.end));
  double from = before.least / (before.least + inside.most + after.most);
  double to = 1 - after.least / (before.most + inside.most + after.least);
  if (word.along == Along::kLeft || word.along == Along::kUp) {
    from = 1 - std::exchange(to, 1 - from);
  }
  int& low = is_upright(word.along) ? box.top : box.left;
  int& high = is_upright(word.along) ? box.bottom : box.right;
  const int begin = low, length = high - low;
  constexpr double kNothing = 1e-6;  // of floating point
  low = begin + static_cast<int>(std::floor(from * length + kNothing));
  high = begin + static_cast<int>(std::ceil(to * length - kNothing));
  return box;
}

/// Lie beside each other, as words of one line do.
bool overlap(int low, int high, int other_low, int other_high) {
  const int shared = std::min(high, other_high) - std::max(low, other_low);
  return 2 * shared > std::min(high - low, other_high - other_low);
}
bool same_line(const PageBox& line, const PageBox& next, Along along) {
  if (line.page != next.page)
    return false;
  switch (along) {
    case Along::kRight:
      return overlap(line.top, line.bottom, next.top, next.bottom) && next.left >= line.left;
    case Along::kLeft:
      return overlap(line.top, line.bottom, next.top, next.bottom) && next.right <= line.right;
    case Along::kDown:
      return overlap(line.left, line.right, next.left, next.right) && next.top >= line.top;
    case Along::kUp:
      return overlap(line.left, line.right, next.left, next.right) && next.bottom <= line.bottom;
  }
  return false;
}

void join(PageBox& line, const PageBox& next) {
  line.left = std::min(line.left, next.left);
  line.top = std::min(line.top, next.top);
  line.right = std::max(line.right, next.right);
  line.bottom = std::max(line.bottom, next.bottom);
}

}  // namespace

std::vector<PageBox> boxes_of(const Extraction& extraction, RawSpan span) {
  std::vector<PageBox> boxes;
  if (span.empty())
    return boxes;
  Along along = Along::kRight;
  for (auto word = std::ranges::upper_bound(extraction.words, span.begin, {},
                                            [](const PlacedWord& one) { return one.span.end; });
       word != extraction.words.end() && word->span.begin < span.end; ++word) {
    const RawSpan part = {std::max(span.begin, word->span.begin),
                          std::min(span.end, word->span.end)};
    const PageBox box = part_of(*word, part, extraction.raw);
    if (!boxes.empty() && along == word->along && same_line(boxes.back(), box, along)) {
      join(boxes.back(), box);
    } else {
      boxes.push_back(box);
    }
    along = word->along;
  }
  return boxes;
}

}  // namespace plumbline::readers
