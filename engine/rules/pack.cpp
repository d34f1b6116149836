#include "engine/rules/pack.h"

#include <algorithm>

namespace plumbline::rules {
namespace {

// "off" is the one word of a severity that is none.
std::optional<Severity> severity_of(const Node& node) {
  return severity_named(node.scalar);
}

}  // namespace

std::size_t Table::column(std::string_view name) const {
  const auto found = std::find(columns.begin(), columns.end(), name);
  return found == columns.end() ? std::string::npos
                                : static_cast<std::size_t>(found - columns.begin());
}

const Profile* Pack::profile(std::string_view wanted) const {
  const auto found = std::find_if(profiles.begin(), profiles.end(),
                                  [&](const Profile& profile) { return profile.id == wanted; });
  return found == profiles.end() ? nullptr : &*found;
}

const Rule* Pack::rule(std::string_view wanted) const {
  const auto found =
      std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.id == wanted; });
  return found == rules.end() ? nullptr : &*found;
}

std::vector<BasisReference> basis_at(const Node& node, const Pack& pack) {
  std::vector<BasisReference> out;
  for (const Node* item : nodes_of(node.find("basis"))) {
    const auto found = pack.basis.find(string_at(*item, "document"));
    if (found == pack.basis.end())
      continue;
    out.push_back(found->second);
    out.back().article = string_at(*item, "article");
  }
  return out;
}

SeverityByState severity_at(const Node& node) {
  SeverityByState out;
  const Node* found = node.find("severity");
  if (found == nullptr)
    return out;
  if (found->is_scalar())
    out[""] = severity_of(*found);
  for (const Node::Entry& entry : found->entries) out[entry.key] = severity_of(entry.value);
  return out;
}

TextByState texts_at(const Node& node, std::string_view key) {
  TextByState out;
  const Node* found = node.find(key);
  if (found == nullptr)
    return out;
  if (found->is_scalar())
    out[""] = found->scalar;
  for (const Node::Entry& entry : found->entries) out[entry.key] = entry.value.scalar;
  return out;
}

}  // namespace plumbline::rules
