#include "engine/readers/pdf_words.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "engine/base/code_points.h"

namespace plumbline::readers {
namespace {

constexpr double kFarthest = 1e6;  // points

double number_of(std::string_view tag, std::string_view name) {
  const std::size_t at = tag.find(name);
  double value = 0;
  if (at == std::string_view::npos) {
    return 0;
  }
  const char* begin = tag.data() + at + name.size();
  if (std::from_chars(begin, tag.data() + tag.size(), value).ec != std::errc()) {
    return 0;
  }
  return std::clamp(value, -kFarthest, kFarthest);
}

/// The five entities that the program writes.
std::string unescaped(std::string_view text) {
  constexpr std::pair<std::string_view, char> kEntities[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const auto* entity = std::ranges::find_if(
        kEntities, [&](const auto& known) { return text.substr(at).starts_with(known.first); });
    if (entity != std::end(kEntities)) {
      plain += entity->second;
      at += entity->first.size();
    } else {
      plain += text[at++];
    }
  }
  return plain;
}

/// A rotated page is told with the width and height that it has upright, its words with the places
/// that they are seen at.
void turn(LayoutPage& page) {
  const auto outside = [](const LayoutPage& one) {
    return std::ranges::count_if(one.words, [&](const LayoutWord& word) {
      return word.left > one.width || word.top > one.height;
    });
  };
  const auto before = outside(page);
  if (before > 0) {
    std::swap(page.width, page.height);
    if (outside(page) >= before) {
      std::swap(page.width, page.height);
    }
  }
}

}  // namespace

std::vector<LayoutPage> parse_pdf_words(std::string_view xhtml) {
  std::vector<LayoutPage> pages;
  for (std::size_t at = xhtml.find('<'); at != std::string_view::npos; at = xhtml.find('<', at)) {
    const std::size_t end = xhtml.find('>', at);
    if (end == std::string_view::npos) {
      break;
    }
    const std::string_view tag = xhtml.substr(at, end - at);
    at = end + 1;
    if (tag.starts_with("<page ")) {
      pages.push_back({number_of(tag, "width=\""), number_of(tag, "height=\""), {}});
    } else if (tag.starts_with("<word ") && !pages.empty()) {
      const std::size_t close = std::min(xhtml.find('<', at), xhtml.size());
      std::string text = unescaped(xhtml.substr(at, close - at));
      if (!utf8::first_invalid(text)) {
        pages.back().words.push_back({number_of(tag, "xMin=\""), number_of(tag, "yMin=\""),
                                      number_of(tag, "xMax=\""), number_of(tag, "yMax=\""),
                                      std::move(text)});
      }
    }
  }
  std::ranges::for_each(pages, turn);
  return pages;
}

}  // namespace plumbline::readers
