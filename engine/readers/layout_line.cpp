#include "engine/readers/layout_line.h"

#include <algorithm>
#include <cmath>

#include "engine/base/utf8.h"
#include "engine/readers/layout_slant.h"
#include "engine/readers/layout_turn.h"
#include "engine/readers/locale_office.h"
#include "engine/readers/measure.h"
#include "engine/readers/page_losses.h"

namespace plumbline::readers {
namespace {

constexpr double kColumnGap = 1.5;  // em
constexpr double kWordGap = 0.12;   // em

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

bool is_outside(const LayoutWord& word, const LayoutPage& page) {
  return word.right < 0 || word.bottom < 0 || word.left > page.width || word.top > page.height;
}

/// Width of a text in em, and whether full-width characters bear it.
struct Weight {
  double em = 0;
  bool wide = false;
};
Weight weigh(std::string_view text) {
  Weight weight;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    weight.em += c.value < 0x2010 ? 0.5 : 1.0;
    weight.wide = weight.wide || c.value >= 0x2E80;
    at = c.end;
  }
  return weight;
}

/// The widths of full-width characters tell the size better than boxes, whose height depends on
/// the font.
double em_of(const std::vector<LayoutWord>& words) {
  double width = 0, units = 0, height = 0;
  for (const LayoutWord& word : words) {
    const Weight weight = weigh(word.text);
    if (weight.wide) {
      width += word.width();
      units += weight.em;
    }
    height = std::max(height, word.height());
  }
  return units > 0 ? width / units : height * 0.8;
}

bool same_line(const LayoutLine& line, const LayoutWord& word) {
  const double overlap = std::min(line.bottom, word.bottom) - std::max(line.top, word.top);
  return overlap > 0.5 * std::min(line.height(), word.height());
}

/// Characters set apart, as titles and letterheads are: no columns.
bool is_spaced_out(const std::vector<LayoutWord>& words) {
  return words.size() > 2 && std::ranges::all_of(words, [](const LayoutWord& word) {
           return count_wide_only(word.text) == 1;
         });
}

/// Grows to whole tenths of a point; what lies outside of every page is cut off.
PageBox box_of(const LayoutWord& turned, const LayoutPage& page, int number) {
  const LayoutWord word = as_shown(turned, page);
  const auto tenths = [](double points) {
    return points > 0 ? static_cast<int>(std::min(points, kFarthest) * 10) : 0;  // NaN is none
  };
  constexpr double kTenth = 0.1, kNothing = 1e-4;  // of floating point
  const int left = tenths(word.left + kNothing), top = tenths(word.top + kNothing);
  return {number, left, top, std::max(left, tenths(word.right + kTenth - kNothing)),
          std::max(top, tenths(word.bottom + kTenth - kNothing))};
}

void write_text(std::vector<LayoutWord>& words, const LayoutPage& page, LayoutLine& line) {
  std::ranges::stable_sort(words, {}, &LayoutWord::left);
  line.em = std::max(0.1, em_of(words));  // boxes may be inside out
  const bool spaced = is_spaced_out(words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const double gap = i == 0 ? 0 : words[i].left - words[i - 1].right;
    if (!spaced && gap > kColumnGap * line.em) {
      line.text += '\t';
    } else if (i > 0 && gap > kWordGap * line.em && is_ascii(line.text.back()) &&
               is_ascii(words[i].text.front())) {
      line.text += ' ';
    }
    const std::size_t begin = line.text.size();
    line.text += words[i].text;
    line.pieces.push_back({begin, line.text.size(), box_of(words[i], page, line.page), page.along});
  }
}

bool beside(const LayoutLine& a, const LayoutLine& b) {
  const double overlap = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return overlap > 0.5 * std::min(a.height(), b.height()) &&
         (a.right <= b.left || b.right <= a.left);
}

/// Lines of one page that stand beside each other, from top to bottom; indices into `lines`.
std::vector<std::vector<std::size_t>> rows_of(const std::vector<LayoutLine>& lines) {
  std::vector<std::size_t> order(lines.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  std::ranges::stable_sort(order, {},
                           [&](std::size_t i) { return lines[i].top + lines[i].bottom; });
  std::vector<std::vector<std::size_t>> rows;
  for (const std::size_t i : order) {
    if (rows.empty() || !beside(lines[rows.back().back()], lines[i])) {
      rows.emplace_back();
    }
    rows.back().push_back(i);
  }
  return rows;
}

/// Rows of several lines, one below the other, make a table unless the lines are columns of prose.
/// A row on its own (document number and signer) is one line.
void find_cells(std::vector<LayoutLine>& lines, double page_width) {
  const std::vector<std::vector<std::size_t>> rows = rows_of(lines);
  const auto several = [&](std::size_t row) { return row < rows.size() && rows[row].size() > 1; };
  const auto near = [&](std::size_t upper, std::size_t lower) {
    const LayoutLine& above = lines[rows[upper].front()];
    return lines[rows[lower].front()].top - above.bottom < 2.5 * above.height();
  };
  std::vector<bool> gone(lines.size(), false);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const bool narrow = std::ranges::any_of(rows[row], [&](std::size_t i) {
      return lines[i].right - lines[i].left < 0.25 * page_width;
    });
    if (!several(row) || !narrow) {
      continue;
    }
    if ((several(row + 1) && near(row, row + 1)) ||
        (row > 0 && several(row - 1) && near(row - 1, row))) {
      for (const std::size_t i : rows[row]) {
        lines[i].cell = true;
      }
    } else if (rows[row].size() == 2) {
      std::size_t first = rows[row][0], second = rows[row][1];
      if (lines[second].left < lines[first].left) {
        std::swap(first, second);
      }
      const std::size_t keep = std::min(first, second);
      LayoutLine joined = lines[first];
      joined.text += '\t';
      for (LinePiece piece : lines[second].pieces) {
        piece.begin += joined.text.size();
        piece.end += joined.text.size();
        joined.pieces.push_back(piece);
      }
      joined.text += lines[second].text;
      joined.right = lines[second].right;
      lines[keep] = std::move(joined);
      gone[std::max(first, second)] = true;
    }
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!gone[i]) {
      lines[kept] = lines[i];
      ++kept;
    }
  }
  lines.resize(kept);
}

std::string masked_digits(std::string_view text) {
  std::string masked(text);
  std::ranges::replace_if(
      masked, [](char c) { return c >= '0' && c <= '9'; }, '#');
  return masked;
}

bool is_bare(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool in_band(const LayoutLine& line) {
  return line.bottom < 0.13 * line.page_height || line.top > 0.86 * line.page_height;
}

/// Upper edge of the highest and lower edge of the lowest line of each page.
struct Extent {
  double top = 1e9, bottom = -1e9;
};
std::vector<Extent> extents_of(const std::vector<LayoutLine>& lines, std::size_t pages) {
  std::vector<Extent> extents(pages);
  for (const LayoutLine& line : lines) {
    Extent& extent = extents[static_cast<std::size_t>(line.page - 1)];
    extent.top = std::min(extent.top, line.top);
    extent.bottom = std::max(extent.bottom, line.bottom);
  }
  return extents;
}

/// No line of its page stands farther up, or none farther down.
bool is_outermost(const LayoutLine& line, const std::vector<Extent>& extents) {
  const Extent& extent = extents[static_cast<std::size_t>(line.page - 1)];
  return line.top <= extent.top || line.bottom >= extent.bottom;
}

/// Lines with the same words (digits aside) at the same height on most pages.
std::vector<bool> running(const std::vector<LayoutLine>& lines, std::size_t pages) {
  std::vector<bool> result(lines.size(), false);
  if (pages < 3) {
    return result;
  }
  std::vector<std::size_t> order;
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    keys.push_back(in_band(lines[i]) ? masked_digits(lines[i].text) + '@' +
                                           std::to_string(std::lround(lines[i].top / 6))
                                     : std::string());
    order.push_back(i);
  }
  std::ranges::stable_sort(order, {}, [&](std::size_t i) -> const std::string& { return keys[i]; });
  for (std::size_t from = 0; from < order.size();) {
    std::size_t to = from, on_pages = 0;
    int page = 0;
    for (; to < order.size() && keys[order[to]] == keys[order[from]]; ++to) {
      on_pages += lines[order[to]].page != page ? 1u : 0u;
      page = lines[order[to]].page;
    }
    const bool enough = !keys[order[from]].empty() && on_pages >= 3 && on_pages * 10 >= pages * 6;
    for (; from < to; ++from) {
      result[order[from]] = enough;
    }
  }
  return result;
}

}  // namespace

bool is_page_number(std::string_view text) {
  bool digit = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    at = c.end;
    digit = digit || (c.value >= '0' && c.value <= '9') || (c.value >= 0xFF10 && c.value <= 0xFF19);
    constexpr std::u32string_view kMarks = U" \t-–—―－─·/|第页共,，";
    const bool known = (c.value >= '0' && c.value <= '9') ||
                       (c.value >= 0xFF10 && c.value <= 0xFF19) ||
                       kMarks.find(c.value) != std::u32string_view::npos;
    if (!known) {
      return false;
    }
  }
  return digit && text.size() <= 40;
}

std::vector<LayoutLine> layout_lines(const LayoutPage& page, int number,
                                     std::vector<Loss>& losses) {
  std::vector<LayoutLine> lines;
  std::vector<LayoutWord> words;
  const auto finish = [&] {
    if (!words.empty()) {
      write_text(words, page, lines.back());
      words.clear();
    }
  };
  std::string slanted, outside;
  const std::vector<Slant> slants = find_slants(page.words);
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    const LayoutWord& word = page.words[i];
    if (word.text.empty()) {
      continue;
    }
    if (slants[i] != Slant::kNone) {
      slanted += word.text + (slants[i] == Slant::kWord ? " " : "");
      continue;
    }
    if (is_outside(word, page)) {
      outside += word.text + ' ';
      continue;
    }
    if (words.empty() || !same_line(lines.back(), word)) {
      finish();
      lines.push_back({word.left, word.top, word.right, word.bottom, 0, {}, number});
    }
    LayoutLine& line = lines.back();
    line.left = std::min(line.left, word.left);
    line.right = std::max(line.right, word.right);
    line.top = std::min(line.top, word.top);
    line.bottom = std::max(line.bottom, word.bottom);
    words.push_back(word);
  }
  finish();
  for (LayoutLine& line : lines) {
    line.page_width = page.width;
    line.page_height = page.height;
    line.along = page.along;
    line.column = page.column;
  }
  find_cells(lines, page.width);
  if (!slanted.empty()) {
    add_loss(losses, "watermark", locale::watermark(slanted), number);
  }
  if (!outside.empty()) {
    add_loss(losses, "hidden-text", locale::outside_page(outside), number);
  }
  return lines;
}

void remove_running_lines(std::vector<LayoutLine>& lines, std::size_t pages,
                          std::vector<Loss>& losses) {
  const std::vector<bool> repeats = running(lines, pages);
  const std::vector<Extent> extents = extents_of(lines, pages);
  std::vector<LayoutLine> kept;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool number = in_band(lines[i]) && !lines[i].cell && is_page_number(lines[i].text) &&
                        (!is_bare(lines[i].text) || is_outermost(lines[i], extents));
    if (number || repeats[i]) {
      add_loss(losses, number ? "page-number" : "running-header", lines[i].text, lines[i].page);
    } else {
      kept.push_back(std::move(lines[i]));
    }
  }
  lines = std::move(kept);
}

}  // namespace plumbline::readers
