#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "engine/readers/html_tree.h"

namespace plumbline::readers {

/// The number that an ordered list puts in front of each of its items, by the item's node, as a
/// browser writes it ("3. ", "三、"): counters as HTML 4.4.5 (start, value, reversed), signs as CSS
/// Counter Styles 3 by the type attribute or the style attribute of the list or the item. Items of
/// other lists, and of those whose style shows no number, have none. Style elements and sheets
/// outside of the page are not asked. Linear.
std::map<std::size_t, std::string> html_list_numbers(const HtmlTree& tree);

}  // namespace plumbline::readers
