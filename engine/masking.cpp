#include "engine/masking.h"

#include <algorithm>

namespace plumbline {
namespace {

constexpr std::size_t kShownBefore = 3;
constexpr std::size_t kShownAfter = 2;

/// Most words hold no number that long and need no search.
bool may_hold_data(std::string_view words) {
  std::size_t digits = 0;
  for (const char c : words) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits > kShownBefore)
      return true;
  }
  return false;
}

}  // namespace

std::vector<TextSpan> Masking::starred(TextSpan within) const {
  std::vector<TextSpan> result;
  for (TextSpan span : spans_) {
    if (span.size() <= kShownBefore + kShownAfter || !span.overlaps(within))
      continue;
    result.push_back({std::max(span.begin + kShownBefore, within.begin),
                      std::min(span.end - kShownAfter, within.end)});
  }
  std::sort(result.begin(), result.end());
  return result;
}

// Personal data is ASCII in normal form, so one normalised byte is one character.
std::string Masking::normal(const document::Document& document, TextSpan span) const {
  std::string result(document.text().view(span));
  for (TextSpan star : starred(span)) {
    for (std::size_t i = star.begin; i < star.end; ++i) result[i - span.begin] = '*';
  }
  return result;
}

std::string Masking::raw(const document::Document& document, TextSpan span) const {
  const text::Text& text = document.text();
  const RawSpan whole = text.to_raw(span);
  std::string result;
  std::size_t from = whole.begin;
  for (TextSpan star : starred(span)) {
    for (std::size_t i = star.begin; i < star.end; ++i) {
      const RawSpan character = text.to_raw({i, i + 1});
      if (character.begin < from)
        continue;
      result += text.raw({from, character.begin});
      result += '*';
      from = character.end;
    }
  }
  result += text.raw({from, std::max(from, whole.end)});
  return result;
}

std::string Masking::in_words(const document::Document& document, std::string words) const {
  if (spans_.empty() || !may_hold_data(words))
    return words;
  for (TextSpan span : spans_) {
    const std::string_view data = document.text().view(span);
    if (data.size() <= kShownBefore + kShownAfter)
      continue;
    for (std::size_t at = words.find(data); at != std::string::npos; at = words.find(data, at))
      words.replace(at, data.size(), normal(document, span));
  }
  return words;
}

std::vector<RawSpan> Masking::raw_spans(const document::Document& document) const {
  const text::Text& text = document.text();
  std::vector<RawSpan> result;
  for (TextSpan star : starred({0, text.view().size()})) {
    for (std::size_t i = star.begin; i < star.end; ++i) {
      const RawSpan character = text.to_raw({i, i + 1});
      if (result.empty() || character.begin >= result.back().end)
        result.push_back(character);
    }
  }
  return result;
}

std::string Masking::display(const document::Document& document, TextSpan span) const {
  return starred(span).empty() ? document.text().display(span) : normal(document, span);
}

}  // namespace plumbline
