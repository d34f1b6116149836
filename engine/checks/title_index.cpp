#include "engine/checks/title_index.h"

#include <algorithm>
#include <utility>

#include "engine/base/edit_distance.h"
#include "engine/base/utf8.h"
#include "engine/checks/characters.h"

namespace plumbline::checks {
namespace {

constexpr std::size_t kFront = 2, kBackLeast = 3,
                      kBack = 5;                   // code points that pick the titles to compare
constexpr std::size_t kLong = 12, kVeryLong = 16;  // code points of a catalogue title

std::string front_of(std::string_view base) {
  const std::vector<std::string_view> all = characters(base);
  std::string front;
  for (std::size_t i = 0; i < std::min(kFront, all.size()); ++i) front += all[i];
  return front;
}

/// Only titles of one length are sought by their back, so its size may depend on the length.
std::string back_of(std::string_view base) {
  const std::vector<std::string_view> all = characters(base);
  const std::size_t size =
      std::clamp(all.size(), kBackLeast + kFront + 1, kBack + kFront + 1) - kFront - 1;
  std::string back;
  for (std::size_t i = all.size() - std::min(size, all.size()); i < all.size(); ++i) back += all[i];
  return back;
}

struct Lengths {
  std::size_t written = 0, entry = 0;
};

/// How many slips a title of this length may hold and still be meant. Words put in or left out are
/// forgiven sooner than words replaced, which make another document (工程质量 and 工程造价).
std::size_t allowed(Lengths length) {
  if (length.entry >= kVeryLong)
    return 3;
  const bool same = length.written == length.entry;
  return length.entry >= kLong && !same ? 2 : 1;
}

}  // namespace

TitleIndex::TitleIndex(std::vector<std::string> closing, std::size_t least)
    : closing_(std::move(closing)), least_(least) {
  std::ranges::sort(closing_,
                    [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
}

void TitleIndex::add(CatalogueEntry entry) {
  const std::size_t index = entries_.size();
  const std::string& base = entry.name.base;
  by_base_[base].push_back(index);
  by_front_[front_of(base)].push_back(index);
  by_back_[back_of(base)].push_back(index);
  entries_.push_back(std::move(entry));
}

std::vector<const CatalogueEntry*> TitleIndex::named(std::string_view base) const {
  std::vector<const CatalogueEntry*> result;
  if (const auto found = by_base_.find(std::string(base)); found != by_base_.end()) {
    for (const std::size_t index : found->second) result.push_back(&entries_[index]);
  }
  return result;
}

std::string TitleIndex::closing_of(std::string_view base) const {
  for (const std::string& word : closing_) {
    if (base.ends_with(word))
      return word;
  }
  return {};
}

const CatalogueEntry* TitleIndex::otherwise_closed(std::string_view base) const {
  const std::string closing = closing_of(base);
  const std::string stem(base.substr(0, base.size() - closing.size()));
  if (closing.empty() || stem.empty())
    return nullptr;
  const CatalogueEntry* found = nullptr;
  for (const std::string& other : closing_) {
    const std::vector<const CatalogueEntry*> entries = named(stem + other);
    if (other == closing || entries.empty())
      continue;
    if (found != nullptr)
      return nullptr;
    found = entries.front();
  }
  return found;
}

const CatalogueEntry* TitleIndex::meant_by(std::string_view base, std::size_t least) const {
  const std::string closing = closing_of(base);
  const std::size_t written = count_code_points(base);
  if (closing.empty() || written < least)
    return nullptr;
  const CatalogueEntry* best = nullptr;
  std::size_t best_distance = 0;
  bool alone = true;
  const auto compare = [&](const CatalogueEntry& entry, bool same_length_only) {
    const std::size_t length = count_code_points(entry.name.base);
    if (length < least || closing_of(entry.name.base) != closing ||
        (same_length_only && length != written) ||
        (best != nullptr && best->name.base == entry.name.base))
      return;
    const std::size_t limit = entry.slack > 0 ? entry.slack : allowed({written, length});
    const std::size_t distance = edit_distance(base, entry.name.base, limit);
    if (distance == 0 || distance > limit || (best != nullptr && distance > best_distance))
      return;
    alone = best == nullptr || distance < best_distance;
    best = &entry;
    best_distance = distance;
  };
  const auto search = [&](const Buckets& buckets, const std::string& key, bool same_length_only) {
    if (const auto found = buckets.find(key); found != buckets.end()) {
      for (const std::size_t index : found->second) compare(entries_[index], same_length_only);
    }
  };
  search(by_front_, front_of(base), false);
  if (best == nullptr)
    search(by_back_, back_of(base), true);
  return alone ? best : nullptr;
}

}  // namespace plumbline::checks
