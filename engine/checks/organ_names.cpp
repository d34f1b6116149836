#include "engine/checks/organ_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "engine/checks/characters.h"

namespace plumbline::checks {
namespace {

constexpr std::string_view kBetween = "、";

bool is_optional(std::string_view character, const OrganNames& names) {
  return std::find(names.optional.begin(), names.optional.end(), character) != names.optional.end();
}

/// Walks both names from the end; true when the shorter one is used up.
bool ends_agree(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b,
                const OrganNames& names) {
  std::size_t i = a.size();
  std::size_t j = b.size();
  while (i > 0 && j > 0) {
    if (a[i - 1] == b[j - 1]) {
      --i;
      --j;
      continue;
    }
    const bool skip_a = is_optional(a[i - 1], names);
    const bool skip_b = is_optional(b[j - 1], names);
    if (skip_a == skip_b)  // two different levels, or two different words
      return false;
    skip_a ? --i : --j;
  }
  return true;
}

/// Characters that two names share in front.
std::size_t common_front(const std::vector<std::string_view>& a,
                         const std::vector<std::string_view>& b) {
  const auto [end, other] = std::ranges::mismatch(a, b);
  return static_cast<std::size_t>(end - a.begin());
}

bool in_order(const std::vector<std::string_view>& shorter,
              const std::vector<std::string_view>& longer) {
  auto from = longer.begin();
  for (const std::string_view character : shorter) {
    from = std::find(from, longer.end(), character);
    if (from == longer.end())
      return false;
    ++from;
  }
  return true;
}

std::string without_words(std::string_view name, const std::vector<std::string>& words) {
  std::string result(name);
  for (const std::string& word : words) {
    for (std::size_t at = result.find(word); at != std::string::npos; at = result.find(word, at))
      result.erase(at, word.size());
  }
  return result;
}

/// Without what stands in brackets at the end: 农业农村局（乡村振兴局） is one organ with two
/// names.
std::string_view without_other_name(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kBrackets{
      {{"（", "）"}, {"(", ")"}}};
  for (const auto& [open, close] : kBrackets) {
    const std::size_t at = name.rfind(open);
    if (name.ends_with(close) && at != name.npos && at > 0)
      return name.substr(0, at);
  }
  return name;
}

bool answered(const std::string& name, const std::vector<std::string>& others,
              const OrganNames& names) {
  return std::any_of(others.begin(), others.end(),
                     [&](const std::string& other) { return same_organ(name, other, names); });
}

}  // namespace

std::string full_name(std::string_view name, const OrganNames& names) {
  for (const std::string& prefix : names.prefixes) {
    if (name.starts_with(prefix) && name.size() > prefix.size())
      name.remove_prefix(prefix.size());
  }
  const std::string bare = without_words(without_other_name(name), names.optional_words);
  name = bare;
  const std::pair<std::string, std::string>* best = nullptr;
  for (const auto& ending : names.endings) {
    if (name.ends_with(ending.first) && (!best || ending.first.size() > best->first.size()))
      best = &ending;
  }
  if (!best)
    return std::string(name);
  return std::string(name.substr(0, name.size() - best->first.size())) + best->second;
}

bool same_organ(std::string_view a, std::string_view b, const OrganNames& names) {
  const std::string full_a = full_name(a, names);
  const std::string full_b = full_name(b, names);
  if (full_a.empty() || full_b.empty())
    return false;
  return full_a == full_b || ends_agree(characters(full_a), characters(full_b), names);
}

bool shortened(std::string_view a, std::string_view b, const OrganNames& names) {
  constexpr std::size_t kPlace = 2;
  // As they stand: the full form of one ending need not be that of a longer one.
  std::vector<std::string_view> shorter = characters(a), longer = characters(b);
  if (shorter.size() > longer.size())
    std::swap(shorter, longer);
  if (shorter.empty() || shorter.back() != longer.back() ||
      std::ranges::count(shorter, shorter.back()) != std::ranges::count(longer, longer.back()))
    return false;  // 生态环境局 and its 分局
  if (is_optional(shorter.front(), names))
    longer.erase(longer.begin(), std::ranges::find(longer, shorter.front()));
  const std::size_t front = common_front(shorter, longer);
  const bool placed = front >= kPlace || (front == 1 && is_optional(shorter.front(), names));
  return placed && in_order(shorter, longer);
}

std::vector<std::string> organs_in(std::string_view joined) {
  std::vector<std::string> all;
  while (!joined.empty()) {
    const std::size_t end = std::min(joined.find(kBetween), joined.size());
    if (end > 0)
      all.emplace_back(joined.substr(0, end));
    joined.remove_prefix(std::min(end + kBetween.size(), joined.size()));
  }
  return all;
}

std::vector<std::string> strangers(const std::vector<std::string>& left,
                                   const std::vector<std::string>& right, const OrganNames& names) {
  std::vector<std::string> unanswered;
  for (const std::string& name : right) {
    if (!answered(name, left, names))
      unanswered.push_back(name);
  }
  const bool left_all_answered =
      std::all_of(left.begin(), left.end(),
                  [&](const std::string& name) { return answered(name, right, names); });
  if (left_all_answered)
    unanswered.clear();
  return unanswered;
}

}  // namespace plumbline::checks
