#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/docx/annotate.h"
#include "engine/docx/package.h"

namespace plumbline::docx {

/// The comments of a package: where they stand and which numbers are taken.
struct CommentsPart {
  std::string name;   ///< "word/comments.xml"
  std::string xml;    ///< empty where the package has none yet
  long first_id = 0;  ///< lowest that is free
};

/// Finds the comments of the main part through its relationships. nullopt where that part cannot be
/// read or is not UTF-8.
std::optional<CommentsPart> find_comments(const Package& package, std::string_view main_part);

/// Puts the comments into the package, and where it had none the part, its type and its
/// relationship. False where the package is not as it must be.
bool put_comments(Package& package, std::string_view main_part, const CommentsPart& part,
                  std::span<const Comment> comments, bool strict);

/// UTF-8 without a byte order mark of another encoding.
bool is_utf8_part(std::string_view xml);

}  // namespace plumbline::docx
