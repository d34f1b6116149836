#include "engine/readers/page_pictures.h"

#include <algorithm>
#include <cstddef>

#include "engine/base/utf8.h"

namespace plumbline::readers {
namespace {

constexpr double kFilling = 0.8;       // of the page, in both directions
constexpr double kStrips = 0.64;       // of its area, where a scan is made of several pictures
constexpr double kBand = 0.13;         // of the height
constexpr std::size_t kFewWords = 60;  // characters

std::size_t count_characters(const LayoutPage& page) {
  std::size_t count = 0;
  for (const LayoutWord& word : page.words) {
    count += count_code_points(word.text);
  }
  return count;
}

}  // namespace

void PagePictures::add(double width, double height, const LayoutPage& page) {
  area_ += width * height;
  filling_ = filling_ || (width > kFilling * page.width && height > kFilling * page.height);
}

bool PagePictures::fill(const LayoutPage& page) const {
  return filling_ || (is_furniture(page) && area_ > kStrips * page.width * page.height);
}

bool is_furniture(const LayoutPage& page) {
  const bool at_edges = std::ranges::all_of(page.words, [&](const LayoutWord& word) {
    return word.bottom < kBand * page.height || word.top > (1 - kBand) * page.height;
  });
  return at_edges || count_characters(page) <= kFewWords;
}

}  // namespace plumbline::readers
