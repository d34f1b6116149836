#include "engine/readers/pdf_covered.h"

#include <algorithm>
#include <map>

#include "engine/base/utf8.h"
#include "engine/readers/measure.h"
#include "engine/readers/program.h"

namespace plumbline::readers {
namespace {

constexpr std::size_t kMostGlyphs = 200'000, kMostPictures = 200;
constexpr double kSmallest = 8;          // points: no smaller picture hides a word
constexpr std::size_t kFewest = 2;       // characters
constexpr std::size_t kMostText = 2000;  // bytes told of a page

/// The value of ` name="…"` in a tag.
std::string_view attribute(std::string_view tag, std::string_view name) {
  const std::size_t at = tag.find(name);
  if (at == std::string_view::npos)
    return {};
  const std::string_view rest = tag.substr(at + name.size());
  return rest.substr(0, rest.find('"'));
}

/// "matrix(a,b,c,d,e,f)"; fewer numbers where it is none.
std::vector<double> matrix_of(std::string_view text) {
  std::vector<double> numbers;
  constexpr std::string_view kBegin = "matrix(";
  if (!text.starts_with(kBegin))
    return numbers;
  for (std::size_t at = kBegin.size(); at < text.size() && numbers.size() < 6;) {
    const std::size_t end = std::min(text.find_first_of(", )", at), text.size());
    numbers.push_back(number_of(text.substr(at, end - at)));
    at = end + 1;
  }
  return numbers;
}

/// By the type of colour in its head, whose place every PNG has: with a channel of its own for what
/// shines through. Anything else that is embedded (JPEG) has none.
bool shines_through(std::string_view address) {
  constexpr std::string_view kPng = "data:image/png;base64,";
  constexpr std::size_t kColour = 33;  // byte 25 stands in the characters 33 and 34
  if (!address.starts_with(kPng) || address.size() < kPng.size() + kColour + 2)
    return false;
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::size_t high = kDigits.find(address[kPng.size() + kColour]);
  const std::size_t low = kDigits.find(address[kPng.size() + kColour + 1]);
  return high == std::string_view::npos || low == std::string_view::npos ||
         (((high << 4 | low >> 2) & 4) != 0);
}

class SvgReading {
 public:
  PdfDrawing run(std::string_view svg) {
    for (std::size_t at = svg.find('<'); at != std::string_view::npos; at = svg.find('<', at)) {
      const std::size_t end = svg.find('>', at);
      if (end == std::string_view::npos)
        break;
      take(svg.substr(at, end - at));
      at = end + 1;
    }
    std::ranges::stable_sort(drawing_.glyphs, {}, &PdfDrawing::Glyph::y);
    return std::move(drawing_);
  }

 private:
  struct Size {
    double width = 0, height = 0;
  };

  void take(std::string_view tag) {
    if (tag.starts_with("<defs") || tag.starts_with("</defs")) {
      defining_ = tag[1] != '/';
    } else if (tag.starts_with("<image ")) {
      define(tag);
    } else if (!defining_ && tag.starts_with("<use ")) {
      use(tag);
    }
  }

  /// A picture that shines through or is cut out by a mask hides nothing.
  void define(std::string_view tag) {
    const bool opaque = !shines_through(attribute(tag, "href=\""));
    const Size size = {number_of(attribute(tag, " width=\"")),
                       number_of(attribute(tag, " height=\""))};
    if (opaque && sizes_.size() < kMostPictures)
      sizes_.emplace(attribute(tag, " id=\""), size);
  }

  void use(std::string_view tag) {
    ++step_;
    const std::string_view name = attribute(tag, "href=\"#");
    if (name.starts_with("glyph")) {
      if (drawing_.glyphs.size() < kMostGlyphs) {
        const std::size_t digit = name.find_first_of("0123456789");
        const auto font = static_cast<int>(number_of(name.substr(std::min(digit, name.size()))));
        drawing_.glyphs.push_back(
            {number_of(attribute(tag, " x=\"")), number_of(attribute(tag, " y=\"")), step_, font});
      }
      return;
    }
    const auto size = sizes_.find(name);
    const std::vector<double> m = matrix_of(attribute(tag, "transform=\""));
    if (size == sizes_.end() || m.size() != 6 || tag.find(" mask=") != std::string_view::npos)
      return;
    const double across = m[0] * size->second.width + m[2] * size->second.height;
    const double down = m[1] * size->second.width + m[3] * size->second.height;
    const PdfDrawing::Picture picture = {std::min(m[4], m[4] + across), std::min(m[5], m[5] + down),
                                         std::max(m[4], m[4] + across), std::max(m[5], m[5] + down),
                                         step_};
    if (picture.right - picture.left >= kSmallest && picture.bottom - picture.top >= kSmallest &&
        drawing_.pictures.size() < kMostPictures)
      drawing_.pictures.push_back(picture);
  }

  PdfDrawing drawing_;
  std::map<std::string_view, Size> sizes_;
  std::size_t step_ = 0;
  bool defining_ = false;
};

class Covering {
 public:
  Covering(const LayoutPage& page, const PdfDrawing& drawing) : page_(page), drawing_(drawing) {}

  UncoveredWords run() {
    for (const LayoutWord& word : page_.words) {
      take(word);
    }
    return std::move(result_);
  }

 private:
  struct Cell {
    std::size_t begin = 0, end = 0;  ///< bytes
    bool covered = false;
    bool unseen = false;  ///< covered, or not drawn at all where a picture is
  };

  void take(const LayoutWord& word) {
    const std::vector<Cell> cells = cells_of(word);
    result_.characters += cells.size();
    result_.unseen_characters +=
        static_cast<std::size_t>(std::ranges::count(cells, true, &Cell::unseen));
    LayoutWord kept = word;
    kept.text.clear();
    for (std::size_t from = 0; from < cells.size();) {
      std::size_t to = from;
      while (to < cells.size() && cells[to].covered == cells[from].covered) ++to;
      const std::string text =
          word.text.substr(cells[from].begin, cells[to - 1].end - cells[from].begin);
      const bool hidden =
          cells[from].covered && (to - from >= kFewest || to - from == cells.size());
      if (hidden) {
        hide(text, to - from);
      } else {
        kept.text += text;
      }
      from = to;
    }
    if (!kept.text.empty())
      result_.words.push_back(std::move(kept));
  }

  void hide(const std::string& text, std::size_t characters) {
    result_.covered_characters += characters;
    if (result_.covered.size() + text.size() < kMostText)
      result_.covered += (result_.covered.empty() ? "" : " ") + text;
  }

  std::vector<Cell> cells_of(const LayoutWord& word) const {
    std::vector<Cell> cells;
    std::vector<double> weights;
    double total = 0;
    for (std::size_t at = 0; at < word.text.size(); at = cells.back().end) {
      const CodePoint c = decode_utf8(word.text, at);
      cells.push_back({at, c.end});
      weights.push_back(c.value < 0x2010 ? 0.5 : 1.0);
      total += weights.back();
    }
    LayoutWord whole = {word.left, word.top, word.right, word.bottom, {}, word.along};
    if (cells.size() > 1 && word.height() > 1.7 * word.width() && !word.is_upright())
      whole.along = Along::kDown;
    double before = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const double from = before / total, to = (before += weights[i]) / total;
      look(whole.part(from, to), cells[i]);
    }
    return cells;
  }

  /// A picture that holds the middle of the box was drawn behind the last glyph in it. A character
  /// without a glyph shows nothing of its own, but it may be drawn in a way that is not known here.
  void look(const LayoutWord& box, Cell& cell) const {
    const double x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
    std::size_t last = 0;  // step of a picture
    for (const PdfDrawing::Picture& picture : drawing_.pictures) {
      if (picture.left <= x && x <= picture.right && picture.top <= y && y <= picture.bottom)
        last = std::max(last, picture.step);
    }
    const std::size_t glyph = last_glyph(box);
    cell.unseen = last > glyph;
    cell.covered = cell.unseen && glyph > 0;
  }

  std::size_t last_glyph(const LayoutWord& box) const {
    const double reach = 0.3 * box.width(), low = box.bottom + 0.2 * box.height();
    std::size_t last = 0;
    for (auto glyph = std::ranges::lower_bound(drawing_.glyphs, box.top, {}, &PdfDrawing::Glyph::y);
         glyph != drawing_.glyphs.end() && glyph->y <= low; ++glyph) {
      if (glyph->x >= box.left - reach && glyph->x < box.right)
        last = std::max(last, glyph->step);
    }
    return last;
  }

  const LayoutPage& page_;
  const PdfDrawing& drawing_;
  UncoveredWords result_;
};

}  // namespace

PdfDrawing parse_pdf_drawing(std::string_view svg) {
  return SvgReading().run(svg);
}

PdfDrawing draw_pdf_page(std::string_view bytes, int number, const LayoutPage& page,
                         const Limits& limits) {
  const std::string one = std::to_string(number);
  ProgramCall call;
  call.arguments = {"pdftocairo", "-svg", "-f", one, "-l", one, "{input}", "-"};
  call.input = bytes;
  const ProgramResult result = run(call, limits);
  const bool drawn = result.end == ProgramResult::End::kExited && result.status == 0;
  PdfDrawing drawing = drawn ? parse_pdf_drawing(result.output) : PdfDrawing();
  for (PdfDrawing::Glyph& glyph : drawing.glyphs) {  // it draws only what is shown
    glyph.x += page.shown_left;
    glyph.y += page.shown_top;
  }
  for (PdfDrawing::Picture& picture : drawing.pictures) {
    picture.left += page.shown_left;
    picture.right += page.shown_left;
    picture.top += page.shown_top;
    picture.bottom += page.shown_top;
  }
  return drawing;
}

UncoveredWords uncovered_words(const LayoutPage& page, const PdfDrawing& drawing) {
  return Covering(page, drawing).run();
}

}  // namespace plumbline::readers
