#include "engine/readers/web_pages.h"

#include <algorithm>

namespace plumbline::readers {

WebPageWords parse_web_page_words(std::string_view text) {
  WebPageWords words;
  struct Row {
    std::string_view name;
    std::vector<std::string>& list;
  };
  const Row rows[] = {{"container ", words.containers},
                      {"faded ", words.faded},
                      {"trim ", words.trim},
                      {"label ", words.labels},
                      {"attachment ", words.attachments},
                      {"metadata ", words.metadata}};
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    for (const Row& row : rows) {
      if (line.starts_with(row.name)) {
        row.list.emplace_back(line.substr(row.name.size()));
      }
    }
    constexpr std::string_view kMarker = "marker ";
    const std::size_t gap = line.rfind(' ');
    if (line.starts_with(kMarker) && gap > kMarker.size()) {
      words.markers.push_back({std::string(line.substr(kMarker.size(), gap - kMarker.size())),
                               std::string(line.substr(gap + 1))});
    }
    at = end + 1;
  }
  return words;
}

}  // namespace plumbline::readers
