#include "engine/checks/repair.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "engine/base/same_numbers.h"
#include "engine/base/utf8_bytes.h"
#include "engine/checks/characters.h"
#include "engine/text/text.h"

namespace plumbline::checks {
namespace {

std::size_t common_front(std::string_view one, std::string_view other) {
  std::size_t at = 0;
  while (at < one.size() && at < other.size()) {
    const std::size_t size = character_size(one[at]);
    if (one.substr(at, size) != other.substr(at, size))
      break;
    at += size;
  }
  return at;
}

std::size_t common_back(std::string_view one, std::string_view other) {
  std::size_t same = 0;
  const std::size_t most = std::min(one.size(), other.size());
  while (same < most && one[one.size() - same - 1] == other[other.size() - same - 1]) ++same;
  // Not inside a character.
  while (same > 0 && continues_character(one[one.size() - same])) --same;
  return same;
}

}  // namespace

std::vector<TextEdit> edits_to(std::string_view text, TextSpan at, std::string_view right) {
  const std::string_view words = text.substr(at.begin, at.size());
  const std::string folded = text::fold(right);
  if (words == folded)
    return {};
  const std::size_t front = common_front(words, right);
  const std::size_t back = common_back(words.substr(front), right.substr(front));
  return {{{at.begin + front, at.end - back},
           std::string(right.substr(front, right.size() - back - front))}};
}

Repair Repair::read(const rules::Node* fix, const std::string& right) {
  Repair repair;
  if (fix == nullptr)
    return repair;
  if (fix->is_scalar())
    repair.whole_ = right;
  for (const rules::Node::Entry& entry : fix->entries)
    repair.parts_.emplace_back(text::fold(entry.key), entry.value.scalar);
  std::ranges::stable_sort(repair.parts_, std::ranges::greater{},
                           [](const auto& part) { return part.first.size(); });
  return repair;
}

std::string Repair::apply(std::string_view words) const {
  if (!whole_.empty())
    return whole_;
  std::string result;
  for (std::size_t at = 0; at < words.size();) {
    const auto part = std::ranges::find_if(
        parts_, [&](const auto& one) { return words.substr(at).starts_with(one.first); });
    const bool found = part != parts_.end() && !part->first.empty();
    const std::size_t size = found ? part->first.size() : character_size(words[at]);
    result += found ? std::string_view(part->second) : words.substr(at, size);
    at += size;
  }
  return result;
}

std::vector<TextEdit> Repair::edits(std::string_view text, TextSpan at) const {
  if (whole_.empty() && parts_.empty())
    return {};
  const std::string_view words = text.substr(at.begin, at.size());
  const std::string right = apply(words);
  if (!same_numbers(words, right))
    return {};
  if (!whole_.empty())
    return edits_to(text, at, right);
  std::vector<TextEdit> edits;
  for (std::size_t i = at.begin; i < at.end;) {
    const auto part = std::ranges::find_if(parts_, [&](const auto& one) {
      return text.substr(i, at.end - i).starts_with(one.first) && !one.first.empty();
    });
    const std::size_t size = part == parts_.end() ? character_size(text[i]) : part->first.size();
    if (part != parts_.end())
      std::ranges::move(edits_to(text, {i, i + size}, part->second), std::back_inserter(edits));
    i += size;
  }
  return edits;
}

}  // namespace plumbline::checks
