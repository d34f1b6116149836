#include "engine/craft/origin.h"

#include <algorithm>
#include <array>

#include "engine/rules/node.h"

namespace plumbline::craft {
namespace {

using rules::Node;

constexpr std::array<std::string_view, 4> kIdentity = {"id", "version", "title", "effective"};
constexpr std::array<std::string_view, 5> kOfAllFiles = {"extends", "for", "scoring", "profiles",
                                                         "reporters"};

class Collector {
 public:
  explicit Collector(const rules::Pack& pack) : pack_(pack) {}

  std::vector<EffectiveValue> take() { return std::move(found_); }

  void add(const std::string& key, const Node& node) {  // as deep as yaml_reader allows
    if (node.is_map()) {
      for (const Node::Entry& entry : node.entries) add(key + "." + entry.key, entry.value);
    } else if (std::ranges::all_of(node.items, &Node::is_scalar)) {
      push(key, node);
    } else {
      for (std::size_t i = 0; i < node.items.size(); ++i)
        add(key + "[" + std::to_string(i + 1) + "]", node.items[i]);
    }
  }

  void rule_entries(const Node& rule) {
    for (const Node::Entry& entry : rule.entries) {
      if (entry.key != "cases")
        add(entry.key, entry.value);
    }
  }

  /// Entries of `profiles`, `disable`, gates and clauses that name the rule.
  void mentions(const std::string& id) {
    for (const auto& file : pack_.files) {
      const Node* profiles = file->find("profiles");
      for (std::size_t i = 0; profiles != nullptr && i < profiles->entries.size(); ++i) {
        const Node::Entry& profile = profiles->entries[i];
        const Node* rules = profile.value.find("rules");
        if (const Node* change = rules == nullptr ? nullptr : rules->find(id))
          add("profiles." + profile.key, *change);
      }
      const Node* disabled = file->find("disable");
      if (const Node* reason = disabled == nullptr ? nullptr : disabled->find(id))
        add("disable", *reason);
      const Node* scoring = file->find("scoring");
      for (const Node* gate :
           rules::nodes_of(scoring == nullptr ? nullptr : scoring->find("gates")))
        if (rules::string_at(*gate, "rule") == id)
          add("gate", *gate);
    }
  }

 private:
  void push(const std::string& key, const Node& node) {
    std::string value = node.scalar;
    for (const Node& item : node.items) value += (value.empty() ? "" : ", ") + item.scalar;
    found_.push_back({key, std::move(value), node.file ? node.file->path : "", node.at.line});
  }

  const rules::Pack& pack_;
  std::vector<EffectiveValue> found_;
};

}  // namespace

std::vector<EffectiveValue> effective_rule(const rules::Pack& pack, const std::string& full_id) {
  const std::size_t dot = full_id.find('.');
  const rules::Rule* rule = pack.rule(full_id.substr(0, dot));
  const Node* node = rule == nullptr ? nullptr
                     : dot == std::string::npos
                         ? &rule->body
                         : rules::term_named(rule->body, full_id.substr(dot + 1));
  Collector collector(pack);
  if (node != nullptr)
    collector.rule_entries(*node);
  collector.mentions(full_id);
  return collector.take();
}

std::vector<EffectiveValue> effective_pack(const rules::Pack& pack) {
  Collector collector(pack);
  for (const auto& file : pack.files) {
    if (rules::string_at(*file, "id") != pack.id)
      continue;
    for (const std::string_view key : kIdentity) {
      if (const Node* node = file->find(key))
        collector.add(std::string(key), *node);
    }
  }
  for (const std::string_view key : kOfAllFiles) {
    for (const auto& file : pack.files) {
      if (const Node* node = file->find(key))
        collector.add(std::string(key), *node);
    }
  }
  return collector.take();
}

}  // namespace plumbline::craft
