#include <algorithm>
#include <string>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/document/draft.h"
#include "engine/document/numerals.h"

/// The title: one to five lines in front of the first heading, last of those that are one (a page
/// prints it before its document does, a cover letter before the report).
namespace plumbline::document {
namespace {

constexpr std::size_t kMostLines = 5;
constexpr std::size_t kLongestLine = 80;  // code points
constexpr std::size_t kLongestTitle = 120;

/// Lines put together as one string, with the way back.
struct Joined {
  std::string words;
  std::vector<std::pair<std::size_t, std::size_t>> starts;  ///< byte in words, byte in the text

  void add(std::string_view part, std::size_t text_begin) {
    starts.emplace_back(words.size(), text_begin);
    words += part;
  }
  std::size_t to_text(std::size_t at) const {
    const auto after =
        std::upper_bound(starts.begin(), starts.end(), at,
                         [](std::size_t value, const auto& start) { return value < start.first; });
    return (after - 1)->second + (at - (after - 1)->first);
  }
};

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

struct Candidate {
  std::size_t pattern = 0;  ///< index into the list: earlier is better
  std::size_t first = 0;
  std::size_t last = 0;
  TextSpan at;
  TextSpan year_at;
};

class TitleFinder {
 public:
  explicit TitleFinder(Draft& draft) : draft_(draft) {
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
      if (!draft.lines[i].prose || draft.lines[i].furniture)
        continue;
      first_prose_ = std::min(first_prose_, i);
      last_prose_ = i;
    }
  }

  void run() {
    std::optional<Candidate> best = in_lines(draft_.words.title);
    if (!best)
      best = in_metadata(draft_.words.title);
    if (!best)
      best = first_of_another_kind();
    if (best)
      keep(*best);
  }

 private:
  bool may_be_title(const Line& line) const {
    return !line.furniture && !line.prose && !line.mark && line.points > 0 &&
           line.points <= kLongestLine && !matches_start(draft_.words.annex, line.words) &&
           !matches_start(draft_.words.document_number, line.words);
  }

  static bool matches_start(const Vocabulary::List& list, std::string_view words) {
    return std::any_of(list.begin(), list.end(), [words](const pattern::Pattern& pattern) {
      const std::optional<pattern::Match> match = pattern.find(words);
      return match && match->span.begin == 0;
    });
  }

  std::size_t zone() const {
    constexpr std::size_t kWithoutHeadings = 60;
    const std::size_t lines = draft_.lines.size();
    return draft_.first_heading < lines ? draft_.first_heading : std::min(lines, kWithoutHeadings);
  }

  Joined join(std::size_t first, std::size_t last) const {
    Joined joined;
    for (std::size_t i = first; i <= last; ++i) {
      const std::size_t bullet = bullet_size(draft_.lines[i].words);
      add_line(joined, draft_.lines[i].words.substr(bullet), draft_.lines[i].span.begin + bullet);
    }
    return joined;
  }

  std::optional<Candidate> match(const Vocabulary::List& list, const Joined& joined,
                                 std::size_t first, std::size_t last) const {
    if (joined.words.empty() || count_code_points(joined.words) > kLongestTitle)
      return std::nullopt;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::optional<pattern::Match> found = list[i].find(joined.words);
      if (!found || found->span.begin != 0 || found->span.end != joined.words.size())
        continue;
      Candidate candidate{i, first, last, {joined.to_text(0), 0}, {}};
      candidate.at.end = joined.to_text(joined.words.size() - 1) + 1;
      if (!found->groups.empty() && found->groups[0].begin != std::string_view::npos)
        candidate.year_at = {joined.to_text(found->groups[0].begin),
                             joined.to_text(found->groups[0].end - 1) + 1};
      return candidate;
    }
    return std::nullopt;
  }

  /// The line alone, or what is left when a page glued the organ and a date behind the title, or
  /// its own name behind a dash.
  std::optional<Candidate> match_line(const Vocabulary::List& list, std::size_t i) const {
    if (std::optional<Candidate> whole = match(list, join(i, i), i, i))
      return whole;
    if (std::optional<Candidate> dated = match_before_date(list, i))
      return dated;
    const std::size_t dash = draft_.lines[i].words.find_last_of("-_|");
    return dash != std::string_view::npos && dash > 0 ? match_front(list, i, dash) : std::nullopt;
  }

  /// The title of the page: the title of the document, a dash, the name of the site.
  std::optional<Candidate> before_site_name(const Vocabulary::List& list, std::size_t i) const {
    const Line& line = draft_.lines[i];
    const std::size_t dash = line.words.find_first_of("-_|>");
    if (line.labelled || line.mark || line.points > kLongestLine ||
        dash == std::string_view::npos || dash == 0 ||
        found_any(draft_.words.furniture, line.words.substr(0, dash)))
      return std::nullopt;
    return match_front(list, i, dash);
  }

  std::optional<Candidate> match_before_date(const Vocabulary::List& list, std::size_t i) const {
    const std::string_view words = draft_.lines[i].words;
    const std::optional<WrittenDate> date = closing_date(words);
    if (!date)
      return std::nullopt;
    const std::string_view front = words.substr(0, date->at.begin);
    for (std::size_t at = front.size(); at > 0; --at) {
      const bool organ_behind = at == front.size() || words.starts_with(front.substr(at));
      if (!organ_behind || (static_cast<unsigned char>(words[at]) & 0xc0) == 0x80)
        continue;
      if (std::optional<Candidate> found = match_front(list, i, at))
        return found;
    }
    return std::nullopt;
  }

  std::optional<Candidate> match_front(const Vocabulary::List& list, std::size_t i,
                                       std::size_t size) const {
    Joined joined;
    add_line(joined, draft_.lines[i].words.substr(0, size), draft_.lines[i].span.begin);
    return match(list, joined, i, i);
  }

  /// Shortest run of lines that ends at `last` and is a title.
  std::optional<Candidate> ending_at(const Vocabulary::List& list, std::size_t last) const {
    if (draft_.lines[last].furniture)
      return before_site_name(list, last);
    for (std::size_t first = last; may_be_title(draft_.lines[first]); --first) {
      std::optional<Candidate> found =
          first == last ? match_line(list, last) : match(list, join(first, last), first, last);
      if (found)
        return found;
      if (first == 0 || last - first + 1 == kMostLines)
        break;
    }
    return std::nullopt;
  }

  /// …的 | 报告: the next line only ends a title, and makes a longer one.
  Candidate with_end(const Vocabulary::List& list, Candidate candidate) const {
    const std::size_t next = candidate.last + 1;
    if (next < zone() && may_be_title(draft_.lines[next]) &&
        matches_any(draft_.words.title_part, draft_.lines[next].words)) {
      if (std::optional<Candidate> longer =
              match(list, join(candidate.first, next), candidate.first, next))
        return *longer;
    }
    return candidate;
  }

  /// The organ on lines of its own above 关于…; a Party committee above the government beside it.
  Candidate with_organs(const Vocabulary::List& list, Candidate candidate) const {
    while (candidate.first > 0 && candidate.last - candidate.first + 1 < kMostLines) {
      const Line& above = draft_.lines[candidate.first - 1];
      if (!may_be_title(above) || !belongs_above(above, candidate))
        break;
      const std::optional<Candidate> longer = match(list, join(candidate.first - 1, candidate.last),
                                                    candidate.first - 1, candidate.last);
      if (!longer)
        break;
      candidate = *longer;
    }
    return candidate;
  }

  bool belongs_above(const Line& above, const Candidate& candidate) const {
    const std::string words = join(candidate.first, candidate.last).words;
    const std::optional<pattern::Match> subject = first_of(draft_.words.title_subject, words);
    const bool bare = subject && subject->span.begin == 0;
    const bool organ = matches_any(draft_.words.organ, above.words);
    if (bare)
      return organ || matches_any(draft_.words.title_part, above.words);
    const std::string_view own =
        std::string_view(words).substr(0, subject ? subject->span.begin : 0);
    return organ && own != above.words && starts_with_same_place(above.words, own) &&
           matches_any(draft_.words.organ, own);
  }

  /// 中共岚川县委 above 岚川县人民政府: the stem of one stands in the other, behind 中共 or
  /// 中国共产党.
  static bool starts_with_same_place(std::string_view above, std::string_view own) {
    constexpr std::size_t kTwoHan = 6;
    constexpr std::size_t kShortPrefix = 6, kLongPrefix = 15;
    if (own.size() <= kTwoHan)
      return false;
    const std::size_t at = above.find(own.substr(0, kTwoHan));
    return at == kShortPrefix || at == kLongPrefix;
  }

  std::optional<Candidate> in_lines(const Vocabulary::List& list) const {
    std::optional<Candidate> best;
    for (std::size_t i = 0; i < zone(); ++i) {
      std::optional<Candidate> found = ending_at(list, i);
      if (!found || (best && found->pattern > best->pattern))
        continue;
      const Candidate candidate = with_organs(list, with_end(list, *found));
      if (!is_heading_below(best, candidate) && !is_link_below(candidate))
        best = candidate;
    }
    return best;
  }

  /// 2024年法治政府建设情况 right below 现将…报告如下: the first heading of the text, not its
  /// title. An annex (a cover letter has one) may begin there all the same.
  bool is_heading_below(const std::optional<Candidate>& title, const Candidate& candidate) const {
    const std::string words = join(candidate.first, candidate.last).words;
    const std::optional<pattern::Match> subject = first_of(draft_.words.title_subject, words);
    if (!subject || subject->span.begin > 0)
      return false;
    std::size_t above = candidate.first;
    while (above > 0 && (draft_.lines[above - 1].furniture || draft_.lines[above - 1].points == 0))
      --above;
    const bool below_text = above > 0 && draft_.lines[above - 1].prose;
    const bool below_lead_in =
        below_text && found_any(draft_.words.lead_in, draft_.lines[above - 1].words);
    return title ? below_text : below_lead_in;
  }

  /// The name of another year's report below the text, as pages link it.
  bool is_link_below(const Candidate& candidate) const {
    return first_prose_ < candidate.first && last_prose_ < candidate.first;
  }

  std::optional<Candidate> in_metadata(const Vocabulary::List& list) const {
    if (!draft_.metadata.title)
      return std::nullopt;
    const TextSpan at = *draft_.metadata.title;
    Joined joined;
    add_line(joined, draft_.text.view(at), at.begin);
    return match(list, joined, kNone, kNone);
  }

  /// Other kinds: the first line in front of the running text that is a title of a document.
  std::optional<Candidate> first_of_another_kind() const {
    const Vocabulary::List& list = draft_.words.any_title;
    for (std::size_t i = 0; i < zone() && !draft_.lines[i].prose; ++i) {
      for (std::size_t last = std::min(i + 2, zone() - 1) + 1; last-- > i;) {
        const bool all = std::all_of(draft_.lines.begin() + static_cast<std::ptrdiff_t>(i),
                                     draft_.lines.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                                     [this](const Line& line) { return may_be_title(line); });
        if (!all)
          continue;
        if (std::optional<Candidate> found = match(list, join(i, last), i, last))
          return found;
      }
    }
    return std::nullopt;
  }

  void keep(const Candidate& candidate) {
    Title& title = draft_.title;
    title.first = candidate.first;
    title.last = candidate.last;
    title.fact.at = candidate.at;
    title.fact.source = candidate.first == kNone ? "metadata" : "title";
    title.year_at = candidate.year_at;
    if (candidate.first == kNone) {
      title.fact.value = draft_.text.display(candidate.at);
      title.fact.normal = draft_.text.view(candidate.at);
    }
    for (std::size_t i = candidate.first; i != kNone && i <= candidate.last; ++i) {
      const TextSpan line = draft_.lines[i].span;
      const TextSpan part{std::max(line.begin, candidate.at.begin),
                          std::min(line.end, candidate.at.end)};
      title.fact.value += draft_.text.display(part);
      title.fact.normal += draft_.text.view(part);
      draft_.roles[i] = Role::kTitle;
    }
    read_year(title);
  }

  /// The year that the pattern caught, else the first one in the title that 年 follows.
  void read_year(Title& title) const {
    if (!title.year_at.empty()) {
      title.year = year_of(draft_.text.view(title.year_at));
      return;
    }
    const std::string_view words = draft_.text.view(title.fact.at);
    for (std::size_t at = 0; at < words.size(); at = decode_utf8(words, at).end) {
      const Number year = year_at(words.substr(at));
      if (year.size > 0 && words.substr(at + year.size).starts_with("年")) {
        title.year = year.value;
        title.year_at = {title.fact.at.begin + at, title.fact.at.begin + at + year.size};
        return;
      }
    }
  }

  Draft& draft_;
  std::size_t first_prose_ = kNone;  ///< lines of running text; kNone = there is none
  std::size_t last_prose_ = kNone;
};

}  // namespace

void find_title(Draft& draft) {
  TitleFinder(draft).run();
}

}  // namespace plumbline::document
