#include "engine/docx/marks.h"

#include <algorithm>

#include "engine/docx/names.h"

namespace plumbline::docx {

Marks::Marks(std::string_view xml, const StoryMap& story, std::span<const PlacedRun> runs,
             std::string_view raw)
    : xml_(xml), story_(story), runs_(runs), places_(xml, story, runs, raw) {}

void Marks::add(RawSpan place, long id) {
  auto first = std::ranges::partition_point(
      runs_, [&](const PlacedRun& one) { return one.span.end <= place.begin; });
  if (first == runs_.end() && !runs_.empty())
    first = runs_.end() - 1;
  if (first == runs_.end()) {
    add_point(id);
    return;
  }
  auto last = std::ranges::partition_point(
      first, runs_.end(), [&](const PlacedRun& one) { return one.span.begin < place.end; });
  last = last == first ? first : last - 1;
  const std::size_t anchor = story_.runs[first->run].anchor;
  if (anchor == kNowhere) {
    add_point(id);
    return;
  }
  // A range stays in its table cell and in front of what has no place for a mark.
  const auto follows = [&](const PlacedRun& one) {
    const std::size_t other = story_.runs[one.run].anchor;
    return other != kNowhere && other >= anchor &&
           story_.anchors[other].cell == story_.anchors[anchor].cell;
  };
  while (last != first && !follows(*last)) --last;
  const auto inside = [](const PlacedRun& run, std::size_t at) {
    return std::clamp(at, run.span.begin, run.span.end) - run.span.begin;
  };
  const Anchor& begin = story_.anchors[story_.anchors[anchor].first];
  stop_in(*first, inside(*first, place.begin), begin.begin).begins.push_back(id);
  const Anchor& end = story_.anchors[story_.anchors[story_.runs[last->run].anchor].last];
  const std::size_t behind =
      place.end <= last->span.begin ? last->span.size() : inside(*last, place.end);
  stop_in(*last, behind, end.end).ends.push_back(id);
}

Marks::Stop* Marks::divide(const PlacedRun& run, std::size_t offset) {
  const std::size_t anchor = story_.runs[run.run].anchor;
  if (story_.anchors[anchor].run != run.run || story_.anchors[anchor].first != anchor)
    return nullptr;
  const std::optional<RunPosition> position = places_.find(run, offset);
  if (!position || position->offset == 0 || position->offset == position->text->text().size())
    return nullptr;
  const std::optional<RunSplit> split = position->text->split(position->offset);
  if (!split)
    return nullptr;
  if (split->preserve)
    attributes_[split->preserve->at] = split->preserve->text;
  Stop& one = stops_[split->at];
  one.split = *split;
  return &one;
}

Marks::Stop& Marks::stop_in(const PlacedRun& run, std::size_t offset, std::size_t edge) {
  Stop* divided = divide(run, offset);
  return divided != nullptr ? *divided : stops_[edge];
}

/// No run at all, or none near which a mark is legal: the end of the first paragraph.
void Marks::add_point(long id) {
  if (story_.paragraph_end == kNowhere)
    return;
  attributes_[story_.paragraph_end] += begin_mark(id) + end_mark(id);
}

std::string Marks::begin_mark(long id) const {
  const WordPrefix word(story_.prefix, story_.strict);
  return word.empty("commentRangeStart", word.attribute("id", std::to_string(id)));
}

std::string Marks::end_mark(long id) const {
  const WordPrefix word(story_.prefix, story_.strict);
  const std::string number = word.attribute("id", std::to_string(id));
  return word.empty("commentRangeEnd", number) +
         word.element("r", word.empty("commentReference", number));
}

std::string Marks::apply() const {
  std::map<std::size_t, std::string> inserted = attributes_;
  for (const auto& [at, stop] : stops_) {
    std::string marks = stop.split.before;
    for (const long id : stop.ends) marks += end_mark(id);
    for (const long id : stop.begins) marks += begin_mark(id);
    inserted[at] += marks + stop.split.behind;
  }
  std::string part;
  std::size_t from = 0;
  for (const auto& [at, text] : inserted) {
    part.append(xml_, from, at - from).append(text);
    from = at;
  }
  return part.append(xml_, from, std::string_view::npos);
}

}  // namespace plumbline::docx
