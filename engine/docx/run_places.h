#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
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

/// A character inside a run.
struct RunPosition {
  const RunText* text = nullptr;
  std::size_t offset = 0;  ///< in text->text()
};

/// The way from the text of a document into the texts of its runs. A run with line ends has a
/// PlacedRun for each of its lines.
class RunPlaces {
 public:
  /// `runs` are places in `raw`, sorted. All arguments must outlive it.
  RunPlaces(std::string_view xml, const StoryMap& story, std::span<const PlacedRun> runs,
            std::string_view raw);

  /// `run` is one of `runs`. nullopt where the run as it is written does not show exactly the words
  /// that were read from it. Linear in the run the first time.
  std::optional<RunPosition> find(const PlacedRun& run, std::size_t offset);

 private:
  struct Lines {
    RunText text;
    std::map<std::size_t, std::size_t> begins;  ///< of raw → offset in the run; empty: none
  };
  Lines& lines_of(const PlacedRun& run);

  std::string_view xml_;
  const StoryMap& story_;
  std::span<const PlacedRun> runs_;
  std::string_view raw_;
  std::map<std::size_t, Lines> lines_;  ///< by run
};

}  // namespace plumbline::docx
