#include "engine/elements/later_year.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "engine/document/numerals.h"

namespace plumbline::elements {
namespace {

using document::Document;
using document::Heading;

struct Bracket {
  std::string_view open, close;
};
constexpr std::array<Bracket, 2> kBrackets = {{{"《", "》"}, {"(", ")"}}};

/// Words without what stands in brackets; one that never closes hides nothing.
std::string without_brackets(std::string_view words) {
  std::string result(words);
  for (const auto& [open, close] : kBrackets) {
    std::string kept;
    std::size_t from = 0;
    for (std::size_t at = result.find(open); at != std::string::npos;
         at = result.find(open, from)) {
      const std::size_t end = result.find(close, at);
      if (end == std::string::npos)
        break;
      kept.append(result, from, at - from);
      from = end + close.size();
    }
    kept.append(result, from);
    result = std::move(kept);
  }
  return result;
}

bool is_digit(char value) {
  return value >= '0' && value <= '9';
}

bool only_year(std::string_view words, int year) {
  const std::vector<int> years = years_in(words);
  return !years.empty() &&
         std::all_of(years.begin(), years.end(), [&](int one) { return one == year; });
}

}  // namespace

int first_level(const Document& document) {
  int level = 0;
  for (const Heading& heading : document.outline()) {
    if (heading.parent == document::kNone && (level == 0 || heading.level < level))
      level = heading.level;
  }
  return level;
}

std::vector<int> years_in(std::string_view heading) {
  const std::string kept = without_brackets(heading);
  const std::string_view words = kept;
  std::vector<int> years;
  for (std::size_t at = 0; at < words.size();) {
    const document::Number year = document::year_at(words.substr(at));
    const bool whole = (at == 0 || !is_digit(words[at - 1])) &&
                       (at + year.size >= words.size() || !is_digit(words[at + year.size]));
    if (year.size != 0 && whole)
      years.push_back(year.value);
    at += year.size != 0 ? year.size : 1;
  }
  return years;
}

std::vector<bool> headings_of_later_year(const Document& document,
                                         const std::vector<bool>& may_follow) {
  const auto outline = document.outline();
  std::vector<bool> later(outline.size(), false);
  const int year = document.facts().year();
  const int level = first_level(document);
  if (year == 0)
    return later;
  std::size_t first = 0;
  while (first < outline.size() && outline[first].level > level) ++first;
  for (std::size_t i = outline.size(); i > first + 1; --i) {
    const Heading& heading = outline[i - 1];
    if (heading.level > level)
      continue;
    if (only_year(document.text().view(heading.text), year + 1))
      later[i - 1] = true;
    else if (!may_follow[i - 1])
      break;
  }
  return later;
}

}  // namespace plumbline::elements
