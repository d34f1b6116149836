#include "engine/base/edit_distance.h"

#include <algorithm>
#include <vector>

#include "engine/base/code_points.h"
#include "engine/base/messages.h"

namespace plumbline {
namespace {

// Words beyond this are never compared: no name in a pack is that long, and time is quadratic.
constexpr std::size_t kLongestWord = 100;

std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        now[j] = std::min(now[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::u32string left = utf8::decode(a);
  const std::u32string right = utf8::decode(b);
  const std::size_t gap =
      left.size() > right.size() ? left.size() - right.size() : right.size() - left.size();
  if (gap > limit || std::max(left.size(), right.size()) > kLongestWord)
    return limit + 1;
  return std::min(distance(left, right), limit + 1);
}

std::string nearest(std::string_view word, std::span<const std::string> candidates) {
  const std::size_t limit = std::max<std::size_t>(1, utf8::length(word) / 3);
  std::size_t best = limit + 1;
  std::string found;
  for (const std::string& candidate : candidates) {
    const std::size_t here = edit_distance(word, candidate, limit);
    // A word of one letter is one replacement away from every other one.
    if (here > 0 && here < best && here < utf8::length(candidate)) {
      best = here;
      found = candidate;
    }
  }
  return found;
}

Message did_you_mean(std::string_view word, std::span<const std::string> candidates) {
  const std::string found = nearest(word, candidates);
  return found.empty() ? Message() : Message(words::kDidYouMean, {found});
}

}  // namespace plumbline
