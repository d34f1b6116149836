#pragma once

#include <string_view>
#include <vector>

#include "plumbline/span.h"

namespace plumbline::readers {

struct Inline {
  std::vector<RawSpan> pieces;  ///< the text between the marks, in order, none empty
  int pictures = 0;
  int comments = 0;
};

/// Takes the marks out of a stretch of one Markdown line: * and ** in pairs, `code`, [text](link),
/// pictures, tags and comments, backslashes before marks, blank entities. A lone * or _ is text: it
/// may stand for a number that was never filled in. Linear.
Inline strip_marks(std::string_view raw, RawSpan line);

}  // namespace plumbline::readers
