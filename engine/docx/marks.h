#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/docx/run_places.h"
#include "engine/docx/run_text.h"
#include "engine/docx/story_map.h"
#include "plumbline/span.h"

namespace plumbline::docx {

/// Where the marks of comments go in one part. Comments have the ids `first_id`, `first_id`+1 …
class Marks {
 public:
  /// `runs` are places in `raw`, sorted. All arguments must outlive it.
  Marks(std::string_view xml, const StoryMap& story, std::span<const PlacedRun> runs,
        std::string_view raw);

  /// Marks `place` as the range of comment `id`: exact where a run can be divided, else whole runs.
  void add(RawSpan place, long id);
  /// The part with the marks. Only insertions: without them it is the part as it was.
  std::string apply() const;

 private:
  struct Stop {
    RunSplit split;  ///< empty texts: nothing is divided
    std::vector<long> ends, begins;
  };
  Stop* divide(const PlacedRun& run, std::size_t offset);
  /// Where a mark stands `offset` bytes into the run; at `edge` of it where it cannot be divided.
  Stop& stop_in(const PlacedRun& run, std::size_t offset, std::size_t edge);
  void add_point(long id);
  std::string begin_mark(long id) const;
  std::string end_mark(long id) const;

  std::string_view xml_;
  const StoryMap& story_;
  std::span<const PlacedRun> runs_;
  RunPlaces places_;
  std::map<std::size_t, Stop> stops_;              ///< by byte in the part
  std::map<std::size_t, std::string> attributes_;  ///< of tags, by byte
};

}  // namespace plumbline::docx
