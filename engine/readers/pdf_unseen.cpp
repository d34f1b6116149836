#include "engine/readers/pdf_unseen.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/base/utf8.h"
#include "engine/readers/program.h"

namespace plumbline::readers {
namespace {

constexpr int kDotsPerInch = 50;
constexpr double kPointsPerInch = 72;
constexpr std::size_t kPagesAtOnce = 50, kMostPages = 300;
constexpr int kContrast = 16;            // of 255: less is not seen
constexpr double kSmallest = 2;          // points
constexpr std::size_t kFewest = 4;       // characters of a run inside a word that is seen
constexpr std::size_t kMostText = 2000;  // bytes told of a page

/// A number of a graymap's head; `at` moves behind it. 0 where there is none.
std::size_t head_number(std::string_view bytes, std::size_t& at) {
  while (at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\n')) ++at;
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(bytes.data() + at, bytes.data() + bytes.size(), value);
  at = static_cast<std::size_t>(end - bytes.data());
  return error == std::errc() ? value : 0;
}

/// Something in the box differs from the rest of it.
bool has_ink(const Graymap& drawing, const LayoutWord& box) {
  const auto pixel = [&](double points, std::size_t size) {
    return static_cast<std::size_t>(
        std::clamp(points * kDotsPerInch / kPointsPerInch, 0.0, static_cast<double>(size)));
  };
  const std::size_t left = pixel(box.left, drawing.width), top = pixel(box.top, drawing.height);
  const std::size_t right = std::min(pixel(box.right, drawing.width) + 1, drawing.width);
  const std::size_t bottom = std::min(pixel(box.bottom, drawing.height) + 1, drawing.height);
  int darkest = 255, lightest = 0;
  for (std::size_t y = top; y < bottom; ++y) {
    for (std::size_t x = left; x < right; ++x) {
      const int value = static_cast<unsigned char>(drawing.pixels[y * drawing.width + x]);
      darkest = std::min(darkest, value);
      lightest = std::max(lightest, value);
    }
  }
  return lightest - darkest >= kContrast;
}

/// A character of a word, as wide as such characters mostly are.
struct Cell {
  std::size_t begin = 0, end = 0;  ///< bytes
  double weight = 1;
  bool telling = true;  ///< marks may leave most of their cell empty
  bool seen = true;
};

bool is_telling(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         (c >= 0x3400 && c <= 0x9FFF);
}

std::vector<Cell> cells_of(const LayoutWord& word, const Graymap& drawing) {
  std::vector<Cell> cells;
  double total = 0;
  for (std::size_t at = 0; at < word.text.size(); at = cells.back().end) {
    const CodePoint c = decode_utf8(word.text, at);
    cells.push_back({at, c.end, c.value < 0x2010 ? 0.5 : 1.0, is_telling(c.value)});
    total += cells.back().weight;
  }
  LayoutWord whole = {word.left, word.top, word.right, word.bottom, {}, word.along};
  if (cells.size() > 1 && word.height() > 1.7 * word.width() && !word.is_upright()) {
    whole.along = Along::kDown;
  }
  double before = 0;
  for (Cell& cell : cells) {
    constexpr double kEdge = 0.2;  // of a cell: a neighbour may reach into it
    const double from = (before + kEdge * cell.weight) / total;
    const double to = (before + (1 - kEdge) * cell.weight) / total;
    before += cell.weight;
    cell.seen = has_ink(drawing, whole.part(from, to));
  }
  return cells;
}

class PageCheck {
 public:
  PageCheck(const LayoutPage& page, const Graymap& drawing) : page_(page), drawing_(drawing) {}

  SeenWords run() {
    for (const LayoutWord& word : page_.words) {
      take(word);
    }
    return std::move(result_);
  }

 private:
  void take(const LayoutWord& word) {
    std::vector<Cell> cells = cells_of(word, drawing_);
    const auto telling = static_cast<std::size_t>(std::ranges::count_if(cells, &Cell::telling));
    result_.characters += telling;
    const bool flat = std::min(word.height(), word.width()) < 0.1;  // its place is not known
    if (telling == 0 || flat) {
      result_.seen.push_back(word);
      return;
    }
    const bool any = std::ranges::any_of(cells, [](const Cell& c) { return c.telling && c.seen; });
    if (!any || (word.is_upright() ? word.width() : word.height()) < kSmallest) {
      hide(word.text, telling);
      return;
    }
    hide_runs(word, cells);
  }

  /// Words of one line and font are told as one, whatever their colours.
  void hide_runs(const LayoutWord& word, const std::vector<Cell>& cells) {
    LayoutWord kept = word;
    kept.text.clear();
    for (std::size_t from = 0; from < cells.size();) {
      if (cells[from].seen) {
        kept.text.append(word.text, cells[from].begin, cells[from].end - cells[from].begin);
        ++from;
        continue;
      }
      std::size_t to = from, telling = 0;
      while (to < cells.size() && !(cells[to].telling && cells[to].seen)) {
        telling += cells[to].telling ? 1u : 0u;
        ++to;
      }
      const std::size_t begin = cells[from].begin;
      const std::size_t end = to < cells.size() ? cells[to].begin : word.text.size();
      if (telling >= kFewest) {
        hide(word.text.substr(begin, end - begin), telling);
      } else {
        kept.text.append(word.text, begin, end - begin);
      }
      from = to;
    }
    result_.seen.push_back(std::move(kept));
  }

  void hide(const std::string& text, std::size_t telling) {
    result_.unseen_characters += telling;
    if (result_.unseen.size() + text.size() < kMostText) {
      result_.unseen += (result_.unseen.empty() ? "" : " ") + text;
    }
  }

  const LayoutPage& page_;
  const Graymap& drawing_;
  SeenWords result_;
};

/// Pages [first, last] of the file as they look.
std::string drawn(std::string_view bytes, int first, int last, const Limits& limits) {
  ProgramCall call;
  call.arguments = {"pdftoppm",
                    "-r",
                    std::to_string(kDotsPerInch),
                    "-gray",
                    "-f",
                    std::to_string(first),
                    "-l",
                    std::to_string(last),
                    "{input}"};
  call.input = bytes;
  return run(call, limits).output;
}

}  // namespace

std::vector<Graymap> parse_graymaps(std::string_view bytes) {
  std::vector<Graymap> maps;
  while (bytes.starts_with("P5\n")) {
    std::size_t at = 3;
    const std::size_t width = head_number(bytes, at), height = head_number(bytes, at);
    const std::size_t most = head_number(bytes, at);
    ++at;
    if (width == 0 || height == 0 || most != 255 || width > 100'000 || height > 100'000 ||
        at > bytes.size() || width * height > bytes.size() - at) {
      break;
    }
    maps.push_back({width, height, bytes.substr(at, width * height)});
    bytes.remove_prefix(at + width * height);
  }
  return maps;
}

SeenWords seen_words(const LayoutPage& page, const Graymap& drawing) {
  return PageCheck(page, drawing).run();
}

bool all_fonts_embedded(std::string_view table) {
  constexpr std::size_t kFromEnd = 5;  // … emb sub uni object ID
  bool all = true;
  std::size_t line = 0;
  for (std::size_t at = 0; at < table.size(); ++line) {
    const std::size_t end = std::min(table.find('\n', at), table.size());
    std::vector<std::string_view> words;
    for (std::size_t from = at; from < end;) {
      const std::size_t to = std::min(table.find(' ', from), end);
      if (to > from) {
        words.push_back(table.substr(from, to - from));
      }
      from = to + 1;
    }
    at = end + 1;
    if (line >= 2 && words.size() >= kFromEnd) {  // below the head of the table
      all = all && words[words.size() - kFromEnd] == "yes";
    }
  }
  return all && line > 2;
}

PageDrawings draw_pages(std::string_view bytes, const std::vector<int>& numbers,
                        const std::vector<LayoutPage>& pages, const Limits& limits) {
  PageDrawings result;
  bool going = true;
  for (std::size_t from = 0; from < numbers.size();) {
    const int first = numbers[from];
    std::size_t to = from;
    while (to < numbers.size() && numbers[to] < first + static_cast<int>(kPagesAtOnce)) ++to;
    going = going && from < kMostPages;
    const std::string output = going ? drawn(bytes, first, numbers[to - 1], limits) : std::string();
    const std::vector<Graymap> maps = parse_graymaps(output);
    for (; from < to; ++from) {
      const auto index = static_cast<std::size_t>(numbers[from] - first);
      if (index >= maps.size()) {
        going = false;  // the next ones would cost as much time
        result.not_drawn.push_back(numbers[from]);
        continue;
      }
      SeenWords words = seen_words(pages[static_cast<std::size_t>(numbers[from] - 1)], maps[index]);
      if (words.unseen_characters > 0) {
        result.pages.push_back({numbers[from], std::move(words)});
      }
    }
  }
  if (!result.pages.empty()) {
    ProgramCall call;
    call.arguments = {"pdffonts", "{input}"};
    call.input = bytes;
    result.fonts_embedded = all_fonts_embedded(run(call, limits).output);
  }
  return result;
}

}  // namespace plumbline::readers
