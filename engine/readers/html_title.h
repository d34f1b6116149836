#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "engine/readers/html_content.h"
#include "engine/readers/html_lines.h"
#include "engine/readers/html_tree.h"

namespace plumbline::readers {

/// Where a page names its article outside of it. At most one of the two is there, and nothing where
/// the article begins with its title itself.
struct HtmlTitle {
  std::vector<std::size_t> lines;  ///< of the page, in order
  std::string told;                ///< by the page's head only
  int told_at = 0;                 ///< line in the file
};

/// What the article is called by title, og:title or ArticleTitle (the meta element of the
/// specification for government sites), found again among the lines in front of the article. Where
/// none of them is found, and no ArticleTitle, the heading in front of the article that is
/// greatest.
HtmlTitle find_html_title(const HtmlTree& tree, std::span<const HtmlLine> lines,
                          const HtmlRange& content);

}  // namespace plumbline::readers
