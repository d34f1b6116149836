#include <algorithm>
#include <map>
#include <string>

#include "engine/rules/lint_parts.h"

namespace plumbline::rules {
namespace {

bool same(const Node& one, const Node& other) {  // as deep as yaml_reader allows
  if (one.kind != other.kind || one.scalar != other.scalar ||
      one.items.size() != other.items.size() || one.entries.size() != other.entries.size())
    return false;
  if (!std::ranges::equal(one.items, other.items, same))
    return false;
  return std::ranges::all_of(one.entries, [&](const Node::Entry& entry) {
    const Node* found = other.find(entry.key);
    return found != nullptr && same(entry.value, *found);
  });
}

/// What the packs say of each rule and each of its terms, laid one over the other in their order.
class OverrideLint {
 public:
  explicit OverrideLint(const Linted& linted) : linted_(linted) {}

  void run() {
    for (const auto& file : linted_.pack.files) define(file->find("rules"));
    for (const auto& file : linted_.pack.files) change(file->find("override"));
  }

 private:
  void define(const Node* rules) {
    for (std::size_t i = 0; rules != nullptr && i < rules->entries.size(); ++i)
      known_.emplace(rules->entries[i].key, rules->entries[i].value);
  }

  void change(const Node* overrides) {
    for (std::size_t i = 0; overrides != nullptr && i < overrides->entries.size(); ++i) {
      const Node::Entry& entry = overrides->entries[i];
      if (Node* old = found(entry.key))
        lay_over(*old, entry.value, entry.key);
    }
  }

  Node* found(const std::string& id) {
    const std::size_t dot = id.find('.');
    const auto rule = known_.find(id.substr(0, dot));
    if (rule == known_.end() || dot == std::string::npos)
      return rule == known_.end() ? nullptr : &rule->second;
    for (Node::Entry& entry : rule->second.entries) {
      for (Node& item : entry.value.items) {
        if (string_at(item, "name") == id.substr(dot + 1))
          return &item;
      }
    }
    return nullptr;
  }

  /// As the loader does it: maps key by key, everything else as a whole.
  void lay_over(Node& old, const Node& change, const std::string& id) {
    for (const Node::Entry& entry : change.entries) {
      const auto before = std::ranges::find(old.entries, entry.key, &Node::Entry::key);
      if (before == old.entries.end()) {
        old.entries.push_back(entry);
      } else if (before->value.is_map() && entry.value.is_map()) {
        lay_over(before->value, entry.value, id);
      } else {
        if (same(before->value, entry.value))
          unchanged(entry, before->value, id);
        *before = entry;
      }
    }
  }

  void unchanged(const Node::Entry& entry, const Node& before, const std::string& id) const {
    const std::string place = before.file->path + ":" + std::to_string(before.at.line);
    linted_.warn(entry.value, {words::kSameOverride, {entry.key, id, place}});
  }

  const Linted& linted_;
  std::map<std::string, Node, std::less<>> known_;
};

}  // namespace

void lint_overrides(const Linted& linted) {
  OverrideLint(linted).run();
}

}  // namespace plumbline::rules
