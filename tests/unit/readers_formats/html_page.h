#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "engine/readers/html.h"

namespace plumbline::readers::pages {

/// What was read, a block a line.
inline std::string dump(const Extraction& extraction) {
  std::string text;
  for (const Block& block : extraction.blocks) {
    text += text.empty() ? "" : "\n";
    text += block.kind == BlockKind::kCell ? "cell: " : "";
    text += extraction.raw.substr(block.span.begin, block.span.size());
  }
  return text;
}

inline std::string page(std::string_view body, std::string_view title = "") {
  return "<!DOCTYPE html><html><head><title>" + std::string(title) + "</title></head><body>" +
         std::string(body) + "</body></html>";
}
inline std::string text_of(std::string_view body, std::string_view title = "") {
  return dump(read_html(page(body, title), {}));
}

inline std::string repeated(std::string_view text, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) {
    all += text;
  }
  return all;
}

inline constexpr std::string_view kBody = "<p>　　全县推进依法行政。</p><p>　　工作有成效。</p>";
inline constexpr std::string_view kRead = "　　全县推进依法行政。\n　　工作有成效。";

}  // namespace plumbline::readers::pages
