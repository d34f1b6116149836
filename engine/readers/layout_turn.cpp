#include "engine/readers/layout_turn.h"

#include <algorithm>

namespace plumbline::readers {
namespace {

/// The word on a sheet of this width and height that is turned until the word runs right.
LayoutWord turned(const LayoutWord& word, double width, double height) {
  LayoutWord result = word;
  result.along = Along::kRight;
  if (word.along == Along::kDown) {
    result.left = word.top;
    result.right = word.bottom;
    result.top = width - word.right;
    result.bottom = width - word.left;
  } else if (word.along == Along::kUp) {
    result.left = height - word.bottom;
    result.right = height - word.top;
    result.top = word.left;
    result.bottom = word.right;
  } else if (word.along == Along::kLeft) {
    result.left = width - word.right;
    result.right = width - word.left;
    result.top = height - word.bottom;
    result.bottom = height - word.top;
  }
  return result;
}

}  // namespace

bool runs_right(const LayoutPage& page) {
  return std::ranges::all_of(page.words,
                             [](const LayoutWord& word) { return word.along == Along::kRight; });
}

std::vector<LayoutPage> turned_parts(const LayoutPage& page) {
  std::vector<LayoutPage> parts;
  for (const Along along : {Along::kRight, Along::kDown, Along::kUp, Along::kLeft}) {
    LayoutPage part;
    part.along = along;
    const bool upright = along == Along::kDown || along == Along::kUp;
    part.width = upright ? page.height : page.width;
    part.height = upright ? page.width : page.height;
    part.turned_width = part.width;
    for (const LayoutWord& word : page.words) {
      if (word.along == along) {
        part.words.push_back(turned(word, page.width, page.height));
      }
    }
    // They were written in the order of the direction that most words have.
    if (along != Along::kRight || part.words.size() * 2 < page.words.size()) {
      std::ranges::stable_sort(part.words, {}, &LayoutWord::top);
    }
    if (!part.words.empty()) {
      parts.push_back(std::move(part));
    }
  }
  return parts;
}

LayoutWord as_shown(const LayoutWord& word, const LayoutPage& page) {
  const double width = page.turned_width, height = page.height;
  switch (page.along) {
    case Along::kRight:
      break;
    case Along::kDown:
      return {height - word.bottom, word.left, height - word.top, word.right, {}};
    case Along::kUp:
      return {word.top, width - word.right, word.bottom, width - word.left, {}};
    case Along::kLeft:
      return {width - word.right, height - word.bottom, width - word.left, height - word.top, {}};
  }
  return {word.left, word.top, word.right, word.bottom, {}};
}

}  // namespace plumbline::readers
