#include "engine/text/wrap.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "engine/text/marks.h"

namespace plumbline::text {
namespace {

constexpr int kEm = 4;
constexpr int kWindow = 5 * kEm / 2;  // full lines differ by so much
constexpr int kNarrowest = 16 * kEm;  // narrower columns are lists, not wrapped prose
constexpr std::size_t kFewest = 4;    // full lines that prove anything

/// The window of widths that holds most lines.
struct Peak {
  std::size_t lines = 0;
  int top = 0;  ///< width that nine in ten of them do not exceed
};

Peak peak_of(std::vector<int> widths) {
  std::sort(widths.begin(), widths.end());
  Peak best;
  std::size_t first = 0;
  for (std::size_t last = 0; last < widths.size(); ++last) {
    while (widths[last] - widths[first] > kWindow) ++first;
    const std::size_t count = last - first + 1;
    if (widths[first] >= kNarrowest && count >= best.lines)
      best = {count, widths[first + (count - 1) * 9 / 10]};
  }
  return best;
}

std::vector<int> widths_of(const std::vector<const Line*>& lines, const Wrap& wrap) {
  std::vector<int> widths;
  widths.reserve(lines.size());
  for (const Line* line : lines) widths.push_back(wrap.weigh(line->size) + line->indent);
  return widths;
}

struct Weights {
  int narrow, blank;
};
// Typeset digits are half an em and blanks beside them a quarter; a terminal's are half an em; a
// program that counts characters takes all for one.
constexpr std::array<Weights, 4> kWeights{{{2, 1}, {2, 2}, {2, 0}, {4, 4}}};

Peak choose_weights(const std::vector<const Line*>& lines, Wrap& wrap) {
  Peak best;
  for (const Weights& weights : kWeights) {
    Wrap tried = wrap;
    tried.narrow = weights.narrow;
    tried.blank = weights.blank;
    const Peak peak = peak_of(widths_of(lines, tried));
    if (peak.lines <= best.lines)
      continue;
    best = peak;
    wrap = tried;
    wrap.width = peak.top;
  }
  return best;
}

/// A paragraph ends with line `i`, as its own end or the numbering of the next line says.
bool ends_paragraph(const std::vector<const Line*>& lines, std::size_t i) {
  if (ends_sentence(lines[i]->text) || i + 1 == lines.size())
    return true;
  const HeadingMark next = heading_mark(lines[i + 1]->text);
  return next == HeadingMark::kFirst || next == HeadingMark::kLower;
}

/// Full lines of wrapped prose rarely end where a paragraph or sentence does, and are prose.
bool looks_wrapped(const std::vector<const Line*>& lines, const Wrap& wrap, const Peak& peak) {
  std::size_t full = 0, ended = 0, prose = 0, longer = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line* line = lines[i];
    const int width = wrap.weigh(line->size) + line->indent;
    if (width > wrap.width * 8 / 5)
      ++longer;
    if (width < wrap.width - kWindow)
      continue;
    ++full;
    ended += ends_paragraph(lines, i) ? 1U : 0U;
    prose += has_prose_mark(line->text) ? 1U : 0U;
  }
  return peak.lines >= kFewest && peak.lines * 100 >= lines.size() * 30 &&
         ended * 100 <= full * 35 && prose * 100 >= full * 40 && longer * 20 <= lines.size();
}

/// Running text is indented at all and not throughout, which would be a margin. A centred
/// letterhead is no running text.
bool detect_indents(const std::vector<const Line*>& lines) {
  std::size_t prose = 0, indented = 0, all_indented = 0;
  for (const Line* line : lines) {
    const bool is_indented = line->indent >= kIndent;
    const bool is_prose = has_prose_mark(line->text);
    all_indented += is_indented ? 1U : 0U;
    prose += is_prose ? 1U : 0U;
    indented += is_prose && is_indented ? 1U : 0U;
  }
  return indented >= 2 && indented * 10 >= prose && all_indented * 20 <= lines.size() * 19;
}

bool detect_gaps(const std::vector<const Line*>& lines) {
  std::size_t gaps = 0;
  for (const Line* line : lines) gaps += line->gap > 0 ? 1U : 0U;
  return gaps * 10 >= lines.size() * 7;
}

/// First lines of paragraphs, known by a much shorter line before them, are narrower than the rest.
/// Headings do not count: they are as long as they are.
bool detect_lost_indent(const std::vector<const Line*>& lines, const Wrap& wrap) {
  std::size_t first = 0, narrower = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const int width = wrap.weigh(lines[i]->size);
    const bool begins = wrap.weigh(lines[i - 1]->size) < wrap.width * 2 / 3;
    const bool heading = heading_mark(lines[i]->text) != HeadingMark::kNone;
    if (!begins || heading || width < wrap.width - 4 * kEm)
      continue;
    ++first;
    narrower += width <= wrap.width - kEm ? 1U : 0U;
  }
  return first > 0 && narrower * 2 >= first;
}

}  // namespace

Wrap detect_wrap(const std::vector<Line>& lines) {
  std::vector<const Line*> content;
  for (const Line& line : lines) {
    if (!line.furniture)
      content.push_back(&line);
  }
  Wrap wrap;
  wrap.indents = detect_indents(content);
  wrap.gap_between_lines = detect_gaps(content);
  const Peak peak = choose_weights(content, wrap);
  wrap.hard = looks_wrapped(content, wrap, peak);
  wrap.indent_lost = wrap.hard && !wrap.indents && detect_lost_indent(content, wrap);
  return wrap;
}

}  // namespace plumbline::text
