#pragma once

#include <span>

#include "engine/readers/html_lines.h"
#include "engine/readers/html_tree.h"
#include "engine/readers/web_pages.h"

namespace plumbline::readers {

/// Nodes [begin, end) that hold the article of a page.
struct HtmlRange {
  std::size_t begin = 0, end = 0;
  bool holds(std::size_t node) const { return begin <= node && node < end; }
};

/// The first known container that holds a fifth of the text; else what stands between comments that
/// mark an article; else the deepest element that holds
/// nearly all ends of sentences outside links; the whole page where that would lose half of them.
HtmlRange find_content(const HtmlTree& tree, std::span<const HtmlLine> lines,
                       const WebPageWords& words);

/// Shows those elements that the page's own script would show.
void show_faded(HtmlTree& tree, const WebPageWords& words);

}  // namespace plumbline::readers
