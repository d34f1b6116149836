#include "engine/docx/run_places.h"

#include <algorithm>
#include <utility>

namespace plumbline::docx {
namespace {

bool is_blank(std::string_view line) {
  return std::ranges::all_of(line, [](char c) { return c == ' ' || c == '\t'; });
}

/// Where each of `words` begins in `text`, whose lines they are, in their order; blank lines may be
/// left out. Empty where they are not.
std::vector<std::size_t> align(std::string_view text, const std::vector<std::string_view>& words) {
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    if (begins.size() < words.size() && line == words[begins.size()])
      begins.push_back(at);
    else if (!is_blank(line))
      return {};
    at = end + 1;
  }
  return begins.size() == words.size() ? begins : std::vector<std::size_t>();
}

}  // namespace

RunPlaces::RunPlaces(std::string_view xml, const StoryMap& story, std::span<const PlacedRun> runs,
                     std::string_view raw)
    : xml_(xml), story_(story), runs_(runs), raw_(raw) {}

std::optional<RunPosition> RunPlaces::find(const PlacedRun& run, std::size_t offset) {
  if (run.elsewhere)
    return std::nullopt;
  const Lines& lines = lines_of(run);
  const auto begin = lines.begins.find(run.span.begin);
  if (begin == lines.begins.end())
    return std::nullopt;
  return RunPosition{&lines.text, begin->second + offset};
}

RunPlaces::Lines& RunPlaces::lines_of(const PlacedRun& run) {
  if (const auto known = lines_.find(run.run); known != lines_.end())
    return known->second;
  const RunPlace& place = story_.runs[run.run];
  Lines& lines =
      lines_.emplace(run.run, Lines{RunText(xml_, place.begin, place.end), {}}).first->second;
  const auto self = std::ranges::lower_bound(runs_, run.span, {}, &PlacedRun::span);
  const auto same = [&](const PlacedRun& one) { return one.run == run.run && !one.elsewhere; };
  auto first = self;
  while (first != runs_.begin() && same(*(first - 1))) --first;
  std::vector<std::string_view> words;
  for (auto one = first; one != runs_.end() && same(*one); ++one)
    words.push_back(raw_.substr(one->span.begin, one->span.size()));
  const std::vector<std::size_t> begins = align(lines.text.text(), words);
  for (std::size_t i = 0; i < begins.size(); ++i)
    lines.begins.emplace((first + static_cast<std::ptrdiff_t>(i))->span.begin, begins[i]);
  return lines;
}

}  // namespace plumbline::docx
