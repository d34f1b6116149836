#include <algorithm>
#include <array>

#include "engine/base/utf8.h"
#include "engine/document/draft.h"

namespace plumbline::document {
namespace {

constexpr std::size_t kLongestFurniture = 160;
constexpr std::size_t kProse = 30;
constexpr std::string_view kFullStop = "。";

std::size_t length(std::string_view words) {
  std::size_t points = 0;
  for (std::size_t at = 0; at < words.size() && points < kLongLine; ++points)
    at = decode_utf8(words, at).end;
  return points;
}

/// Table borders, brackets and bullets in front of a label.
std::string_view without_borders(std::string_view words) {
  constexpr std::array<std::string_view, 9> kBorders{"|", "[", "]", "-", "*", " ", "【", "•", "·"};
  const auto border = [&words](std::string_view mark) { return words.starts_with(mark); };
  for (auto mark = kBorders.begin();
       (mark = std::find_if(kBorders.begin(), kBorders.end(), border)) != kBorders.end();)
    words.remove_prefix(mark->size());
  return words;
}

bool is_label_row(std::string_view words, const Vocabulary& vocabulary) {
  const std::string_view rest = without_borders(words);
  for (const Vocabulary::List* list : {&vocabulary.metadata_title, &vocabulary.metadata_date,
                                       &vocabulary.metadata_number, &vocabulary.metadata_other}) {
    const std::optional<pattern::Match> match = first_of(*list, rest.substr(0, 60));
    if (match && match->span.begin == 0)
      return true;
  }
  return false;
}

/// Heading level that # marks at the front claim, where the reader has left them in.
int hashes(std::string_view words) {
  constexpr std::size_t kDeepest = 6;
  const std::size_t count = std::min(words.find_first_not_of('#'), words.size());
  return count <= kDeepest && count < words.size() ? static_cast<int>(count) : 0;
}

/// The words without #, > and the * of emphasis around all of them.
TextSpan without_markdown(std::string_view text, TextSpan span) {
  const auto is_mark = [](char c) { return c == '#' || c == '>' || c == ' '; };
  TextSpan inner = span;
  while (inner.begin < inner.end && is_mark(text[inner.begin])) ++inner.begin;
  const bool marked = inner.begin > span.begin && inner.begin < inner.end;
  while (inner.begin < inner.end && text[inner.begin] == '*') ++inner.begin;
  const bool bold =
      inner.begin < inner.end && inner.begin > span.begin && text[inner.begin - 1] == '*';
  while (bold && inner.end > inner.begin && text[inner.end - 1] == '*') --inner.end;
  const bool crumbs = text.substr(span.begin, span.size()).find('>', 1) != std::string_view::npos &&
                      text[span.begin] == '>';
  return (marked || bold) && !crumbs && !inner.empty() ? inner : span;
}

bool is_prose(const Line& line) {
  if (line.mark)
    return false;
  if (line.words.find(kFullStop) != std::string_view::npos ||
      line.words.find("……") != std::string_view::npos)
    return true;
  return line.points >= kProse && line.words.find(',') != std::string_view::npos &&
         !line.words.ends_with(')');
}

/// Columns set apart by tabs, which a table copied from a page leaves: 一、行政复议 | 案件 | 12件.
bool is_table_row(std::string_view raw) {
  constexpr std::size_t kColumns = 3;
  std::size_t columns = 0;
  bool filled = false;
  for (std::size_t at = 0; at < raw.size() && columns < kColumns; ++at) {
    const bool blank = raw[at] == ' ' || raw[at] == '\t';
    if (!blank && !filled)
      ++columns;
    filled = raw[at] != '\t' && (filled || !blank);
  }
  return columns == kColumns;
}

/// 现将……报告如下: may be a paragraph of its own without any other mark.
bool is_lead_in(const Line& line, const Vocabulary& vocabulary) {
  return !line.mark && line.words.ends_with(':') && found_any(vocabulary.lead_in, line.words);
}

}  // namespace

bool matches_any(const Vocabulary::List& list, std::string_view words) {
  return std::any_of(list.begin(), list.end(),
                     [words](const pattern::Pattern& pattern) { return pattern.matches(words); });
}

std::optional<pattern::Match> first_of(const Vocabulary::List& list, std::string_view words) {
  std::optional<pattern::Match> best;
  for (const pattern::Pattern& pattern : list) {
    std::optional<pattern::Match> match = pattern.find(words);
    if (match && (!best || match->span.begin < best->span.begin))
      best = std::move(match);
  }
  return best;
}

bool found_any(const Vocabulary::List& list, std::string_view words) {
  return std::any_of(list.begin(), list.end(),
                     [words](const pattern::Pattern& pattern) { return pattern.found_in(words); });
}

TextSpan trim(std::string_view text, TextSpan span) {
  constexpr std::string_view kEdges = " |[]*:-\n";
  while (span.begin < span.end && kEdges.find(text[span.begin]) != std::string_view::npos)
    ++span.begin;
  while (span.begin < span.end && kEdges.find(text[span.end - 1]) != std::string_view::npos)
    --span.end;
  return span;
}

void survey(Draft& draft) {
  for (const text::Paragraph& paragraph : draft.text.paragraphs()) {
    Line line{.span = without_markdown(draft.text.view(), paragraph.span)};
    line.words = draft.text.view(line.span);
    line.points = length(line.words);
    const bool margin = paragraph.kind == readers::BlockKind::kHeader ||
                        paragraph.kind == readers::BlockKind::kFooter;
    line.cell = margin || paragraph.kind == readers::BlockKind::kCell ||
                paragraph.kind == readers::BlockKind::kFootnote;
    line.hint = paragraph.heading_hint > 0 ? paragraph.heading_hint
                                           : hashes(draft.text.view(paragraph.span));
    line.cell = line.cell || is_table_row(draft.text.raw(draft.text.to_raw(line.span)));
    if (!line.cell)
      line.mark = mark_at(line.words);
    line.prose = is_prose(line) || is_lead_in(line, draft.words);
    if (line.points <= kLongestFurniture && !line.mark) {
      line.labelled = is_label_row(line.words, draft.words);
      line.furniture = line.labelled || found_any(draft.words.furniture, line.words);
    }
    line.furniture = line.furniture || margin;
    draft.lines.push_back(std::move(line));
  }
  drop_contents(draft);
  draft.roles.assign(draft.lines.size(), Role::kBody);
  const auto first = [&draft](int deepest) {
    const auto is_heading = [deepest](const Line& line) {
      return line.mark && line.mark->level <= deepest && !line.furniture;
    };
    return static_cast<std::size_t>(
        std::find_if(draft.lines.begin(), draft.lines.end(), is_heading) - draft.lines.begin());
  };
  draft.first_heading = first(2);
  if (draft.first_heading == draft.lines.size())
    draft.first_heading = first(5);
  draft.tail_first = draft.lines.size();
}

}  // namespace plumbline::document
