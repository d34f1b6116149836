#include "engine/base/quotes.h"

#include <cstddef>

namespace plumbline {
namespace {

constexpr std::string_view kOpen = "“", kClose = "”", kInnerOpen = "‘", kInnerClose = "’";
constexpr std::string_view kWideBlank = "\xe3\x80\x80";

bool is_quoted(std::string_view words) {
  return words.size() > kOpen.size() + kClose.size() && words.starts_with(kOpen) &&
         words.find(kClose) == words.size() - kClose.size();
}

std::size_t blank_size(std::string_view words) {
  if (words.starts_with(kWideBlank))
    return kWideBlank.size();
  return !words.empty() &&
                 (words[0] == ' ' || words[0] == '\t' || words[0] == '\n' || words[0] == '\r')
             ? 1
             : 0;
}

bool is_latin(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

std::string inside_quotes(std::string_view words) {
  if (is_quoted(words))
    words = words.substr(kOpen.size(), words.size() - kOpen.size() - kClose.size());
  std::string result;
  for (std::size_t at = 0; at < words.size();) {
    const std::string_view rest = words.substr(at);
    const bool open = rest.starts_with(kOpen), close = rest.starts_with(kClose);
    if (open || close)
      result += open ? kInnerOpen : kInnerClose;
    else
      result += rest[0];
    at += open || close ? kOpen.size() : 1;
  }
  return result;
}

std::string unwrapped(std::string_view words) {
  std::string result;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t end = at;
    while (const std::size_t size = blank_size(words.substr(end))) end += size;
    const std::string_view gap = words.substr(at, end - at);
    if (gap.empty()) {
      result += words[at++];
      continue;
    }
    const bool wrap = gap.find('\n') != std::string_view::npos;
    if (!wrap)
      result += gap;
    else if (!result.empty() && end < words.size() && is_latin(result.back()) &&
             is_latin(words[end]))
      result += ' ';
    at = end;
  }
  return result;
}

}  // namespace plumbline
