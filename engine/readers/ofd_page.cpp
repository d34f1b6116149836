#include "engine/readers/ofd_page.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>
#include <utility>

#include "engine/base/utf8.h"

namespace plumbline::readers {
namespace {

constexpr double kPoints = 72 / 25.4;  // in a millimetre
constexpr double kFarthest = 1e6;
constexpr std::size_t kMaxSteps = 100'000;  // glyphs in one TextCode
constexpr std::size_t kMaxGlyphs = 5'000'000;

double bounded(double value) {
  return std::isfinite(value) ? std::clamp(value, -kFarthest, kFarthest) : 0;
}

double one_number(std::string_view text, double fallback) {
  const std::vector<double> numbers = ofd_numbers(text, 1);
  return numbers.empty() ? fallback : numbers.front();
}

/// x' = a x + c y + e, y' = b x + d y + f.
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};
Matrix matrix_of(std::string_view text) {
  const std::vector<double> n = ofd_numbers(text, 6);
  return n.size() == 6 ? Matrix{n[0], n[1], n[2], n[3], n[4], n[5]} : Matrix{};
}

struct Point {
  double x = 0, y = 0;
};

/// How characters become glyphs where it is not one to one (ligatures, parts of one character).
/// Steps are told for glyphs. Feed it the characters of a text object one by one.
class GlyphCounts {
 public:
  GlyphCounts() = default;
  explicit GlyphCounts(XmlNode object) {
    for (const XmlNode node : object.children()) {
      if (node.is("CGTransform") && groups_.size() < kMostGroups) {
        groups_.push_back({whole(node, "CodePosition", 0), whole(node, "CodeCount", 1),
                           whole(node, "GlyphCount", 1)});
      }
    }
    std::ranges::stable_sort(groups_, {}, &Group::begin);
  }

  /// Glyphs of the next character; 0 where it shares the one before.
  std::size_t next() {
    const std::size_t character = characters_++;
    while (group_ < groups_.size() &&
           character >= groups_[group_].begin + std::max<std::size_t>(groups_[group_].codes, 1)) {
      ++group_;
    }
    if (group_ == groups_.size() || character < groups_[group_].begin) {
      return 1;
    }
    const Group& group = groups_[group_];
    const std::size_t within = character - group.begin;
    const bool last = within + 1 >= group.codes;
    return within >= group.glyphs ? 0 : last ? group.glyphs - within : 1;
  }

 private:
  static constexpr std::size_t kMostGroups = 100'000;
  struct Group {
    std::size_t begin = 0, codes = 1, glyphs = 1;
  };
  static std::size_t whole(XmlNode node, std::string_view name, double fallback) {
    return static_cast<std::size_t>(std::max(0.0, one_number(node.attribute(name), fallback)));
  }

  std::vector<Group> groups_;
  std::size_t group_ = 0, characters_ = 0;
};

/// Quarters of a turn, clockwise, by which text of this matrix is turned; -1 where it is slanted.
int quarter_of(const Matrix& matrix) {
  const double size = std::hypot(matrix.a, matrix.b);
  constexpr double kAskew = 0.17;  // ten degrees
  if (size == 0 || std::min(std::abs(matrix.a), std::abs(matrix.b)) > kAskew * size) {
    return -1;
  }
  return std::abs(matrix.a) > std::abs(matrix.b) ? (matrix.a > 0 ? 0 : 2) : (matrix.b > 0 ? 1 : 3);
}

class PageReader {
 public:
  /// `quarter` says how the text of the page is turned; the page has its size before the turn back.
  PageReader(OfdPage& page, const OfdUnits& units, int quarter)
      : page_(page),
        units_(units),
        quarter_(quarter),
        width_(page.layout.width),
        height_(page.layout.height) {}

  /// How most of the text that was read is turned.
  int quarter() const {
    const auto most = std::ranges::max_element(turned_);
    const std::size_t all = std::accumulate(turned_.begin(), turned_.end(), std::size_t{0});
    return *most * 2 > all ? static_cast<int>(most - turned_.begin()) : 0;
  }

  /// Layers and blocks; depth is bounded by the XML limits.
  void walk(XmlNode parent) {
    for (const XmlNode node : parent.children()) {
      ++step_;
      if (node.is("TextObject")) {
        read_text(node);
      } else if (node.is("ImageObject")) {
        read_image(node);
      } else if (node.is("PathObject")) {
        read_path(node);
      } else if (node.is("CompositeObject")) {
        walk_unit(node);
      } else if (node.is("Layer") || node.is("PageBlock") || node.is("Content")) {
        walk(node);
      }
    }
  }

 private:
  /// A unit may show others, also itself.
  void walk_unit(XmlNode object) {
    constexpr int kMaxDepth = 8;
    constexpr std::size_t kMaxUnits = 10'000;  // shown on a page
    const auto unit = units_.find(object.attribute("ResourceID"));
    if (unit == units_.end() || unit_depth_ == kMaxDepth || ++units_shown_ > kMaxUnits) {
      return;
    }
    const std::vector<double> box = ofd_numbers(object.attribute("Boundary"), 4);
    const Point outer = base_;
    if (box.size() == 4) {
      base_ = {base_.x + box[0], base_.y + box[1]};
    }
    ++unit_depth_;
    walk(unit->second);
    --unit_depth_;
    base_ = outer;
  }

  static bool is_shown(XmlNode object) {
    return object.attribute("Visible") != "false" && object.attribute("Alpha") != "0";
  }

  /// The box of an object on the page, without text.
  LayoutWord box_of(XmlNode object) const {
    const std::vector<double> box = ofd_numbers(object.attribute("Boundary"), 4);
    if (box.size() != 4) {
      return {};
    }
    const Point one = turned_back({(base_.x + box[0]) * kPoints, (base_.y + box[1]) * kPoints});
    const Point other =
        turned_back({(base_.x + box[0] + box[2]) * kPoints, (base_.y + box[1] + box[3]) * kPoints});
    return {std::min(one.x, other.x),
            std::min(one.y, other.y),
            std::max(one.x, other.x),
            std::max(one.y, other.y),
            {}};
  }

  void read_image(XmlNode object) {
    ++page_.images;
    if (is_shown(object) && page_.pictures.size() < kMostBoxes) {
      const LayoutWord box = box_of(object);
      page_.pictures.push_back(
          {box.left, box.top, box.right, box.bottom, std::string(object.attribute("ResourceID")),
           step_, !object.attribute("Alpha").empty() || !object.attribute("ImageMask").empty()});
    }
  }

  void read_path(XmlNode object) {
    ++page_.paths;
    if (is_shown(object) && object.attribute("Fill") == "true" && page_.fills.size() < kMostBoxes) {
      page_.fills.push_back(box_of(object));
    }
  }

  static OfdWord::Ink ink_of(XmlNode object) {
    const bool filled = object.attribute("Fill") != "false";
    const XmlNode colour = object.child("FillColor");
    if (!is_shown(object) || (!filled && object.attribute("Stroke") != "true") ||
        (filled && colour.attribute("Alpha") == "0")) {
      return OfdWord::Ink::kNone;
    }
    const std::vector<double> value = ofd_numbers(colour.attribute("Value"), 4);
    const bool white = filled && (value.size() == 1 || value.size() == 3) &&
                       std::ranges::all_of(value, [](double part) { return part >= 250; });
    return white ? OfdWord::Ink::kWhite : OfdWord::Ink::kDark;
  }

  void read_text(XmlNode object) {
    ink_ = ink_of(object);
    const std::vector<double> box = ofd_numbers(object.attribute("Boundary"), 4);
    origin_ = box.size() == 4 ? Point{base_.x + box[0], base_.y + box[1]} : base_;
    matrix_ = matrix_of(object.attribute("CTM"));
    size_ = one_number(object.attribute("Size"), 4);
    glyphs_ = GlyphCounts(object);
    Point at;
    for (const XmlNode code : object.children()) {
      if (code.is("TextCode")) {
        at = {one_number(code.attribute("X"), at.x), one_number(code.attribute("Y"), at.y)};
        read_code(code, at);
      }
    }
  }

  Point on_page(Point p) const {
    return turned_back({(matrix_.a * p.x + matrix_.c * p.y + matrix_.e + origin_.x) * kPoints,
                        (matrix_.b * p.x + matrix_.d * p.y + matrix_.f + origin_.y) * kPoints});
  }

  Point turned_back(Point p) const {
    const Point turned[] = {
        p, {p.y, width_ - p.x}, {width_ - p.x, height_ - p.y}, {height_ - p.y, p.x}};
    const Point back = turned[quarter_];
    return {bounded(back.x), bounded(back.y)};
  }

  /// What runs in another direction than the page is told, for its words cannot be put in order.
  bool put_aside(const std::string& text) {
    const int quarter = quarter_of(matrix_);
    if (quarter >= 0) {
      turned_[static_cast<std::size_t>(quarter)] += count_code_points(text);
    }
    if (quarter < 0 || quarter == quarter_) {
      return false;
    }
    page_.sideways += page_.aside < kMostAside ? text : "";
    page_.aside += count_code_points(text);
    return true;
  }

  /// Moves on by the step of a glyph; one that has none is `advance` wide.
  struct Steps {
    std::vector<double> right, down;

    std::size_t size() const { return std::max(right.size(), down.size()); }
  };
  static void step(Point& at, const Steps& steps, std::size_t glyph, double advance) {
    const bool stepped = glyph < steps.right.size();
    at.x += stepped ? steps.right[glyph] : glyph < steps.down.size() ? 0 : advance;
    at.y += glyph < steps.down.size() ? steps.down[glyph] : 0;
  }

  /// One word for each run of glyphs that stand on one line without a gap. A glyph without a step
  /// of its own stands an em (Latin: half an em) behind the one before.
  void read_code(XmlNode code, Point at) {
    const std::string text = code.text();
    if (put_aside(text)) {
      return;
    }
    const Steps steps = {ofd_numbers(code.attribute("DeltaX"), kMaxSteps),
                         ofd_numbers(code.attribute("DeltaY"), kMaxSteps)};
    const double height = std::max(0.1, size_ * std::hypot(matrix_.c, matrix_.d) * kPoints);
    LayoutWord word;
    std::size_t glyph = 0;
    for (std::size_t i = 0; i < text.size() && page_.characters < kMaxGlyphs;) {
      const CodePoint c = decode_utf8(text, i);
      const double advance = size_ * (c.value < 0x2010 ? 0.5 : 1.0);
      count(c.value);
      const std::size_t glyphs = glyphs_.next();
      if (glyphs == 0 && !word.text.empty()) {
        word.text += text.substr(i, c.end - i);
        i = c.end;
        continue;
      }
      const Point begin = on_page(at), end = on_page({at.x + advance, at.y});
      const bool same_line = !word.text.empty() && std::abs(begin.y - word.bottom) < 0.3 * height;
      if (!same_line || begin.x - word.right > 0.6 * height || begin.x < word.left) {
        finish(word);
        word = {begin.x, begin.y - height, begin.x, begin.y, {}};
      }
      if (c.value > 0x20 && c.value != 0xA0 && c.value != 0x3000) {
        word.text += text.substr(i, c.end - i);
        word.right = std::max(word.right, std::max(end.x, begin.x));
      }
      const std::size_t behind = glyph + std::max<std::size_t>(glyphs, 1);
      step(at, steps, glyph, advance);
      for (++glyph; glyph < std::min(behind, steps.size()); ++glyph) {
        step(at, steps, glyph, 0);
      }
      glyph = behind;
      i = c.end;
    }
    finish(word);
  }

  void count(char32_t c) {
    ++page_.characters;
    page_.garbage += c == kReplacement || (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000 ? 1u : 0u;
  }

  void finish(LayoutWord& word) {
    if (!word.text.empty()) {
      const bool tiny = word.height() < kSmallest;
      page_.layout.words.push_back(std::move(word));
      page_.drawn.push_back({tiny ? OfdWord::Ink::kNone : ink_, step_});
    }
    word = {};
  }

  static constexpr std::size_t kMostBoxes = 10'000;
  static constexpr std::size_t kMostAside = 200;  // characters that are told
  static constexpr double kSmallest = 2;          // points

  OfdPage& page_;
  const OfdUnits& units_;
  const int quarter_;
  const double width_, height_;
  std::array<std::size_t, 4> turned_{};  ///< characters by quarters
  std::size_t step_ = 0;
  OfdWord::Ink ink_ = OfdWord::Ink::kDark;
  int unit_depth_ = 0;
  std::size_t units_shown_ = 0;
  Point base_;  ///< of the composite object that is being read
  Point origin_;
  Matrix matrix_;
  GlyphCounts glyphs_;
  double size_ = 4;
};

}  // namespace

std::vector<double> ofd_numbers(std::string_view text, std::size_t most) {
  std::vector<double> numbers;
  std::size_t pending = 0;  // of a "g count value": 2 = count comes, 1 = value comes
  std::size_t run = 0;
  for (std::size_t at = 0; at < text.size() && numbers.size() < most;) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n,", at), text.size());
    const std::string_view token = text.substr(at, end - at);
    at = end + 1;
    double value = 0;
    if (token == "g") {
      pending = 2;
    } else if (!token.empty() &&
               std::from_chars(token.data(), token.data() + token.size(), value).ec ==
                   std::errc()) {
      value = bounded(value);
      if (pending == 2) {
        run = static_cast<std::size_t>(std::max(0.0, value));
      } else {
        const std::size_t times = pending == 1 ? run : 1;
        numbers.insert(numbers.end(), std::min(times, most - numbers.size()), value);
      }
      pending = pending == 2 ? 1 : 0;
    }
  }
  return numbers;
}

OfdPage read_ofd_page(XmlNode root, std::string_view box, const OfdUnits& units) {
  OfdPage blank, page;
  const std::vector<double> area = ofd_numbers(box, 4);
  blank.layout.width = (area.size() == 4 ? area[2] : 210) * kPoints;
  blank.layout.height = (area.size() == 4 ? area[3] : 297) * kPoints;
  page = blank;
  PageReader reader(page, units, 0);
  reader.walk(root);
  if (const int quarter = reader.quarter(); quarter != 0) {
    page = blank;
    PageReader(page, units, quarter).walk(root);
    if (quarter != 2) {
      std::swap(page.layout.width, page.layout.height);
    }
    page.layout.along = quarter == 1 ? Along::kDown : quarter == 2 ? Along::kLeft : Along::kUp;
    page.layout.turned_width = page.layout.width;
  }
  return page;
}

}  // namespace plumbline::readers
