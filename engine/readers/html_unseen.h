#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/readers/html_tree.h"

namespace plumbline::readers {

/// What a page holds beside the words that its reader sees.
struct HtmlUnseen {
  long letters = 0;                ///< texts without size or colour
  long deleted = 0;                ///< del elements: tracked changes that Word saved
  long glosses = 0;                ///< pronunciations over characters
  bool shown_again = false;        ///< styles hide most sentences: the page's script shows them
  std::vector<std::size_t> white;  ///< texts in white on no ground of their own
};

/// Marks as hidden what the page's styles make invisible (off the screen, no size, clear, of a
/// class that its own style element hides) and what del and rt elements hold. Where styles would
/// hide half of the sentences that are left, they hide nothing. Linear.
HtmlUnseen hide_unseen(HtmlTree& tree);

/// What to say of that: kinds of losses and words. White texts count in nodes [begin, end) only.
std::vector<std::pair<std::string_view, std::string>> unseen_words(const HtmlTree& tree,
                                                                   const HtmlUnseen& unseen,
                                                                   std::size_t begin,
                                                                   std::size_t end);

}  // namespace plumbline::readers
