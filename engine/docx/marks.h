#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/docx/run_text.h"
#include "engine/docx/story_map.h"
#include "plumbline/span.h"

namespace plumbline::docx {

/// A run of the main part and the bytes of the text that came from it.
struct PlacedRun {
  RawSpan span;
  std::size_t run = kNowhere;  ///< index into StoryMap::runs of the main part
  bool elsewhere = false;      ///< the text is in another part: the mark stands for it, undivided
};

/// Where the marks of comments go in one part. Comments have the ids `first_id`, `first_id`+1 …
class Marks {
 public:
  /// `runs` sorted by span. All arguments must outlive it.
  Marks(std::string_view xml, const StoryMap& story, std::span<const PlacedRun> runs);

  /// Marks `place` as the range of comment `id`: exact where a run can be divided, else whole runs.
  void add(RawSpan place, long id);
  /// The part with the marks. Only insertions: without them it is the part as it was.
  std::string apply() const;

 private:
  struct Stop {
    RunSplit split;  ///< empty texts: nothing is divided
    std::vector<long> ends, begins;
  };
  const RunText& text_of(std::size_t run);
  Stop* divide(const PlacedRun& run, std::size_t offset);
  /// Where a mark stands `offset` bytes into the run; at `edge` of it where it cannot be divided.
  Stop& stop_in(const PlacedRun& run, std::size_t offset, std::size_t edge);
  void add_point(long id);
  std::string begin_mark(long id) const;
  std::string end_mark(long id) const;

  std::string_view xml_;
  const StoryMap& story_;
  std::span<const PlacedRun> runs_;
  std::map<std::size_t, Stop> stops_;              ///< by byte in the part
  std::map<std::size_t, std::string> attributes_;  ///< of tags, by byte
  std::map<std::size_t, RunText> texts_;
};

}  // namespace plumbline::docx
