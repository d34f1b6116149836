#include "engine/roster/attendance.h"

#include <algorithm>
#include <string_view>

namespace plumbline::roster {
namespace {

constexpr std::string_view kBetweenIssuers = "、";

std::vector<std::string> issuers_of(const DocumentReport& document) {
  std::vector<std::string> names;
  if (!document.facts.issuer)
    return names;
  const std::string all = comparable(document.facts.issuer->value);
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find(kBetweenIssuers, begin), all.size());
    names.push_back(all.substr(begin, end - begin));
    begin = end + kBetweenIssuers.size();
  }
  return names;
}

}  // namespace

Attendance::Attendance(const Roster& roster) {
  for (const Unit& unit : roster) {
    names_.push_back({comparable(unit.name), units_.size()});
    for (const std::string& name : unit.other_names)
      names_.push_back({comparable(name), units_.size()});
    units_.push_back({.name = unit.name, .kind = unit.kind, .paths = {}, .checked = 0});
  }
  std::ranges::stable_sort(names_, std::ranges::greater(),
                           [](const Name& name) { return name.words.size(); });
}

std::vector<std::size_t> Attendance::owners(const DocumentReport& document) const {
  std::vector<std::size_t> found;
  for (const std::string& issuer : issuers_of(document)) {
    const auto name = std::ranges::find(names_, issuer, &Name::words);
    if (name != names_.end())
      found.push_back(name->unit);
  }
  if (!found.empty())
    return found;
  const std::string path = comparable(document.path);
  for (const Name& name : names_) {
    if (path.find(name.words) != std::string::npos)
      return {name.unit};
  }
  return {};
}

void Attendance::add(const DocumentReport& document) {
  const bool checked = document.status == DocumentStatus::kChecked;
  const std::vector<std::size_t> found = owners(document);
  for (const std::size_t unit : found) {
    units_[unit].paths.push_back(document.path);
    units_[unit].checked += checked ? 1 : 0;
  }
  if (found.empty() && checked)
    strangers_.push_back(document.path);
}

}  // namespace plumbline::roster
