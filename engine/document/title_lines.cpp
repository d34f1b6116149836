#include "engine/document/title_lines.h"

#include <algorithm>

#include "engine/base/utf8.h"
#include "engine/base/utf8_bytes.h"

namespace plumbline::document {
namespace {

constexpr std::size_t kLongestLine = 80;  // code points
constexpr std::size_t kLongestTitle = 120;
constexpr std::size_t kLongestFurniture = 160;

bool is_latin_letter(char32_t value) {
  return (value >= 'a' && value <= 'z') || (value >= 0xe0 && value <= 0x24f);
}

/// Byte behind a pinyin gloss "(qū)" that a mirror put behind a character; `at` where there is
/// none.
std::size_t skip_gloss(std::string_view words, std::size_t at) {
  if (at >= words.size() || words[at] != '(')
    return at;
  std::size_t end = at + 1;
  while (end < words.size() && is_latin_letter(decode_utf8(words, end).value))
    end = decode_utf8(words, end).end;
  return end > at + 1 && end < words.size() && words[end] == ')' ? end + 1 : at;
}

void add_line(Joined& joined, std::string_view words, std::size_t text_begin) {
  std::size_t from = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t gloss = skip_gloss(words, at);
    if (gloss == at) {
      at = decode_utf8(words, at).end;
      continue;
    }
    joined.add(words.substr(from, at - from), text_begin + from);
    from = at = gloss;
  }
  if (from < words.size())
    joined.add(words.substr(from), text_begin + from);
}

bool matches_start(const Vocabulary::List& list, std::string_view words) {
  return std::any_of(list.begin(), list.end(), [words](const pattern::Pattern& pattern) {
    const std::optional<pattern::Match> match = pattern.find(words);
    return match && match->span.begin == 0;
  });
}

/// Bytes of the words that stand twice on the line, 0 where they do not.
std::size_t half_of(std::string_view words) {
  const std::size_t half = words.size() / 2;
  return words.size() % 2 == 0 && words.substr(0, half) == words.substr(half) ? half : 0;
}

/// Bytes in front of ".docx" and the like at the end of a file's name, npos where there is none.
std::size_t without_ending(std::string_view words) {
  constexpr std::size_t kLongestEnding = 5;
  const std::size_t dot = words.rfind('.');
  const bool ending = dot != std::string_view::npos && dot + 1 < words.size() &&
                      words.size() - dot <= kLongestEnding &&
                      std::all_of(words.begin() + static_cast<std::ptrdiff_t>(dot) + 1, words.end(),
                                  [](char c) { return c >= 'a' && c <= 'z'; });
  return ending ? dot : std::string_view::npos;
}

}  // namespace

void Joined::add(std::string_view part, std::size_t text_begin) {
  starts.emplace_back(words.size(), text_begin);
  words += part;
}

std::size_t Joined::to_text(std::size_t at) const {
  const auto after =
      std::upper_bound(starts.begin(), starts.end(), at,
                       [](std::size_t value, const auto& start) { return value < start.first; });
  return (after - 1)->second + (at - (after - 1)->first);
}

bool TitleMatcher::may_be_title(const Line& line) const {
  return !line.furniture && !line.prose && !line.mark && line.points > 0 &&
         line.points <= kLongestLine && !matches_start(draft_.words.annex, line.words) &&
         !matches_start(draft_.words.document_number, line.words);
}

Joined TitleMatcher::join(std::size_t first, std::size_t last) const {
  Joined joined;
  for (std::size_t i = first; i <= last; ++i) {
    const std::size_t bullet = bullet_size(draft_.lines[i].words);
    add_line(joined, draft_.lines[i].words.substr(bullet), draft_.lines[i].span.begin + bullet);
  }
  return joined;
}

TitleMatcher::Found TitleMatcher::match(const Vocabulary::List& list, const Joined& joined,
                                        std::size_t first, std::size_t last) const {
  if (joined.words.empty() || count_code_points(joined.words) > kLongestTitle)
    return std::nullopt;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::optional<pattern::Match> found = list[i].find(joined.words);
    if (!found || found->span.begin != 0 || found->span.end != joined.words.size())
      continue;
    TitleCandidate candidate{i, first, last, {joined.to_text(0), 0}, {}};
    candidate.at.end = joined.to_text(joined.words.size() - 1) + 1;
    if (!found->groups.empty() && found->groups[0].begin != std::string_view::npos)
      candidate.year_at = {joined.to_text(found->groups[0].begin),
                           joined.to_text(found->groups[0].end - 1) + 1};
    return candidate;
  }
  return std::nullopt;
}

TitleMatcher::Found TitleMatcher::match_line(const Vocabulary::List& list, std::size_t i) const {
  if (const std::size_t half = half_of(draft_.lines[i].words); half > 0)
    return match_front(list, i, half);
  if (Found whole = match(list, join(i, i), i, i))
    return whole;
  if (Found dated = match_before_date(list, i))
    return dated;
  if (Found wrapped = match_wrapped(list, i))
    return wrapped;
  if (Found labelled = before_label(list, i))
    return labelled;
  const std::size_t dash = draft_.lines[i].words.find_last_of("-_|");
  return dash != std::string_view::npos && dash > 0 ? match_front(list, i, dash) : std::nullopt;
}

/// In 《》, or with the ending of a file's name behind it.
TitleMatcher::Found TitleMatcher::match_wrapped(const Vocabulary::List& list, std::size_t i) const {
  constexpr std::string_view kOpen = "《", kClose = "》";
  const std::string_view words = draft_.lines[i].words;
  if (words.starts_with(kOpen) && words.find(kClose) == words.size() - kClose.size())
    return match_part(list, i, {kOpen.size(), words.size() - kClose.size()});
  if (const std::size_t end = without_ending(words); end != words.npos)
    return match_front(list, i, end);
  return std::nullopt;
}

/// The labels of the page on the same line: …年度报告 来源:… 发布时间:….
TitleMatcher::Found TitleMatcher::before_label(const Vocabulary::List& list, std::size_t i) const {
  const std::string_view words = draft_.lines[i].words;
  const std::optional<WrittenDate> date = find_date(words);
  const std::size_t stop = std::min(words.find(':'), date ? date->at.begin : words.npos);
  if (draft_.lines[i].labelled || stop >= words.size())
    return std::nullopt;
  constexpr std::size_t kLongestLabel = 30;  // bytes
  for (std::size_t at = stop; at > 0 && stop - at <= kLongestLabel; --at) {
    if (continues_character(words[at]))
      continue;
    const std::size_t bracket = words[at - 1] == '[' || words[at - 1] == '(' ? 1 : 0;
    if (at > bracket && is_label(words.substr(at)))
      return match_front(list, i, at - bracket);
  }
  return std::nullopt;
}

/// A label of a page; a date and time with one behind it, or with nothing.
bool TitleMatcher::is_label(std::string_view words) const {
  if (const std::optional<WrittenDate> date = date_at(words)) {
    words.remove_prefix(date->at.end);
    words.remove_prefix(std::min(words.find_first_not_of("0123456789: )]"), words.size()));
    if (words.empty())
      return true;
  }
  return matches_start(draft_.words.metadata_date, words) ||
         matches_start(draft_.words.metadata_other, words);
}

/// The title of the page: the title of the document, a dash, the name of the site.
TitleMatcher::Found TitleMatcher::before_site_name(const Vocabulary::List& list,
                                                   std::size_t i) const {
  const Line& line = draft_.lines[i];
  const std::size_t dash = line.words.find_first_of("-_|>");
  if (line.labelled || line.mark || line.points > kLongestLine || dash == std::string_view::npos ||
      dash == 0 || found_any(draft_.words.furniture, line.words.substr(0, dash)))
    return std::nullopt;
  return match_front(list, i, dash);
}

TitleMatcher::Found TitleMatcher::match_before_date(const Vocabulary::List& list,
                                                    std::size_t i) const {
  const std::string_view words = draft_.lines[i].words;
  const std::optional<WrittenDate> date = closing_date(words);
  if (!date)
    return std::nullopt;
  const std::string_view front = words.substr(0, date->at.begin);
  for (std::size_t at = front.size(); at > 0; --at) {
    const bool organ_behind = at == front.size() || words.starts_with(front.substr(at));
    if (!organ_behind || continues_character(words[at]))
      continue;
    if (Found found = match_front(list, i, at))
      return found;
  }
  return std::nullopt;
}

TitleMatcher::Found TitleMatcher::match_front(const Vocabulary::List& list, std::size_t i,
                                              std::size_t size) const {
  return match_part(list, i, {0, size});
}

TitleMatcher::Found TitleMatcher::match_part(const Vocabulary::List& list, std::size_t i,
                                             TextSpan part) const {
  const Line& line = draft_.lines[i];
  Joined joined;
  add_line(joined, line.words.substr(part.begin, part.size()), line.span.begin + part.begin);
  return match(list, joined, i, i);
}

TitleMatcher::Found TitleMatcher::match_lines(const Vocabulary::List& list, std::size_t first,
                                              std::size_t last) const {
  return match(list, join(first, last), first, last);
}

TitleMatcher::Found TitleMatcher::match_furniture(const Vocabulary::List& list,
                                                  std::size_t i) const {
  Found found = before_site_name(list, i);
  return found || draft_.lines[i].points > kLongestFurniture ? found : before_label(list, i);
}

TitleMatcher::Found TitleMatcher::match_span(const Vocabulary::List& list, TextSpan at) const {
  Joined joined;
  add_line(joined, draft_.text.view(at), at.begin);
  return match(list, joined, kNone, kNone);
}

}  // namespace plumbline::document
