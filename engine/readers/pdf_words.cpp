#include "engine/readers/pdf_words.h"

#include <algorithm>
#include <utility>

#include "engine/base/code_points.h"
#include "engine/readers/measure.h"

namespace plumbline::readers {
namespace {

double number_behind(std::string_view tag, std::string_view name) {
  const std::size_t at = tag.find(name);
  return at == std::string_view::npos ? 0 : number_of(tag.substr(at + name.size()));
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
      pages.push_back({number_behind(tag, "width=\""), number_behind(tag, "height=\""), {}});
    } else if (tag.starts_with("<word ") && !pages.empty()) {
      const std::size_t close = std::min(xhtml.find('<', at), xhtml.size());
      std::string text = unescaped(xhtml.substr(at, close - at));
      if (!utf8::first_invalid(text)) {
        pages.back().words.push_back({number_behind(tag, "xMin=\""), number_behind(tag, "yMin=\""),
                                      number_behind(tag, "xMax=\""), number_behind(tag, "yMax=\""),
                                      std::move(text)});
      }
    }
  }
  std::ranges::for_each(pages, turn);
  return pages;
}

}  // namespace plumbline::readers
