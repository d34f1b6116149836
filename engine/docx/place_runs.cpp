#include "engine/docx/place_runs.h"

#include <map>

namespace plumbline::docx {

std::vector<PlacedRun> place_runs(const readers::DocxReading& reading, const Package& package,
                                  const StoryMap& body) {
  std::map<std::size_t, StoryMap> others;
  std::vector<PlacedRun> placed;
  for (const readers::DocxRunSpan& run : reading.runs) {
    if (run.part == 0) {
      if (run.run < body.runs.size())
        placed.push_back({run.span, run.run, false});
      continue;
    }
    auto [story, is_new] = others.try_emplace(run.part);
    if (is_new)
      story->second = map_story(package.read(reading.parts[run.part]).value_or(""));
    std::size_t host = body.runs.empty() ? kNowhere : 0;
    const std::vector<RunPlace>& runs = story->second.runs;
    if (run.run < runs.size() && runs[run.run].note != kNowhere) {
      const auto note = body.note_runs.find(story->second.notes[runs[run.run].note]);
      host = note == body.note_runs.end() ? host : note->second;
    }
    if (host != kNowhere)
      placed.push_back({run.span, host, true});
  }
  return placed;
}

}  // namespace plumbline::docx
