#include "engine/rules/pack_rules.h"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/base/edit_distance.h"
#include "engine/rules/messages_pack.h"
#include "engine/rules/source_file.h"

namespace plumbline::rules {
namespace {

struct FullId {
  std::string_view rule, name;
};
FullId split(std::string_view full_id) {
  const std::size_t dot = full_id.find('.');
  if (dot == std::string_view::npos)
    return {full_id, {}};
  return {full_id.substr(0, dot), full_id.substr(dot + 1)};
}

bool is_named(const Node& item) {
  const Node* name = item.find("name");
  return name != nullptr && name->is_scalar();
}

// A map by state is changed state by state; everything else is replaced.
void lay_over(Node& node, const Node& change) {
  for (const Node::Entry& entry : change.entries) {
    const auto old = std::find_if(node.entries.begin(), node.entries.end(),
                                  [&](const Node::Entry& one) { return one.key == entry.key; });
    if (old == node.entries.end())
      node.entries.push_back(entry);
    else if (old->value.is_map() && entry.value.is_map())
      lay_over(old->value, entry.value);
    else
      *old = entry;
  }
}

void check_names(const RuleDraft& draft, DiagnosticSink& sink) {
  std::set<std::string> seen;
  for (const Node* term : named_terms(draft.node)) {
    const Node* name = term->find("name");
    if (!seen.insert(name->scalar).second)
      sink.add(diagnostic_at(*name, {words::kNameTwice, {draft.id + "." + name->scalar}}));
  }
}

}  // namespace

std::vector<const Node*> named_terms(const Node& rule) {
  std::vector<const Node*> out;
  for (const Node::Entry& entry : rule.entries) {
    for (const Node& item : entry.value.items) {
      if (is_named(item))
        out.push_back(&item);
    }
  }
  return out;
}

void RuleDrafts::collect(const PackSources& sources, DiagnosticSink& sink) {
  for (const Item& item : sources.items("retired"))
    retired_[item.entry->key] = item.entry->value.scalar;
  for (const Item& item : sources.items("rules")) {
    const std::string& id = item.entry->key;
    if (const auto found = index_.find(id); found != index_.end()) {
      sink.add(diagnostic_at_key(
          *item.entry, {words::kRuleTwice, {id, place_of(*drafts_[found->second].entry)}}));
      continue;
    }
    if (const auto retired = retired_.find(id); retired != retired_.end())
      sink.add(diagnostic_at_key(*item.entry, {words::kRetired, {id, retired->second}}));
    index_[id] = drafts_.size();
    drafts_.push_back({id, item.entry->value, item.entry});
    check_names(drafts_.back(), sink);
  }
}

RuleDraft* RuleDrafts::draft(std::string_view id) {
  const auto found = index_.find(id);
  return found == index_.end() ? nullptr : &drafts_[found->second];
}

const RuleDraft* RuleDrafts::find(std::string_view id) const {
  const auto found = index_.find(id);
  return found == index_.end() ? nullptr : &drafts_[found->second];
}

Node* RuleDrafts::term(std::string_view full_id) {
  const FullId id = split(full_id);
  RuleDraft* rule = draft(id.rule);
  if (rule == nullptr)
    return nullptr;
  for (Node::Entry& entry : rule->node.entries) {
    for (Node& item : entry.value.items) {
      if (is_named(item) && item.find("name")->scalar == id.name)
        return &item;
    }
  }
  return nullptr;
}

void RuleDrafts::unknown(const Node::Entry& entry, std::string_view section,
                         DiagnosticSink& sink) const {
  sink.add(diagnostic_at_key(
      entry, {words::kHitsNothing, {std::string(section), entry.key, hint(entry.key)}}));
}

void RuleDrafts::apply_overrides(const PackSources& sources, DiagnosticSink& sink) {
  for (const Item& item : sources.items("override")) {
    const FullId id = split(item.entry->key);
    RuleDraft* rule = draft(id.rule);
    Node* target =
        id.name.empty() ? (rule != nullptr ? &rule->node : nullptr) : term(item.entry->key);
    if (target == nullptr) {
      unknown(*item.entry, "override", sink);
      continue;
    }
    lay_over(*target, item.entry->value);
    rule->changed = true;
  }
}

void RuleDrafts::apply_disabled(const PackSources& sources, DiagnosticSink& sink) {
  for (const Item& item : sources.items("disable")) {
    const std::string& key = item.entry->key;
    const FullId id = split(key);
    RuleDraft* rule = draft(id.rule);
    if (rule != nullptr && id.name.empty()) {
      rule->disabled = item.entry->value.scalar;
      continue;
    }
    const Node* found = term(key);
    if (found == nullptr) {
      unknown(*item.entry, "disable", sink);
      continue;
    }
    disabled_terms_.push_back(key);
    if (rule->undisabled == nullptr)
      rule->undisabled = std::make_shared<const Node>(rule->node);
    rule->disabled_terms.push_back(key);
    for (Node::Entry& entry : rule->node.entries)
      std::erase_if(entry.value.items, [&](const Node& one) {
        return is_named(one) && one.find("name")->scalar == id.name;
      });
  }
}

bool RuleDrafts::knows(std::string_view full_id) const {
  return known_.contains(full_id);
}

std::vector<std::string> RuleDrafts::ids() const {
  std::vector<std::string> out;
  for (const RuleDraft& draft : drafts_) {
    out.push_back(draft.id);
    for (const Node* term : named_terms(draft.node))
      out.push_back(draft.id + "." + term->find("name")->scalar);
  }
  out.insert(out.end(), disabled_terms_.begin(), disabled_terms_.end());
  return out;
}

Message RuleDrafts::hint(std::string_view full_id) const {
  const auto retired = retired_.find(full_id);
  if (retired != retired_.end())
    return {words::kRetiredHint, {retired->second}};
  return did_you_mean(full_id, ids());
}

RuleDrafts RuleDrafts::build(const PackSources& sources, const Schema& schema, DiagnosticSink& sink,
                             std::vector<Use>& uses) {
  RuleDrafts out;
  out.collect(sources, sink);
  out.apply_overrides(sources, sink);
  out.apply_disabled(sources, sink);
  const std::vector<std::string> ids = out.ids();
  out.known_.insert(ids.begin(), ids.end());
  for (const RuleDraft& draft : out.drafts_) {
    if (draft.changed)
      schema.validate(draft.node, "rule", "rules." + draft.id, sink, uses);
  }
  return out;
}

}  // namespace plumbline::rules
