#pragma once

#include <cstdlib>
#include <string_view>

#include "engine/base/utf8.h"
#include "engine/readers/reader.h"

/// What every reader promises of its result, whatever the bytes were.
namespace plumbline::fuzz {

inline void require(bool holds) {
  if (!holds)
    std::abort();
}

inline bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    if (!c.valid)
      return false;
    at = c.end;
  }
  return true;
}

inline void check(const readers::Extraction& extraction) {
  require(is_utf8(extraction.raw));
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
  for (const Loss& loss : extraction.losses) {
    require(!loss.kind.empty() && is_utf8(loss.what));
  }
}

}  // namespace plumbline::fuzz
