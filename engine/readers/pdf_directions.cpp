#include "engine/readers/pdf_directions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <vector>

#include "engine/base/utf8.h"
#include "engine/readers/layout_slant.h"

namespace plumbline::readers {
namespace {

constexpr double kTall = 1.7;                     // times as high as wide
constexpr std::size_t kFewestBelow = 4;           // characters
constexpr std::size_t kMostCompared = 5'000'000;  // glyphs with words

/// Several characters, higher than wide: boxes of some fonts are high too, but not as high as this.
bool is_tall(const LayoutWord& word) {
  std::size_t characters = 0, wide = 0;
  for (std::size_t at = 0; at < word.text.size(); ++characters) {
    const CodePoint c = decode_utf8(word.text, at);
    wide += c.value >= 0x2E80 ? 1u : 0u;
    at = c.end;
  }
  return (wide >= 2 || characters >= 5) && word.height() > kTall * word.width();
}

/// One character right below another, as in vertical writing.
bool is_below(const LayoutWord& before, const LayoutWord& word) {
  return count_wide_only(before.text) == 1 && count_wide_only(word.text) == 1 &&
         std::abs(word.left - before.left) < 0.3 * word.width() &&
         std::abs(word.top - before.bottom) < 0.6 * word.height();
}

/// Steps from one glyph to the next, by their direction.
struct Votes {
  std::array<std::size_t, 4> count{};

  void add(double across, double down) {
    constexpr double kClear = 3;
    if (std::abs(across) > kClear * std::abs(down)) {
      ++count[static_cast<std::size_t>(across > 0 ? Along::kRight : Along::kLeft)];
    } else if (std::abs(down) > kClear * std::abs(across)) {
      ++count[static_cast<std::size_t>(down > 0 ? Along::kDown : Along::kUp)];
    }
  }
  bool empty() const { return std::ranges::max(count) == 0; }
  Along most() const { return static_cast<Along>(std::ranges::max_element(count) - count.begin()); }
};

class Directions {
 public:
  Directions(LayoutPage& page, const PdfDrawing& drawing) : page_(page), drawing_(drawing) {}

  std::string run() {
    std::vector<std::vector<Glyph>> glyphs;
    for (const LayoutWord& word : page_.words) {
      glyphs.push_back(glyphs_of(word));
      all_.insert(all_.end(), glyphs.back().begin(), glyphs.back().end());
    }
    std::ranges::stable_sort(all_, {}, &Glyph::step);
    for (std::size_t i = 1; i < all_.size(); ++i) {
      vote(all_[i - 1], all_[i], fonts_[all_[i].font]);
    }
    std::string unknown;
    for (std::size_t i = 0; i < page_.words.size(); ++i) {
      LayoutWord& word = page_.words[i];
      Votes votes;
      for (std::size_t k = 1; k < glyphs[i].size(); ++k) {
        vote(glyphs[i][k - 1], glyphs[i][k], votes);
      }
      if (votes.empty() && !glyphs[i].empty()) {
        votes = fonts_[glyphs[i].front().font];
      }
      if (!votes.empty()) {
        word.along = votes.most();
      } else if (is_tall(word)) {
        unknown += (unknown.empty() ? "" : " ") + word.text;
      }
    }
    return unknown;
  }

 private:
  struct Glyph {
    double x = 0, y = 0, em = 0;
    std::size_t step = 0;
    int font = 0;
  };

  /// In the order of drawing. In vertical writing a glyph begins half an em to the left.
  std::vector<Glyph> glyphs_of(const LayoutWord& word) {
    constexpr double kDown = 0.5, kAcross = 0.6;  // points, em
    const double em = std::min(word.width(), word.height());
    std::vector<Glyph> inside;
    for (auto glyph =
             std::ranges::lower_bound(drawing_.glyphs, word.top - kDown, {}, &PdfDrawing::Glyph::y);
         glyph != drawing_.glyphs.end() && glyph->y <= word.bottom + kDown &&
         compared_ < kMostCompared;
         ++glyph) {
      ++compared_;
      if (glyph->x >= word.left - kAcross * em && glyph->x <= word.right + kDown) {
        inside.push_back({glyph->x, glyph->y, em, glyph->step, glyph->font});
      }
    }
    std::ranges::sort(inside, {}, &Glyph::step);
    return inside;
  }

  /// Glyphs of one line that follow each other; a step to the next line says nothing.
  static void vote(const Glyph& before, const Glyph& glyph, Votes& votes) {
    constexpr double kFarthest = 1.6;  // em
    const double across = glyph.x - before.x, down = glyph.y - before.y;
    if (before.font == glyph.font && std::hypot(across, down) <= kFarthest * glyph.em) {
      votes.add(across, down);
    }
  }

  LayoutPage& page_;
  const PdfDrawing& drawing_;
  std::vector<Glyph> all_;
  std::map<int, Votes> fonts_;
  std::size_t compared_ = 0;
};

}  // namespace

bool may_be_turned(const LayoutPage& page) {
  if (std::ranges::any_of(page.words, is_tall)) {
    return true;
  }
  std::size_t up = 0, down = 0, below = 0;
  for (std::size_t i = 1; i < page.words.size(); ++i) {
    const LayoutWord &before = page.words[i - 1], &word = page.words[i];
    up += word.bottom < before.top ? 1u : 0u;
    down += word.top > before.bottom ? 1u : 0u;
    below += is_below(before, word) ? 1u : 0u;
  }
  return (up >= 2 && up > down) || below >= kFewestBelow;
}

std::string find_directions(LayoutPage& page, const PdfDrawing& drawing) {
  return Directions(page, drawing).run();
}

}  // namespace plumbline::readers
