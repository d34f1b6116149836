#include "engine/readers/layout.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "engine/base/utf8.h"
#include "engine/base/utf8_bytes.h"
#include "engine/readers/layout_columns.h"
#include "engine/readers/layout_line.h"
#include "engine/readers/layout_turn.h"

namespace plumbline::readers {
namespace {

// In em, as measured on official documents set by Word, WPS and LibreOffice.
constexpr double kIndent = 1.2, kShort = 2.2, kShortBeforeBracket = 3.6, kParted = 2.0;
constexpr double kRowGap = 2.5;      // heights of a line
constexpr double kSizeChange = 1.5;  // points

/// Left and right border of the running text.
struct Margins {
  double left = 0, right = 0;
};

char32_t first_of(std::string_view text) {
  return text.empty() ? 0 : decode_utf8(text, 0).value;
}
char32_t last_of(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && continues_character(text[at - 1])) {
    --at;
  }
  return at == 0 ? 0 : decode_utf8(text, at - 1).value;
}
bool any_of(char32_t c, std::u32string_view marks) {
  return marks.find(c) != std::u32string_view::npos;
}
bool is_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

/// 第X章, 一、, （一）, 1. or 1、 not followed by a digit.
bool looks_like_heading(std::string_view text) {
  constexpr std::u32string_view kNumerals = U"一二三四五六七八九十百";
  std::size_t at = 0;
  char32_t c = first_of(text);
  const bool bracket = any_of(c, U"（(");
  const bool ordinal = c == U'第';
  at = bracket || ordinal ? decode_utf8(text, 0).end : 0;
  std::size_t count = 0;
  bool digits = true;
  for (; at < text.size(); ++count) {
    const CodePoint next = decode_utf8(text, at);
    c = next.value;
    if (!is_digit(c) && !any_of(c, kNumerals)) {
      break;
    }
    digits = digits && is_digit(c);
    at = next.end;
  }
  if (count == 0 || count > 3 || at >= text.size()) {
    return false;
  }
  const std::size_t behind = decode_utf8(text, at).end;
  const bool more_digits = behind < text.size() && is_digit(decode_utf8(text, behind).value);
  return bracket   ? any_of(c, U"）)")
         : ordinal ? any_of(c, U"章节条")
         : digits  ? any_of(c, U"．.、") && !more_digits
                   : c == U'、';
}

/// The value farthest to the front that a good part of the (sorted) values shares within a few
/// points; the one a tenth from the front where none does. A line that sticks out moves no margin.
template <typename Values>
double outer_margin(const Values& values) {
  constexpr double kTogether = 4;  // points
  const std::size_t enough = std::max<std::size_t>(2, values.size() * 15 / 100);
  for (std::size_t i = 0; i + enough <= values.size(); ++i) {
    if (std::abs(values[i + enough - 1] - values[i]) <= kTogether) {
      return values[i];
    }
  }
  return values.empty() ? 0 : values[values.size() / 10];
}

/// Where the running text begins and ends.
Margins margins_of(const std::vector<LayoutLine>& lines, std::size_t from, std::size_t to) {
  std::vector<double> lefts, rights;
  for (std::size_t i = from; i < to; ++i) {
    lefts.push_back(lines[i].left);
    rights.push_back(lines[i].right);
  }
  std::ranges::sort(lefts);
  std::ranges::sort(rights, std::greater());
  Margins margins{outer_margin(lefts), outer_margin(rights)};
  const double page = lines[from].page_width;
  if (margins.right < 0.75 * page) {  // no line is full: the page tells where one would end
    margins.right = std::max(margins.right, page - margins.left);
  }
  return margins;
}

class Paragraphs {
 public:
  Paragraphs(const std::vector<LayoutLine>& lines, Extraction& extraction)
      : lines_(lines), extraction_(extraction) {}

  void run() {
    find_margins();
    for (std::size_t i = 0; i < lines_.size();) {
      const std::size_t rows = table_rows(i);
      if (rows >= 2 || lines_[i].cell) {
        for (const std::size_t end = i + std::max<std::size_t>(rows, 1); i < end; ++i) {
          write_cells(lines_[i]);
        }
        open_ = false;
        continue;
      }
      write(i);
      ++i;
    }
    end_block();
  }

 private:
  void find_margins() {
    const Margins all = lines_.empty() ? Margins() : margins_of(lines_, 0, lines_.size());
    for (std::size_t from = 0; from < lines_.size();) {
      std::size_t to = from;
      while (to < lines_.size() && !is_cut(from, to)) {
        ++to;
      }
      const bool apart = lines_[from].column || lines_[from].along != Along::kRight;
      const Margins own = to - from >= 8 || apart ? margins_of(lines_, from, to) : all;
      margins_.insert(margins_.end(), to - from, own);
      from = to;
    }
  }

  /// They stand on different pages or in different columns.
  bool is_cut(std::size_t a, std::size_t b) const {
    return lines_[a].page != lines_[b].page || lines_[a].region != lines_[b].region;
  }

  double indent(std::size_t i) const { return (lines_[i].left - margins_[i].left) / em(i); }
  double lack(std::size_t i) const { return (margins_[i].right - lines_[i].right) / em(i); }
  double em(std::size_t i) const { return std::max(lines_[i].em, 1.0); }

  /// Set in on both sides alike; 2 em on the left alone is the first line of a paragraph.
  bool is_centred(std::size_t i) const {
    const double smaller = std::min(indent(i), lack(i)), apart = std::abs(indent(i) - lack(i));
    const double middle = (lines_[i].left + lines_[i].right) / 2;
    const bool on_page = std::abs(middle - lines_[i].page_width / 2) < 0.5 * em(i) &&
                         indent(i) > 2.4 && lack(i) > 0.8;
    return on_page || (smaller > 2.4 && apart < 1.5) ||
           (smaller > 0.5 && apart < 0.4 && std::abs(indent(i) - 2.0) > 0.3);
  }

  std::size_t table_rows(std::size_t i) const {
    std::size_t end = i;
    while (
        end < lines_.size() && lines_[end].text.find('\t') != std::string::npos &&
        lines_[end].page == lines_[i].page &&
        (end == i || lines_[end].top - lines_[end - 1].bottom < kRowGap * lines_[end].height())) {
      ++end;
    }
    return end - i;
  }

  bool begins_paragraph(std::size_t i) const {
    if (!open_ || i == 0 || is_centred(i) || is_centred(i - 1) ||
        lines_[i].along != lines_[i - 1].along) {
      return true;
    }
    const LayoutLine& line = lines_[i];
    const LayoutLine& before = lines_[i - 1];
    const bool bracket = any_of(first_of(line.text), U"（(《“〔「");
    const bool cut = is_cut(i - 1, i);
    return indent(i) > kIndent || lack(i - 1) > (bracket ? kShortBeforeBracket : kShort) ||
           (std::abs(line.em - before.em) > kSizeChange &&
            std::abs(line.height() - before.height()) > kSizeChange) ||
           (looks_like_heading(line.text) && any_of(last_of(before.text), U"。！？；：")) ||
           (!cut && line.top - before.bottom > kParted * before.height());
  }

  void write(std::size_t i) {
    const LayoutLine& line = lines_[i];
    if (begins_paragraph(i)) {
      begin_block(line, false, is_centred(i));
    } else if (line.page != lines_[i - 1].page) {
      begin_block(line, true, false);
    } else if (needs_blank(extraction_.raw, line.text)) {
      extraction_.raw += ' ';
    }
    append(line, 0, line.text.size());
    open_ = true;
  }

  /// Bytes [begin, end) of the line.
  void append(const LayoutLine& line, std::size_t begin, std::size_t end) {
    for (const LinePiece& piece : line.pieces) {
      if (piece.begin >= begin && piece.end <= end && piece.begin < piece.end) {
        const std::size_t at = extraction_.raw.size() + piece.begin - begin;
        extraction_.words.push_back({{at, at + piece.end - piece.begin}, piece.box, piece.along});
      }
    }
    extraction_.raw.append(line.text, begin, end - begin);
  }

  static bool needs_blank(std::string_view before, std::string_view after) {
    const auto word = [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
             c == '.' || c == ',';
    };
    return !before.empty() && !after.empty() && word(before.back()) && word(after.front()) &&
           !(before.back() >= '0' && before.back() <= '9' && after.front() >= '0' &&
             after.front() <= '9');
  }

  void write_cells(const LayoutLine& line) {
    for (std::size_t begin = 0; begin <= line.text.size();) {
      const std::size_t end = std::min(line.text.find('\t', begin), line.text.size());
      begin_block(line, false, false);
      extraction_.blocks.back().kind = BlockKind::kCell;
      append(line, begin, end);
      begin = end + 1;
    }
  }

  void end_block() {
    if (!extraction_.blocks.empty() && extraction_.blocks.back().span.end == 0) {
      extraction_.blocks.back().span.end = extraction_.raw.size();
      extraction_.raw += '\n';
    }
  }

  void begin_block(const LayoutLine& line, bool continues, bool centred) {
    end_block();
    Block block;
    block.kind = BlockKind::kParagraph;
    block.span.begin = extraction_.raw.size();
    block.page = line.page;
    block.centred = centred;
    block.continues = continues;
    extraction_.blocks.push_back(block);
  }

  const std::vector<LayoutLine>& lines_;
  std::vector<Margins> margins_;
  Extraction& extraction_;
  bool open_ = false;
};

}  // namespace

LayoutWord LayoutWord::part(double from, double to) const {
  const bool back = along == Along::kLeft || along == Along::kUp;
  const double begin = back ? 1 - to : from, end = back ? 1 - from : to;
  return is_upright()
             ? LayoutWord{left, top + begin * height(), right, top + end * height(), {}, along}
             : LayoutWord{left + begin * width(), top, left + end * width(), bottom, {}, along};
}

void lay_out(const std::vector<LayoutPage>& pages, Extraction& extraction) {
  std::vector<LayoutLine> lines;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    int region = 0;
    const auto add = [&](const LayoutPage& page) {
      for (const LayoutPage& part : reading_regions(page)) {
        for (LayoutLine& line : layout_lines(part, static_cast<int>(i + 1), extraction.losses)) {
          lines.push_back(std::move(line));
          lines.back().region = region;
        }
        ++region;
      }
    };
    if (runs_right(pages[i])) {
      add(pages[i]);
    } else {
      std::ranges::for_each(turned_parts(pages[i]), add);
    }
  }
  remove_running_lines(lines, pages.size(), extraction.losses);
  Paragraphs(lines, extraction).run();
}

}  // namespace plumbline::readers
