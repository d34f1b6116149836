#include "engine/readers/page_list.h"

namespace plumbline::readers {

std::string page_list(const std::vector<int>& pages) {
  std::string list;
  for (std::size_t i = 0; i < pages.size();) {
    std::size_t last = i;
    while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) {
      ++last;
    }
    list += list.empty() ? "" : "、";
    list += std::to_string(pages[i]);
    if (last > i) {
      list += "–" + std::to_string(pages[last]);
    }
    i = last + 1;
  }
  return list;
}

}  // namespace plumbline::readers
