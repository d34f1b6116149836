#include "engine/readers/pdf_frames.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <map>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/readers/measure.h"

namespace plumbline::readers {
namespace {

constexpr std::size_t kMostPages = 5000;

/// What is told of a page before it is turned; left, bottom, right, top, and y grows upwards.
struct Boxes {
  std::array<double, 4> media{}, crop{};
  int turn = 0;
};

/// The parts of a line between blanks.
std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = line.find_first_not_of(' '); at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    words.push_back(line.substr(at, end - at));
    at = line.find_first_not_of(' ', end);
  }
  return words;
}

/// "Page    1 rot:   90", "Page    1 CropBox:  0.00  0.00  595.00  842.00".
void take(const std::vector<std::string_view>& words, std::map<std::size_t, Boxes>& pages) {
  std::size_t number = 0;
  if (words.size() < 4 || words[0] != "Page" ||
      std::from_chars(words[1].data(), words[1].data() + words[1].size(), number).ec !=
          std::errc() ||
      number == 0 || number > kMostPages) {
    return;
  }
  if (words[2] == "rot:") {
    pages[number].turn = static_cast<int>(number_of(words[3], 10'000));
  } else if (words.size() == 7 && (words[2] == "MediaBox:" || words[2] == "CropBox:")) {
    std::array<double, 4>& box = words[2] == "CropBox:" ? pages[number].crop : pages[number].media;
    for (std::size_t i = 0; i < box.size(); ++i) {
      box[i] = number_of(words[i + 3]);
    }
  }
}

PdfFrame frame_of(const Boxes& boxes) {
  const auto& [left, bottom, right, top] = boxes.media;
  const double width = right - left, height = top - bottom;
  if (width <= 0 || height <= 0) {
    return {};
  }
  // Of the page that is not turned, y grows downwards.
  const double from_left = boxes.crop[0] - left, to_right = boxes.crop[2] - left;
  const double from_top = top - boxes.crop[3], to_bottom = top - boxes.crop[1];
  PdfFrame frame;
  switch (((boxes.turn % 360) + 360) % 360) {
    case 90:
      frame = {height, width, height - to_bottom, from_left, height - from_top, to_right};
      break;
    case 180:
      frame = {width,
               height,
               width - to_right,
               height - to_bottom,
               width - from_left,
               height - from_top};
      break;
    case 270:
      frame = {height, width, from_top, width - to_right, to_bottom, width - from_left};
      break;
    default:
      frame = {width, height, from_left, from_top, to_right, to_bottom};
  }
  if (frame.right - frame.left < 1 || frame.bottom - frame.top < 1) {  // programs show all then
    frame = {frame.width, frame.height, 0, 0, frame.width, frame.height};
  }
  return frame;
}

}  // namespace

bool PdfFrame::cuts() const {
  constexpr double kNothing = 0.5;
  return left > kNothing || top > kNothing || right < width - kNothing ||
         bottom < height - kNothing;
}

PdfInfo parse_pdf_info(std::string_view output) {
  PdfInfo info;
  std::map<std::size_t, Boxes> pages;
  for (std::size_t at = 0; at < output.size();) {
    const std::size_t end = std::min(output.find('\n', at), output.size());
    const std::vector<std::string_view> words = words_of(output.substr(at, end - at));
    take(words, pages);
    if (words.size() == 2 && words[0] == "Form:") {
      info.form = words[1];
    }
    at = end + 1;
  }
  info.frames.resize(pages.empty() ? 0 : pages.rbegin()->first);
  for (const auto& [number, boxes] : pages) {
    info.frames[number - 1] = frame_of(boxes);
  }
  return info;
}

std::string crop(LayoutPage& page, const PdfFrame& frame) {
  std::string outside;
  const auto holds = [&](const LayoutWord& box) {
    const double x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
    return x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom;
  };
  for (LayoutWord& word : page.words) {
    if (holds({word.left, word.top, word.left, word.top, {}}) &&
        holds({word.right, word.bottom, word.right, word.bottom, {}})) {
      continue;
    }
    std::vector<std::pair<std::size_t, double>> ends;  // of characters: byte, em
    double em = 0;
    for (std::size_t at = 0; at < word.text.size(); at = ends.back().first) {
      const CodePoint c = decode_utf8(word.text, at);
      em += c.value < 0x2010 ? 0.5 : 1.0;
      ends.emplace_back(c.end, em);
    }
    std::string kept, lost;
    double from = em, to = 0, before = 0;
    std::size_t begin = 0;
    for (const auto& [end, behind] : ends) {
      const bool seen = holds(word.part(before / em, behind / em));
      (seen ? kept : lost).append(word.text, begin, end - begin);
      from = seen ? std::min(from, before) : from;
      to = seen ? std::max(to, behind) : to;
      begin = end;
      before = behind;
    }
    if (!lost.empty()) {
      outside += (outside.empty() ? "" : " ") + lost;
      const LayoutWord part = kept.empty() ? LayoutWord{} : word.part(from / em, to / em);
      word = {part.left, part.top, part.right, part.bottom, kept, word.along};
    }
  }
  std::erase_if(page.words, [](const LayoutWord& word) { return word.text.empty(); });
  return outside;
}

void move_to_frame(LayoutPage& page, const PdfFrame& frame) {
  for (LayoutWord& word : page.words) {
    word.left -= frame.left;
    word.right -= frame.left;
    word.top -= frame.top;
    word.bottom -= frame.top;
  }
  page.shown_left = page.shown_top = 0;
  page.width = frame.right - frame.left;
  page.height = frame.bottom - frame.top;
}

}  // namespace plumbline::readers
