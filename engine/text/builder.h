#pragma once

#include <string>
#include <vector>

#include "engine/readers/reader.h"
#include "engine/text/offset_map.h"
#include "engine/text/text.h"

namespace plumbline::text {

struct Built {
  std::string normal;
  std::vector<Paragraph> paragraphs;
  OffsetMap map;
};

/// Normalises the blocks of `extraction`, rejoins what is one paragraph and leaves furniture out,
/// which it adds to extraction.losses.
Built build_paragraphs(readers::Extraction& extraction);

}  // namespace plumbline::text
