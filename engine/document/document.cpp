#include "engine/document/document.h"

#include <algorithm>
#include <utility>

#include "engine/document/draft.h"

namespace plumbline::document {

/// Runs the stages over one Draft and keeps what they found.
class Builder {
 public:
  static Document build(text::Text text, const Vocabulary& vocabulary, int report_year) {
    Document document;
    document.text_ = std::move(text);
    document.index_ = pattern::PairIndex(document.text_.view());
    Draft draft{.text = document.text_, .words = vocabulary};
    survey(draft);
    find_marked_headings(draft);
    read_metadata(draft);
    find_title(draft);
    find_unmarked_headings(draft);
    read_head(draft);
    read_tail(draft);
    build_outline(draft);
    document.facts_ = read_facts(draft);
    if (report_year != 0)
      document.facts_.report_year = given_year(report_year);
    document.lead_in_ = draft.lead_in;
    document.body_ = body_of(draft);
    document.roles_ = std::move(draft.roles);
    document.outline_ = std::move(draft.outline);
    return document;
  }

 private:
  static Fact given_year(int year) {
    return {.value = std::to_string(year), .normal = std::to_string(year), .source = "given"};
  }

  static TextSpan body_of(const Draft& draft) {
    const std::size_t first = std::min(draft.body_first, draft.first_heading);
    if (first >= draft.tail_first)
      return {0, 0};
    return {draft.lines[first].span.begin, draft.lines[draft.tail_first - 1].span.end};
  }
};

Document Document::build(text::Text text, const Vocabulary& vocabulary, int report_year) {
  return Builder::build(std::move(text), vocabulary, report_year);
}

std::size_t Document::heading_at(std::size_t offset) const {
  const auto after = std::upper_bound(
      outline_.begin(), outline_.end(), offset,
      [](std::size_t at, const Heading& heading) { return at < heading.section.begin; });
  if (after == outline_.begin())
    return kNone;
  auto index = static_cast<std::size_t>(after - outline_.begin()) - 1;
  while (index != kNone && offset >= outline_[index].section.end) index = outline_[index].parent;
  return index;
}

Location Document::locate(TextSpan span) const {
  Location location = text_.locate(text_.to_raw(span));
  for (std::size_t i = heading_at(span.begin); i != kNone; i = outline_[i].parent) {
    const Heading& heading = outline_[i];
    std::string mark = heading.mark.empty() ? heading.style : text_.display(heading.mark);
    location.section =
        location.section.empty() ? std::move(mark) : std::move(mark) + ">" + location.section;
  }
  return location;
}

}  // namespace plumbline::document
