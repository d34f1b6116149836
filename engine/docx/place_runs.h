#pragma once

#include <vector>

#include "engine/docx/package.h"
#include "engine/docx/run_places.h"
#include "engine/docx/story_map.h"
#include "engine/readers/docx.h"

namespace plumbline::docx {

/// Runs of the main part, with those of notes standing at their references and those of headers
/// and footers at the first run.
std::vector<PlacedRun> place_runs(const readers::DocxReading& reading, const Package& package,
                                  const StoryMap& body);

}  // namespace plumbline::docx
