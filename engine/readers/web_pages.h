#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumbline::readers {

/// Words and selectors of government web pages, from data/web_pages.txt.
struct WebPageWords {
  std::vector<std::string> containers;  ///< "#id" or ".class", best first
  /// Comments that hold these words stand around the article.
  struct Marker {
    std::string begin, end;
  };
  std::vector<Marker> markers;
  std::vector<std::string> faded;        ///< shown by the page's script though written as hidden
  std::vector<std::string> trim;         ///< marks a line at the article's edge as furniture
  std::vector<std::string> labels;       ///< begins a line of metadata
  std::vector<std::string> attachments;  ///< ends of addresses, lower case
  std::vector<std::string> metadata;     ///< names of meta elements, lower case
};
WebPageWords parse_web_page_words(std::string_view text);

/// The file as it was built in.
extern const std::string_view kWebPageData;

}  // namespace plumbline::readers
