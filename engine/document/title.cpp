#include <algorithm>
#include <string>

#include "engine/base/utf8.h"
#include "engine/document/numerals.h"
#include "engine/document/organs.h"
#include "engine/document/title_lines.h"

/// The title: one to five lines in front of the first heading, last of those that are one (a page
/// prints it before its document does, a cover letter before the report).
namespace plumbline::document {
namespace {

constexpr std::size_t kMostLines = 5;

class TitleFinder {
 public:
  explicit TitleFinder(Draft& draft) : draft_(draft), matcher_(draft) {
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
      if (!draft.lines[i].prose || draft.lines[i].furniture)
        continue;
      first_prose_ = std::min(first_prose_, i);
      last_prose_ = i;
    }
  }

  void run() {
    std::optional<TitleCandidate> best = in_lines(draft_.words.title);
    if (!best)
      best = in_metadata(draft_.words.title);
    if (!best)
      best = first_of_another_kind();
    if (best)
      keep(*best);
  }

 private:
  std::size_t zone() const {
    constexpr std::size_t kWithoutHeadings = 60;
    const std::size_t lines = draft_.lines.size();
    return draft_.first_heading < lines ? draft_.first_heading : std::min(lines, kWithoutHeadings);
  }

  /// Shortest run of lines that ends at `last` and is a title.
  std::optional<TitleCandidate> ending_at(const Vocabulary::List& list, std::size_t last) const {
    if (draft_.lines[last].furniture)
      return matcher_.match_furniture(list, last);
    for (std::size_t first = last; matcher_.may_be_title(draft_.lines[first]); --first) {
      std::optional<TitleCandidate> found =
          first == last ? matcher_.match_line(list, last) : matcher_.match_lines(list, first, last);
      if (found)
        return found;
      if (first == 0 || last - first + 1 == kMostLines)
        break;
    }
    return std::nullopt;
  }

  /// …的 | 报告: the next line only ends a title, and makes a longer one.
  TitleCandidate with_end(const Vocabulary::List& list, TitleCandidate candidate) const {
    const std::size_t next = candidate.last + 1;
    if (next < zone() && matcher_.may_be_title(draft_.lines[next]) &&
        matches_any(draft_.words.title_part, draft_.lines[next].words)) {
      if (std::optional<TitleCandidate> longer = matcher_.match_lines(list, candidate.first, next))
        return *longer;
    }
    return candidate;
  }

  /// The organ on lines of its own above 关于…; a Party committee above the government beside it.
  TitleCandidate with_organs(const Vocabulary::List& list, TitleCandidate candidate) const {
    while (candidate.first > 0 && candidate.last - candidate.first + 1 < kMostLines) {
      const Line& above = draft_.lines[candidate.first - 1];
      if (!matcher_.may_be_title(above) || !belongs_above(above, candidate))
        break;
      const std::optional<TitleCandidate> longer =
          matcher_.match_lines(list, candidate.first - 1, candidate.last);
      if (!longer)
        break;
      candidate = *longer;
    }
    return candidate;
  }

  bool belongs_above(const Line& above, const TitleCandidate& candidate) const {
    const std::string words = matcher_.join(candidate.first, candidate.last).words;
    const std::optional<pattern::Match> subject = first_of(draft_.words.title_subject, words);
    const bool bare = subject && subject->span.begin == 0;
    const bool organ = matches_any(draft_.words.organ, above.words);
    if (bare)
      return organ || matches_any(draft_.words.title_front, above.words);
    const std::string_view own =
        std::string_view(words).substr(0, subject ? subject->span.begin : 0);
    constexpr std::size_t kFragment = 9;  // bytes: 关 | 于, 关 | 于报送
    if (is_broken_name(draft_.words, above.words, own) ||
        (own.size() <= kFragment && !matches_any(draft_.words.organ, own) &&
         matches_any(draft_.words.title_front, above.words)))
      return true;
    return organ && own != above.words && matches_any(draft_.words.organ, own) &&
           (starts_with_same_place(above.words, own) || holds_name(above.words, own));
  }

  /// 中共兵团第二十六师一九一团委员会 above 第二十六师一九一团, 岚川县水利局党组 above
  /// 岚川县水利局: its committee, not its letterhead.
  bool holds_name(std::string_view above, std::string_view own) const {
    const std::size_t at = above.find(own);
    if (at == above.npos || at + own.size() == above.size())
      return false;
    return at > 0 || matches_any(draft_.words.party_organ, above.substr(own.size()));
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

  std::optional<TitleCandidate> in_lines(const Vocabulary::List& list) const {
    std::optional<TitleCandidate> best;
    for (std::size_t i = 0; i < zone(); ++i) {
      std::optional<TitleCandidate> found = ending_at(list, i);
      if (!found || (best && found->pattern > best->pattern))
        continue;
      const TitleCandidate candidate = with_organs(list, with_end(list, *found));
      if (!is_heading_below(best, candidate) && !is_link_below(candidate))
        best = candidate;
    }
    return best;
  }

  /// 2024年法治政府建设情况 right below 现将…报告如下: the first heading of the text, not its
  /// title. An annex (a cover letter has one) may begin there all the same.
  bool is_heading_below(const std::optional<TitleCandidate>& title,
                        const TitleCandidate& candidate) const {
    const std::string words = matcher_.join(candidate.first, candidate.last).words;
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
  bool is_link_below(const TitleCandidate& candidate) const {
    return first_prose_ < candidate.first && last_prose_ < candidate.first;
  }

  std::optional<TitleCandidate> in_metadata(const Vocabulary::List& list) const {
    if (!draft_.metadata.title)
      return std::nullopt;
    return matcher_.match_span(list, *draft_.metadata.title);
  }

  /// Other kinds: the first line in front of the running text that is a title of a document.
  std::optional<TitleCandidate> first_of_another_kind() const {
    const Vocabulary::List& list = draft_.words.any_title;
    for (std::size_t i = 0; i < zone() && !draft_.lines[i].prose; ++i) {
      for (std::size_t last = std::min(i + 2, zone() - 1) + 1; last-- > i;) {
        const bool all =
            std::all_of(draft_.lines.begin() + static_cast<std::ptrdiff_t>(i),
                        draft_.lines.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                        [this](const Line& line) { return matcher_.may_be_title(line); });
        if (!all)
          continue;
        if (std::optional<TitleCandidate> found = matcher_.match_lines(list, i, last))
          return found;
      }
    }
    return std::nullopt;
  }

  void keep(const TitleCandidate& candidate) {
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
  TitleMatcher matcher_;
  std::size_t first_prose_ = kNone;  ///< lines of running text; kNone = there is none
  std::size_t last_prose_ = kNone;
};

}  // namespace

void find_title(Draft& draft) {
  TitleFinder(draft).run();
}

}  // namespace plumbline::document
