#include <algorithm>
#include <string>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/document/draft.h"
#include "engine/document/numerals.h"
#include "engine/document/organs.h"

namespace plumbline::document {
namespace {

constexpr std::size_t kFirstSentence = 600;  // bytes
constexpr std::size_t kFirstWords = 12;

class FactReader {
 public:
  explicit FactReader(Draft& draft) : draft_(draft) {}

  Facts run() {
    Facts facts;
    if (draft_.title.found())
      facts.title = draft_.title.fact;
    read_lead_in();
    facts.report_year = report_year();
    if (draft_.number)
      facts.document_number = fact_at(*draft_.number, "text");
    if (draft_.addressee)
      facts.addressee = fact_at(*draft_.addressee, "text");
    facts.signer = signer();
    facts.signature = signature();
    facts.issuer = issuer(facts);
    facts.date = std::move(draft_.date);
    return facts;
  }

 private:
  std::string_view view() const { return draft_.text.view(); }

  Fact fact_at(TextSpan span, std::string source) const {
    Fact fact{draft_.text.display(span), std::string(draft_.text.view(span)), span,
              std::move(source)};
    std::erase(fact.normal, '\n');
    return fact;
  }

  TextSpan lines_span(std::size_t first, std::size_t end) const {
    if (first >= end || first >= draft_.lines.size())
      return {0, 0};
    return {draft_.lines[first].span.begin, draft_.lines[end - 1].span.end};
  }

  /// In the preamble; where there is none, between the first two headings.
  void read_lead_in() {
    const std::size_t second =
        draft_.outline.size() > 1 ? draft_.outline[1].paragraph : draft_.tail_first;
    for (const TextSpan zone :
         {lines_span(draft_.body_first, std::min(draft_.first_heading, draft_.tail_first)),
          lines_span(draft_.first_heading, second)}) {
      for (const pattern::Pattern& pattern : draft_.words.lead_in) {
        if (const std::optional<pattern::Match> match = pattern.find(view(), zone)) {
          draft_.lead_in = match->span;
          return;
        }
      }
    }
  }

  // ---- report year ----

  std::optional<Fact> year_fact(TextSpan at, std::string source) const {
    const int year = year_of(draft_.text.view(at));
    if (year == 0)
      return std::nullopt;
    const std::string digits = std::to_string(year);
    return Fact{digits, digits, at, std::move(source)};
  }

  std::optional<Fact> report_year() const {
    if (draft_.title.year != 0)
      return Fact{std::to_string(draft_.title.year), std::to_string(draft_.title.year),
                  draft_.title.year_at, "title"};
    if (std::optional<Fact> year = year_in(first_sentence(), "first-sentence"))
      return year;
    if (std::optional<Fact> year = year_in(draft_.lead_in, "lead-in"))
      return year;
    // A later heading names the year of the plan.
    int seen = 0;
    for (const Heading& heading : draft_.outline) {
      if (heading.level != 1 || ++seen > 2)
        continue;
      if (std::optional<Fact> year = year_in(heading.text, "heading"))
        return year;
    }
    return year_behind_heading();
  }

  /// "一、主要成效（一）依法决策。2024年，我局……": a text without preamble begins behind its
  /// headings.
  std::optional<Fact> year_behind_heading() const {
    constexpr std::size_t kHeadings = 3;
    if (draft_.body_first < std::min(draft_.first_heading, draft_.tail_first))
      return std::nullopt;
    for (std::size_t i = 0; i < std::min(kHeadings, draft_.outline.size()); ++i) {
      const Heading& heading = draft_.outline[i];
      const std::size_t next =
          i + 1 < draft_.outline.size() ? draft_.outline[i + 1].mark.begin : heading.section.end;
      const TextSpan zone = trim(view(), {heading.text.end, std::max(heading.text.end, next)});
      if (std::optional<Fact> year = year_in(after_stop(zone), "first-sentence"))
        return year->at.begin < zone.begin + kFirstWords ? year : std::nullopt;
    }
    return std::nullopt;
  }

  /// Without the 。 that ends a run-in heading.
  TextSpan after_stop(TextSpan zone) const {
    constexpr std::string_view kStop = "。";
    if (draft_.text.view(zone).starts_with(kStop))
      zone.begin += kStop.size();
    zone.end = std::min(zone.end, zone.begin + kFirstSentence);
    return trim(view(), zone);
  }

  TextSpan first_sentence() const {
    if (draft_.body_first >= std::min(draft_.first_heading, draft_.tail_first))
      return {0, 0};
    const Line& line = draft_.lines[draft_.body_first];
    TextSpan span{line.span.begin, std::min(line.span.end, line.span.begin + kFirstSentence)};
    const std::size_t stop = draft_.text.view(span).find("。");
    if (stop != std::string_view::npos)
      span.end = span.begin + stop;
    return span;
  }

  std::optional<Fact> year_in(TextSpan zone, std::string source) const {
    std::optional<Fact> found;
    for (const pattern::Pattern& pattern : draft_.words.report_year) {
      pattern.each(view(), zone, [&](const pattern::Match& match) {
        const TextSpan at = match.groups.empty() ? match.span : match.groups[0];
        if (at.begin != std::string_view::npos && !ends_range(at.begin) &&
            !in_quoted_title(zone, match, at.begin))
          found = year_fact(at, source);
        return !found;
      });
      if (found)
        break;
    }
    return found;
  }

  /// 2021-2025年: the end of a range, or digits that lost their dash.
  bool ends_range(std::size_t at) const {
    const std::string_view before = view().substr(0, at);
    return before.ends_with('-') || before.ends_with("—") || before.ends_with('~') ||
           (!before.empty() && before.back() >= '0' && before.back() <= '9');
  }

  /// Inside 《》: the year of a document that is cited. Not where the match holds the 《 itself:
  /// its pattern is about such documents (《关于报送2024年度……报告的通知》).
  bool in_quoted_title(TextSpan zone, const pattern::Match& match, std::size_t at) const {
    const std::string_view before = draft_.text.view({zone.begin, at});
    const std::size_t open = before.rfind("《");
    const std::size_t close = before.rfind("》");
    return open != std::string_view::npos && zone.begin + open < match.span.begin &&
           (close == std::string_view::npos || close < open);
  }

  // ---- organs ----

  std::optional<Fact> signature() const {
    if (draft_.signature.empty())
      return std::nullopt;
    Fact fact{.at = {draft_.signature.front().begin, draft_.signature.back().end},
              .source = "signature"};
    fact.value = join_names(names_of(draft_.signature));
    fact.normal = fact.value;
    return fact;
  }

  std::vector<std::string> names_of(const std::vector<TextSpan>& spans) const {
    std::vector<std::string> names;
    for (const TextSpan span : spans) {
      for (std::string& name : split_organs(draft_.text, span, draft_.words))
        names.push_back(std::move(name));
    }
    return names;
  }

  /// Organ in the title: what stands before 关于 or the year; else the place behind the year.
  std::optional<TextSpan> organ_in_title() const {
    const Title& title = draft_.title;
    if (!title.found())
      return std::nullopt;
    const std::size_t from = column_mark(title.fact.normal);
    const std::optional<pattern::Match> subject =
        first_of(draft_.words.title_subject, std::string_view(title.fact.normal).substr(from));
    if (!subject)
      return std::nullopt;
    if (subject->span.begin > 0)
      return title_span({from, from + subject->span.begin});
    if (subject->groups.empty() || subject->groups[0].begin == std::string_view::npos)
      return std::nullopt;
    return title_span({from + subject->groups[0].begin, from + subject->groups[0].end});
  }

  /// Bytes of the column that a page names in brackets in front of a title: 【法治政府建设】.
  static std::size_t column_mark(std::string_view title) {
    constexpr std::string_view kOpen = "【", kClose = "】";
    const std::size_t close = title.starts_with(kOpen) ? title.find(kClose) : title.npos;
    return close == title.npos ? 0 : close + kClose.size();
  }

  /// Where bytes of the title's normal form stand in the text.
  TextSpan title_span(TextSpan part) const {
    const Title& title = draft_.title;
    if (title.first == kNone)
      return {title.fact.at.begin + part.begin, title.fact.at.begin + part.end};
    TextSpan span{title.fact.at.begin, title.fact.at.begin};
    std::size_t done = 0;
    for (std::size_t i = title.first; i <= title.last; ++i) {
      const TextSpan line = draft_.lines[i].span;
      const std::size_t begin = std::max(line.begin, title.fact.at.begin);
      const std::size_t size = std::min(line.end, title.fact.at.end) - begin;
      if (part.begin >= done && part.begin < done + size)
        span.begin = begin + (part.begin - done);
      if (part.end > done && part.end <= done + size)
        span.end = begin + (part.end - done);
      done += size;
    }
    return span.end > span.begin ? span : title.fact.at;
  }

  std::vector<std::string> letterhead_names() const {
    std::vector<std::string> names;
    for (const std::size_t i : draft_.letterhead) {
      TextSpan span = draft_.lines[i].span;
      for (const pattern::Pattern& pattern : draft_.words.letterhead) {
        const std::optional<pattern::Match> match = pattern.find(draft_.lines[i].words);
        if (!match)
          continue;
        const bool organ =
            !match->groups.empty() && match->groups[0].begin != std::string_view::npos;
        span =
            organ ? TextSpan{span.begin + match->groups[0].begin, span.begin + match->groups[0].end}
                  : TextSpan{span.begin, span.begin};
        break;
      }
      if (span.empty())
        continue;
      for (std::string& name : split_organs(draft_.text, span, draft_.words))
        names.push_back(std::move(name));
    }
    return names;
  }

  std::optional<Fact> self_name() const {
    const TextSpan zone =
        lines_span(draft_.body_first, std::min(draft_.first_heading + 1, draft_.tail_first));
    for (const pattern::Pattern& pattern : draft_.words.self_name) {
      const std::optional<pattern::Match> match = pattern.find(view(), zone);
      if (match && !match->groups.empty() && !match->groups[0].empty())
        return fact_at(match->groups[0], "text");
    }
    return std::nullopt;
  }

  std::optional<Fact> issuer(const Facts& facts) const {
    const std::vector<std::string> head = letterhead_names();
    const std::optional<TextSpan> in_title = organ_in_title();
    if (in_title && names_organ(*in_title)) {
      Fact fact = fact_at(*in_title, "title");
      std::vector<std::string> names = split_organs(draft_.text, *in_title, draft_.words);
      if (names.size() == 1)
        names[0] = fullest(names[0], head);
      fact.value = fact.normal = join_names(names);
      return fact;
    }
    if (!head.empty()) {
      Fact fact = fact_at(draft_.lines[draft_.letterhead.front()].span, "letterhead");
      fact.value = fact.normal = join_names(head);
      return fact;
    }
    if (facts.signature && !draft_.signed_by_person)
      return facts.signature;
    const std::optional<TextSpan> below = organ_below_title();
    return below ? fact_at(*below, "text") : self_name();
  }

  /// The organ alone on a line between title and text.
  std::optional<TextSpan> organ_below_title() const {
    for (std::size_t i = 0; i < draft_.first_heading && i < draft_.lines.size(); ++i) {
      if (draft_.roles[i] == Role::kByline && names_organ(draft_.lines[i].span))
        return draft_.lines[i].span;
    }
    return std::nullopt;
  }

  /// All of the span is one organ or several.
  bool names_organ(TextSpan span) const {
    const std::vector<std::string> names = split_organs(draft_.text, span, draft_.words);
    return std::all_of(names.begin(), names.end(),
                       [this](const std::string& name) { return is_organ(draft_.words, name); });
  }

  std::string fullest(std::string name, const std::vector<std::string>& head) const {
    std::vector<std::string> others = names_of(draft_.signature);
    others.insert(others.end(), head.begin(), head.end());
    for (const std::string& other : others) {
      if (is_fuller_form(other, name, draft_.words))
        name = other;
    }
    return name;
  }

  // ---- signer ----

  std::optional<Fact> signer() const {
    std::vector<std::string> names;
    for (const TextSpan span : draft_.signers) add_names(span, names);
    if (names.empty())
      return std::nullopt;
    const TextSpan at{draft_.signers.front().begin, draft_.signers.back().end};
    const std::string joined = join_names(names);
    return Fact{joined, joined, at, "text"};
  }

  /// Names are parted by blanks, which only the text as read still has.
  void add_names(TextSpan span, std::vector<std::string>& names) const {
    for (std::string& name : person_names(draft_.text.raw(draft_.text.to_raw(span))))
      names.push_back(std::move(name));
  }

  Draft& draft_;
};

}  // namespace

Facts read_facts(Draft& draft) {
  return FactReader(draft).run();
}

int Facts::year() const {
  return report_year ? year_of(report_year->normal) : 0;
}

}  // namespace plumbline::document
