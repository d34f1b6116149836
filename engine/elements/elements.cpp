#include "engine/elements/elements.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "engine/elements/later_year.h"

namespace plumbline::elements {
namespace {

using document::Document;
using document::Heading;
using document::kNone;
using document::Role;
using Patterns = std::vector<pattern::Pattern>;

constexpr std::array<std::string_view, 5> kStates = {"absent", "mention", "passage", "subsection",
                                                     "section"};
constexpr std::string_view kFullStop = "。";

const pattern::Pattern* first_match(const Patterns& patterns, pattern::IndexedText text,
                                    TextSpan span, TextSpan* at = nullptr) {
  for (const pattern::Pattern& pattern : patterns) {
    if (const auto match = pattern.find(text, span)) {
      if (at != nullptr)
        *at = match->span;
      return &pattern;
    }
  }
  return nullptr;
}

TextSpan whole_heading(const Heading& heading) {
  return {heading.mark.empty() ? heading.text.begin : heading.mark.begin, heading.text.end};
}

class Recogniser {
 public:
  Recogniser(const Document& document, std::span<const Definition> definitions)
      : document_(document), definitions_(definitions), first_level_(first_level(document)) {
    claims_.resize(document.outline().size());
    later_ = headings_of_later_year(document, optional_headings());
  }

  std::vector<Element> run() {
    for (const Definition& definition : definitions_) {
      Element& element = result_.emplace_back();
      element.definition = &definition;
      if (definition.within.empty())
        by_heading(element);
    }
    for (Element& element : result_) {
      if (element.state != State::kSection)
        by_themes(element);
    }
    for (Element& element : result_) {
      if (element.definition->within.empty())
        by_text(element, body_paragraphs());
      else
        inside(element);
      note_sharing(element);
      note_nearest(element);
      std::sort(element.spans.begin(), element.spans.end());
    }
    for (Element& element : result_) by_plain_text(element);
    return std::move(result_);
  }

 private:
  std::string_view text() const { return document_.text().view(); }

  /// How a heading names an element: earlier patterns rank before later ones.
  struct Naming {
    std::size_t rank = 0;
    std::string by;
  };

  /// Nothing where the heading does not name the element.
  std::optional<Naming> names(const Definition& definition, std::size_t index) const {
    const bool later = index < later_.size() && later_[index];
    // What the themes carry is of the report's own year.
    if (later && definition.thematic_sections > 0)
      return std::nullopt;
    // On its own, so that ^ and $ are the ends of its words.
    const std::string_view words = document_.text().view(document_.outline()[index].text);
    const TextSpan all{0, words.size()};
    const pattern::Pattern* match = first_match(definition.heading, {words}, all);
    if (match != nullptr && first_match(definition.not_heading, {words}, all) == nullptr)
      return Naming{static_cast<std::size_t>(match - definition.heading.data()),
                    "/" + match->source() + "/"};
    if (later && definition.later_year)
      return Naming{definition.heading.size(), "later year"};
    return std::nullopt;
  }

  /// Headings of parts that may be left out stand behind all others (其他需要报告的情况).
  std::vector<bool> optional_headings() const {
    std::vector<bool> result(document_.outline().size(), false);
    for (const Definition& definition : definitions_) {
      for (std::size_t i = 0; definition.optional && i < result.size(); ++i)
        result[i] = result[i] || names(definition, i).has_value();
    }
    return result;
  }

  /// The best heading is the highest; among equals the one that the earlier pattern names.
  void by_heading(Element& element) {
    std::size_t best = 0;
    for (std::size_t i = 0; i < document_.outline().size(); ++i) {
      const Heading& heading = document_.outline()[i];
      const std::optional<Naming> naming = names(*element.definition, i);
      if (!naming)
        continue;
      const State state = heading.level <= first_level_ ? State::kSection : State::kSubsection;
      claims_[i].push_back(element.definition);
      if (state > element.state || (state == element.state && naming->rank < best)) {
        if (state > element.state)
          element.spans.clear();
        best = naming->rank;
        element.heading = i;
        take(element, state, whole_heading(heading), naming->by);
      }
      if (state == element.state)
        element.spans.push_back(heading.section);
    }
  }

  void take(Element& element, State state, TextSpan at, std::string_view by) {
    element.state = state;
    element.at = at;
    element.why = std::string(name_of(state)) + " " + std::string(by);
  }

  void take(Element& element, State state, TextSpan at, const pattern::Pattern& by) {
    take(element, state, at, "/" + by.source() + "/");
  }

  /// First-level sections that no element claims.
  std::vector<std::size_t> unclaimed() const {
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < document_.outline().size(); ++i) {
      if (document_.outline()[i].level <= first_level_ && claims_[i].empty())
        result.push_back(i);
    }
    return result;
  }

  void by_themes(Element& element) {
    const Definition& definition = *element.definition;
    if (definition.thematic_sections == 0 && definition.thematic_share == 0)
      return;
    const std::vector<std::size_t> sections = unclaimed();
    std::size_t bytes = 0;
    for (std::size_t section : sections) bytes += document_.outline()[section].section.size();
    const bool many = definition.thematic_sections > 0 &&
                      sections.size() >= static_cast<std::size_t>(definition.thematic_sections);
    const bool large = definition.thematic_share > 0 && bytes > 0 &&
                       bytes * 100 >= document_.body().size() *
                                          static_cast<std::size_t>(definition.thematic_share);
    if (!many && !large)
      return;
    element.spans.clear();
    for (std::size_t section : sections)
      element.spans.push_back(document_.outline()[section].section);
    element.state = State::kSection;
    element.heading = anchor_of(sections);
    element.at = whole_heading(document_.outline()[element.heading]);
    element.why = "section, thematic";
  }

  /// Where a report has no headings for what it did, the paragraphs that belong to no other element
  /// carry it, if they are several and a good part of the text.
  void by_plain_text(Element& element) const {
    constexpr std::size_t kLeastParagraphs = 3, kLeastPercent = 40, kLeastBytes = 60;
    if (element.definition->thematic_share == 0 || element.state >= State::kPassage)
      return;
    std::vector<TextSpan> own;
    std::size_t bytes = 0;
    for (TextSpan paragraph : body_paragraphs()) {
      if (paragraph.size() < kLeastBytes || claimed_by_other(element, paragraph))
        continue;
      bytes += paragraph.size();
      own.push_back(paragraph);
    }
    if (own.size() < kLeastParagraphs || bytes * 100 < document_.body().size() * kLeastPercent)
      return;
    element.state = State::kPassage;
    element.at = lead_sentence(own.front());
    element.why = "passage, text without headings";
    element.spans = std::move(own);
  }

  bool claimed_by_other(const Element& element, TextSpan paragraph) const {
    return std::any_of(result_.begin(), result_.end(), [&](const Element& other) {
      return &other != &element && other.state >= State::kSubsection &&
             std::any_of(other.spans.begin(), other.spans.end(),
                         [&](TextSpan part) { return part.overlaps(paragraph); });
    });
  }

  /// The section to point at: the first that does not open with another element's subsection.
  std::size_t anchor_of(const std::vector<std::size_t>& sections) const {
    for (std::size_t section : sections) {
      const std::size_t child = section + 1;
      if (child >= claims_.size() || document_.outline()[child].parent != section ||
          claims_[child].empty())
        return section;
    }
    return sections.front();
  }

  /// Running text: body and preamble paragraphs without the lead-in, headings cut off.
  std::vector<TextSpan> body_paragraphs() const {
    std::vector<TextSpan> result;
    const auto paragraphs = document_.text().paragraphs();
    std::size_t next = 0;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      if (document_.role(i) != Role::kBody && document_.role(i) != Role::kPreamble)
        continue;
      TextSpan span = paragraphs[i].span;
      while (next < document_.outline().size() && document_.outline()[next].paragraph < i) ++next;
      if (next < document_.outline().size() && document_.outline()[next].paragraph == i)
        span.begin = document_.outline()[next].text.end;
      add_without_lead_in(span, result);
    }
    return result;
  }

  void add_without_lead_in(TextSpan span, std::vector<TextSpan>& result) const {
    const TextSpan lead_in = document_.lead_in();
    if (lead_in.empty() || !lead_in.overlaps(span)) {
      result.push_back(span);
      return;
    }
    if (span.begin < lead_in.begin)
      result.push_back({span.begin, lead_in.begin});
    if (lead_in.end < span.end)
      result.push_back({lead_in.end, span.end});
  }

  /// The stop behind a run-in heading ends no sentence of the text.
  TextSpan lead_sentence(TextSpan paragraph) const {
    if (text().substr(paragraph.begin, paragraph.size()).starts_with(kFullStop))
      paragraph.begin += kFullStop.size();
    const std::size_t stop = text().substr(paragraph.begin, paragraph.size()).find(kFullStop);
    if (stop == std::string_view::npos)
      return paragraph;
    return {paragraph.begin, paragraph.begin + stop + kFullStop.size()};
  }

  /// Passages, and where there is none, mentions, in the given paragraphs.
  void by_text(Element& element, const std::vector<TextSpan>& paragraphs) {
    if (element.state >= State::kPassage)
      return;
    for (TextSpan paragraph : paragraphs) {
      TextSpan at = lead_sentence(paragraph);
      const pattern::Pattern* match =
          first_match(element.definition->lead, document_.indexed(), at);
      if (match == nullptr)
        match = first_match(element.definition->passage, document_.indexed(), paragraph, &at);
      if (match == nullptr)
        continue;
      if (element.state < State::kPassage)
        take(element, State::kPassage, at, *match);
      element.spans.push_back(paragraph);
    }
    if (element.state < State::kPassage)
      by_mentions(element, paragraphs);
    if (element.state == State::kAbsent)
      by_name(element, paragraphs);
  }

  /// A short sentence at the front of a paragraph that says what a heading would: the outline may
  /// have missed it, but absent the element is not.
  void by_name(Element& element, const std::vector<TextSpan>& paragraphs) {
    constexpr std::size_t kLongest = 14;  // code points
    for (TextSpan paragraph : paragraphs) {
      std::string_view words = document_.text().view(lead_sentence(paragraph));
      if (words.ends_with(kFullStop))
        words.remove_suffix(kFullStop.size());
      if (words.size() > 3 * kLongest || words.find_first_of(",;") != std::string_view::npos)
        continue;
      const TextSpan all{0, words.size()};
      const pattern::Pattern* match = first_match(element.definition->heading, {words}, all);
      if (match == nullptr || first_match(element.definition->not_heading, {words}, all) != nullptr)
        continue;
      take(element, State::kPassage, {paragraph.begin, paragraph.begin + words.size()}, *match);
      element.spans.push_back(paragraph);
      return;
    }
  }

  /// Mentions; enough of them make a passage.
  void by_mentions(Element& element, const std::vector<TextSpan>& paragraphs) {
    const int enough = element.definition->mentions_for_passage;
    std::set<std::size_t> places;
    for (TextSpan paragraph : paragraphs) {
      for (const pattern::Pattern& mention : element.definition->mention) {
        mention.each(document_.indexed(), paragraph, [&](const pattern::Match& match) {
          if (element.state < State::kMention || match.span.begin < element.at.begin)
            take(element, State::kMention, match.span, mention);
          if (places.insert(match.span.begin).second)
            element.spans.push_back(match.span);
          return enough > 0;
        });
      }
      if (enough == 0 && element.state == State::kMention)
        return;
    }
    if (enough > 0 && places.size() >= static_cast<std::size_t>(enough))
      element.state = State::kPassage;
  }

  /// Looked for only inside another element.
  void inside(Element& element) {
    const auto outer = std::find_if(result_.begin(), result_.end(), [&](const Element& other) {
      return other.definition->id == element.definition->within;
    });
    if (outer == result_.end() || outer->state == State::kAbsent)
      return;
    const auto within = [&](TextSpan span) {
      return std::any_of(outer->spans.begin(), outer->spans.end(),
                         [&](TextSpan part) { return part.contains(span); });
    };
    // 五、存在的问题 六、原因分析: a section of its own right behind.
    const auto behind = [&](const Heading& heading) {
      return heading.level <= first_level_ &&
             std::any_of(outer->spans.begin(), outer->spans.end(),
                         [&](TextSpan part) { return part.end == heading.section.begin; });
    };
    for (std::size_t i = 0; i < document_.outline().size(); ++i) {
      const Heading& heading = document_.outline()[i];
      const std::optional<Naming> naming =
          within(heading.text) || (claims_[i].empty() && behind(heading))
              ? names(*element.definition, i)
              : std::nullopt;
      if (!naming)
        continue;
      element.heading = i;
      element.spans.push_back(heading.section);
      take(element, heading.level <= first_level_ ? State::kSection : State::kSubsection,
           whole_heading(heading), naming->by);
      return;
    }
    std::vector<TextSpan> paragraphs;
    for (TextSpan paragraph : body_paragraphs()) {
      if (std::any_of(outer->spans.begin(), outer->spans.end(),
                      [&](TextSpan part) { return part.overlaps(paragraph); }))
        paragraphs.push_back(paragraph);
    }
    by_text(element, paragraphs);
  }

  void note_sharing(Element& element) const {
    if (element.heading == kNone || !element.definition->within.empty())
      return;
    element.shared = claims_[element.heading].size() > 1;
  }

  void note_nearest(Element& element) const {
    if (element.state > State::kMention)
      return;
    for (std::size_t i = 0; i < document_.outline().size(); ++i) {
      const Heading& heading = document_.outline()[i];
      if (first_match(element.definition->near, document_.indexed(), heading.text) == nullptr)
        continue;
      if (element.nearest == kNone || heading.level < document_.outline()[element.nearest].level)
        element.nearest = i;
    }
  }

  const Document& document_;
  std::span<const Definition> definitions_;
  const int first_level_;
  std::vector<std::vector<const Definition*>> claims_;  ///< per heading
  std::vector<bool> later_;                             ///< per heading: names the year to come
  std::vector<Element> result_;
};

}  // namespace

std::string_view name_of(State state) {
  return kStates[static_cast<std::size_t>(state)];
}

std::vector<Element> recognise(const document::Document& document,
                               std::span<const Definition> definitions) {
  return Recogniser(document, definitions).run();
}

}  // namespace plumbline::elements
