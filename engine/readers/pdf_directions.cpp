#include "engine/readers/pdf_directions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <vector>

#include "engine/base/utf8.h"

namespace plumbline::readers {
namespace {

constexpr double kTall = 1.7;                     // times as high as wide
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
    std::vector<std::vector<PdfDrawing::Glyph>> glyphs;
    std::vector<Votes> votes;
    for (const LayoutWord& word : page_.words) {
      glyphs.push_back(glyphs_of(word));
      votes.push_back(count(glyphs.back()));
    }
    std::string unknown;
    for (std::size_t i = 0; i < page_.words.size(); ++i) {
      const bool several = !votes[i].empty();
      const bool drawn = !glyphs[i].empty();
      LayoutWord& word = page_.words[i];
      if (several || drawn) {
        word.along = (several ? votes[i] : fonts_[glyphs[i].front().font]).most();
      } else if (is_tall(word)) {
        unknown += (unknown.empty() ? "" : " ") + word.text;
      }
    }
    return unknown;
  }

 private:
  /// In the order of drawing.
  std::vector<PdfDrawing::Glyph> glyphs_of(const LayoutWord& word) {
    constexpr double kReach = 0.5;  // points
    std::vector<PdfDrawing::Glyph> inside;
    for (auto glyph = std::ranges::lower_bound(drawing_.glyphs, word.top - kReach, {},
                                               &PdfDrawing::Glyph::y);
         glyph != drawing_.glyphs.end() && glyph->y <= word.bottom + kReach &&
         compared_ < kMostCompared;
         ++glyph) {
      ++compared_;
      if (glyph->x >= word.left - kReach && glyph->x <= word.right + kReach) {
        inside.push_back(*glyph);
      }
    }
    std::ranges::sort(inside, {}, &PdfDrawing::Glyph::step);
    return inside;
  }

  Votes count(const std::vector<PdfDrawing::Glyph>& glyphs) {
    Votes votes;
    for (std::size_t i = 1; i < glyphs.size(); ++i) {
      const PdfDrawing::Glyph &before = glyphs[i - 1], &glyph = glyphs[i];
      if (before.font == glyph.font) {
        votes.add(glyph.x - before.x, glyph.y - before.y);
        fonts_[glyph.font].add(glyph.x - before.x, glyph.y - before.y);
      }
    }
    return votes;
  }

  LayoutPage& page_;
  const PdfDrawing& drawing_;
  std::map<int, Votes> fonts_;
  std::size_t compared_ = 0;
};

}  // namespace

bool may_be_turned(const LayoutPage& page) {
  if (std::ranges::any_of(page.words, is_tall)) {
    return true;
  }
  std::size_t up = 0, down = 0;
  for (std::size_t i = 1; i < page.words.size(); ++i) {
    const LayoutWord &before = page.words[i - 1], &word = page.words[i];
    up += word.bottom < before.top ? 1u : 0u;
    down += word.top > before.bottom ? 1u : 0u;
  }
  return up >= 2 && up > down;
}

std::string find_directions(LayoutPage& page, const PdfDrawing& drawing) {
  return Directions(page, drawing).run();
}

}  // namespace plumbline::readers
