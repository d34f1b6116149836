#include "engine/readers/ofd_unseen.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "engine/readers/page_pictures.h"

namespace plumbline::readers {
namespace {

constexpr std::size_t kMost = 200;  // pictures that are compared with each word

/// Of a word's width that must lie under a picture, or on a dark ground.
constexpr double kMostOfIt = 0.8;

template <typename Box>
bool lies_on(const LayoutWord& word, const Box& box) {
  const double middle = (word.top + word.bottom) / 2;
  const double common = std::min(word.right, box.right) - std::max(word.left, box.left);
  return box.top <= middle && middle <= box.bottom && common >= kMostOfIt * word.width();
}

/// Objects stand in the order they were drawn in: sorted into lines, from top to bottom.
void sort_words(std::vector<LayoutWord>& words) {
  std::ranges::stable_sort(words, {}, &LayoutWord::bottom);
  for (std::size_t from = 0; from < words.size();) {
    std::size_t to = from + 1;
    while (to < words.size() &&
           words[to].bottom - words[to - 1].bottom < 0.35 * words[to].height()) {
      ++to;
    }
    std::stable_sort(words.begin() + static_cast<std::ptrdiff_t>(from),
                     words.begin() + static_cast<std::ptrdiff_t>(to),
                     [](const LayoutWord& a, const LayoutWord& b) { return a.left < b.left; });
    from = to;
  }
}

class Looking {
 public:
  Looking(OfdPage& page, const std::function<bool(const std::string&)>& opaque)
      : page_(page), opaque_(opaque) {}

  OfdView run() {
    OfdView view;
    view.filled = is_filled();
    const std::vector<bool> seen = seen_words();
    const std::size_t unseen = count_bytes(seen, false), all = unseen + count_bytes(seen, true);
    view.layer = !page_.pictures.empty() && unseen * 2 > all;
    if (unseen > 0 && !view.layer) {
      hide(seen, view.hidden);
    }
    sort_words(page_.layout.words);
    return view;
  }

 private:
  bool is_filled() const {
    PagePictures together;
    for (const OfdPicture& picture : page_.pictures) {
      together.add(picture.right - picture.left, picture.bottom - picture.top, page_.layout);
    }
    return together.fill(page_.layout);
  }

  std::vector<bool> seen_words() {
    std::vector<bool> seen;
    for (std::size_t i = 0; i < page_.layout.words.size(); ++i) {
      seen.push_back(is_seen(page_.layout.words[i], page_.drawn[i]));
    }
    return seen;
  }

  bool is_seen(const LayoutWord& word, const OfdWord& drawn) {
    if (drawn.ink == OfdWord::Ink::kNone || is_covered(word, drawn.step)) {
      return false;
    }
    const auto behind = [&](const auto& box) { return lies_on(word, box); };
    return drawn.ink == OfdWord::Ink::kDark || std::ranges::any_of(page_.fills, behind) ||
           std::ranges::any_of(page_.pictures, behind);
  }

  /// A picture that was drawn later lies on the word.
  bool is_covered(const LayoutWord& word, std::size_t step) {
    std::size_t compared = 0;
    for (const OfdPicture& picture : page_.pictures) {
      if (picture.step > step && !picture.faint && picture.right - picture.left >= kSmallestCover &&
          picture.bottom - picture.top >= kSmallestCover && ++compared <= kMost &&
          lies_on(word, picture) && is_opaque(picture.resource)) {
        return true;
      }
    }
    return false;
  }

  bool is_opaque(const std::string& resource) {
    const auto [known, added] = opaque_files_.try_emplace(resource, false);
    if (added) {
      known->second = opaque_(resource);
    }
    return known->second;
  }

  std::size_t count_bytes(const std::vector<bool>& seen, bool which) const {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < seen.size(); ++i) {
      bytes += seen[i] == which ? page_.layout.words[i].text.size() : 0;
    }
    return bytes;
  }

  void hide(const std::vector<bool>& seen, std::string& hidden) {
    constexpr std::size_t kMostTold = 600;
    std::vector<LayoutWord> kept;
    for (std::size_t i = 0; i < seen.size(); ++i) {
      LayoutWord& word = page_.layout.words[i];
      if (seen[i]) {
        kept.push_back(std::move(word));
      } else if (hidden.size() < kMostTold) {
        hidden += (hidden.empty() ? "" : " ") + word.text;
      }
    }
    page_.layout.words = std::move(kept);
  }

  OfdPage& page_;
  const std::function<bool(const std::string&)>& opaque_;
  std::map<std::string, bool> opaque_files_;
};

}  // namespace

OfdView look_at(OfdPage& page, const std::function<bool(const std::string&)>& opaque) {
  return Looking(page, opaque).run();
}

}  // namespace plumbline::readers
