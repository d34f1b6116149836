#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/reader.h"

/// Word comments in a copy of a document. Nothing of the document is taken away or written anew:
/// marks are put between its bytes (ECMA-376 part 1, 17.13.4), parts that need none are copied
/// unopened.
namespace plumbline::docx {

struct Comment {
  RawSpan place;  ///< bytes of Extraction::raw; empty: the whole line there
  std::vector<std::string> lines;
};

struct Copy {
  std::string bytes;    ///< empty where none could be made
  std::string problem;  ///< Chinese, why there is none and what to do
};

struct Guards {
  bool is_signed = false;        ///< digitally: no copy with comments can keep that
  bool is_protected = false;     ///< no editing, or only some; its copy keeps that
  bool forbids_changes = false;  ///< protected, and not even tracked changes are allowed
};
Guards guards_of(std::string_view bytes);

/// A copy of the docx with one comment for each of `comments`, at its words. What stands where no
/// comment may (headers, deleted text) gets it at the nearest place of the body. The copy is read
/// again before it is given away. Never throws for bad bytes. Thread-safe.
Copy annotate(std::string_view bytes, std::span<const Comment> comments,
              const readers::Limits& limits);

/// A new docx of `text`, one paragraph a line, with the comments; places are bytes of `text`.
Copy annotate_text(std::string_view text, std::span<const Comment> comments);

}  // namespace plumbline::docx
