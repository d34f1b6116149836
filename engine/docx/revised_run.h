#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/docx/names.h"
#include "engine/docx/run_text.h"

namespace plumbline::docx {

/// A stretch of one run's text and what is inserted behind it.
struct Cut {
  std::size_t begin = 0, end = 0;  ///< in RunText::text()
  std::string text;
};

/// The cut lies in texts that can be divided, at the borders of characters.
bool can_cut(const RunText& run, const Cut& cut);

/// How tracked changes are written in a part: its prefix, and the attributes of the next one.
struct TrackedMarks {
  WordPrefix word;
  std::function<std::string()> next;
};

/// The run [begin, end) of the part with its cuts as tracked changes; sorted, disjoint, possible.
std::string revised_run(std::string_view xml, const RunText& run, std::size_t begin,
                        std::size_t end, std::span<const Cut> cuts, const TrackedMarks& marks);

}  // namespace plumbline::docx
