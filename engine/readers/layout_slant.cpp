#include "engine/readers/layout_slant.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/base/utf8.h"

namespace plumbline::readers {
namespace {

/// Written across the page: as high as wide, though several characters long.
bool is_slanted(const LayoutWord& word) {
  const int count = count_wide_only(word.text);
  return count >= 3 && word.height() > 0.6 * word.width() && word.height() < 1.7 * word.width();
}

/// Words as high as they are told by their font, whatever their length: boxes of some fonts are two
/// or three characters high. A slanted word is the higher the longer it is.
class LevelHeights {
 public:
  explicit LevelHeights(const std::vector<LayoutWord>& words) {
    for (const LayoutWord& word : words) {
      if (const int count = count_wide_only(word.text); count > 0) {
        words_.push_back({word.height(), count});
      }
    }
    std::ranges::sort(words_);
  }
  /// A word of another length is as high.
  bool hold(const LayoutWord& word) const {
    constexpr double kAlike = 0.03;
    constexpr int kMostCompared = 1000;
    const int count = count_wide_only(word.text);
    const std::pair lowest = {word.height() * (1 - kAlike), 0};
    int compared = 0;
    for (auto one = std::ranges::lower_bound(words_, lowest);
         one != words_.end() && one->first <= word.height() * (1 + kAlike) &&
         ++compared < kMostCompared;
         ++one) {
      if (one->second != count) {
        return true;
      }
    }
    return false;
  }

 private:
  std::vector<std::pair<double, int>> words_;  ///< height, characters
};

/// One or two full-width characters.
bool is_glyph(const LayoutWord& word) {
  const int count = count_wide_only(word.text);
  return count == 1 || count == 2;
}

/// Both steps lead from one glyph of a slanted line to the next.
struct Step {
  double x = 0, y = 0;

  bool slants(double size) const {
    const double across = std::abs(x), down = std::abs(y);
    return across > 0.3 * size && across < 1.4 * size && down > 0.3 * size && down < 1.4 * size;
  }
  bool equals(Step other, double size) const {
    return std::abs(x - other.x) < 0.25 * size && std::abs(y - other.y) < 0.25 * size;
  }
};
Step step_between(const LayoutWord& from, const LayoutWord& to) {
  return {(to.left + to.right - from.left - from.right) / 2,
          (to.top + to.bottom - from.top - from.bottom) / 2};
}

/// Programs that write words without their angle part a slanted line into its glyphs: they step
/// evenly across the page. Sets the flag of each glyph in
/// a chain of at least three.
void find_slanted_chains(const std::vector<LayoutWord>& words, std::vector<bool>& slanted) {
  constexpr std::size_t kMostGlyphs = 400;  // compared each with each
  std::vector<std::size_t> glyphs;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_glyph(words[i])) {
      glyphs.push_back(i);
    }
  }
  if (glyphs.size() > kMostGlyphs) {
    return;
  }
  const auto next_of = [&](std::size_t from, const Step* like) {
    const double size = std::max(words[from].width(), words[from].height());
    for (const std::size_t to : glyphs) {
      const Step step = step_between(words[from], words[to]);
      if (to != from && step.x > 0 && step.slants(size) &&
          (like == nullptr || step.equals(*like, size))) {
        return to;
      }
    }
    return words.size();
  };
  for (const std::size_t first : glyphs) {
    const std::size_t second = slanted[first] ? words.size() : next_of(first, nullptr);
    if (second == words.size()) {
      continue;
    }
    const Step step = step_between(words[first], words[second]);
    std::vector<std::size_t> chain = {first, second};
    while (chain.size() < kMostGlyphs) {
      const std::size_t next = next_of(chain.back(), &step);
      if (next == words.size()) {
        break;
      }
      chain.push_back(next);
    }
    for (std::size_t i = 0; chain.size() >= 3 && i < chain.size(); ++i) {
      slanted[chain[i]] = true;
    }
  }
}

}  // namespace

int count_wide_only(std::string_view text) {
  int count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const CodePoint c = decode_utf8(text, at);
    if (c.value < 0x2E80) {
      return -1;
    }
    at = c.end;
  }
  return count;
}

std::vector<Slant> find_slants(const std::vector<LayoutWord>& words) {
  std::vector<bool> chained(words.size(), false);
  find_slanted_chains(words, chained);
  const LevelHeights level(words);
  std::vector<Slant> slants;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool slanted = is_slanted(words[i]) && !level.hold(words[i]);
    slants.push_back(chained[i] ? Slant::kGlyph : slanted ? Slant::kWord : Slant::kNone);
  }
  return slants;
}

}  // namespace plumbline::readers
