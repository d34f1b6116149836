#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/docx/marks.h"

namespace plumbline::docx {

inline constexpr std::string_view kPlainBody = "word/document.xml";

/// A docx that shows a text and nothing else: A4, body type of official documents.
struct PlainDocument {
  std::vector<std::pair<std::string, std::string>> parts;  ///< name and bytes, in their order
  std::string body;                                        ///< the main part
  std::vector<PlacedRun> runs;                             ///< one run a line of the text
};

/// Linear. Characters that XML does not know become U+FFFD.
PlainDocument plain_document(std::string_view text);

}  // namespace plumbline::docx
