#pragma once

#include <cstdlib>
#include <string_view>

#include "engine/base/code_points.h"
#include "engine/readers/reader.h"

/// What every reader promises of its result, whatever the bytes were.
namespace plumbline::fuzz {

inline void require(bool holds) {
  if (!holds)
    std::abort();
}

inline void check(const readers::Extraction& extraction) {
  require(utf8::is_valid(extraction.raw));
  const bool read =
      extraction.outcome == ReadOutcome::kOk || extraction.outcome == ReadOutcome::kOkWithLosses;
  require(read || !extraction.message.empty());
  require(read || extraction.blocks.empty() || !extraction.raw.empty());
  std::size_t last = 0;
  for (const readers::Block& block : extraction.blocks) {
    require(last <= block.span.begin && block.span.begin <= block.span.end);
    last = block.span.end;
  }
  require(last <= extraction.raw.size());
  last = 0;
  for (const readers::PlacedWord& word : extraction.words) {
    require(last <= word.span.begin && word.span.begin < word.span.end);
    require(0 <= word.box.left && word.box.left <= word.box.right && 0 <= word.box.top &&
            word.box.top <= word.box.bottom && word.box.page > 0);
    last = word.span.end;
  }
  require(last <= extraction.raw.size());
  for (const Loss& loss : extraction.losses) {
    require(!loss.kind.empty() && utf8::is_valid(loss.what));
  }
}

}  // namespace plumbline::fuzz
