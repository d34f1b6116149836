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
                      {"trim ", words.trim},
                      {"label ", words.labels},
                      {"attachment ", words.attachments}};
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    for (const Row& row : rows) {
      if (line.starts_with(row.name)) {
        row.list.emplace_back(line.substr(row.name.size()));
      }
    }
    at = end + 1;
  }
  return words;
}

}  // namespace plumbline::readers
