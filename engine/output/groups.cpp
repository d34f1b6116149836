#include "engine/output/groups.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

namespace plumbline::output {

std::vector<Group> grouped(const std::vector<Finding>& findings) {
  using Key = std::tuple<std::string_view, Severity, bool, std::string_view, std::string_view,
                         std::string_view>;
  std::map<Key, std::size_t> seen;
  std::vector<Group> groups;
  for (const Finding& finding : findings) {
    const Key key = {finding.rule,    finding.severity, finding.waived,
                     finding.message, finding.advice,   finding.waiver};
    const auto [place, is_new] = seen.emplace(key, groups.size());
    if (is_new)
      groups.push_back({&finding, {}});
    else
      groups[place->second].others.push_back(&finding);
  }
  const auto rank = [](const Group& group) {
    return std::tuple(group.first->waived, -static_cast<int>(group.first->severity));
  };
  std::ranges::stable_sort(groups, {}, rank);
  return groups;
}

}  // namespace plumbline::output
