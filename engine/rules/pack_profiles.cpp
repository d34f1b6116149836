#include <algorithm>
#include <utility>

#include "engine/base/edit_distance.h"
#include "engine/rules/messages_form.h"
#include "engine/rules/pack_parts.h"
#include "engine/rules/schema_words.h"
#include "engine/rules/source_file.h"

namespace plumbline::rules {
namespace {

/// States in a profile must be states of the rule's kind: `states-KIND` of the schema.
void check_states(const Node::Entry& change, const RuleDrafts& drafts, const Schema& schema,
                  DiagnosticSink& sink) {
  const Node* severity = change.value.find("severity");
  const RuleDraft* draft = drafts.find(change.key.substr(0, change.key.find('.')));
  if (severity == nullptr || draft == nullptr)
    return;
  const std::vector<std::string> states = schema.words("states-" + string_at(draft->node, "check"));
  for (const Node::Entry& entry : severity->entries) {
    if (!states.empty() && std::find(states.begin(), states.end(), entry.key) == states.end())
      sink.add(diagnostic_at_key(
          entry, {words::kUnknownState,
                  {entry.key, change.key, did_you_mean(entry.key, states), listed(states)}}));
  }
}

Profile& profile_named(const Node::Entry& entry, Pack& pack) {
  const auto found = std::find_if(pack.profiles.begin(), pack.profiles.end(),
                                  [&](const Profile& one) { return one.id == entry.key; });
  if (found != pack.profiles.end())
    return *found;
  pack.profiles.push_back({entry.key, string_at(entry.value, "title"), {}});
  return pack.profiles.back();
}

}  // namespace

void fill_profiles(const PackSources& sources, const RuleDrafts& drafts, const Schema& schema,
                   Pack& pack, DiagnosticSink& sink) {
  for (const Item& item : sources.items("profiles")) {
    Profile& profile = profile_named(*item.entry, pack);
    const Node* rules = item.entry->value.find("rules");
    for (std::size_t i = 0; rules != nullptr && i < rules->entries.size(); ++i) {
      const Node::Entry& entry = rules->entries[i];
      check_states(entry, drafts, schema, sink);
      const Node* off = entry.value.find("off");
      ProfileChange change{entry.key, severity_at(entry.value), off != nullptr,
                           string_at(entry.value, "off")};
      // The later pack has the last word.
      std::erase_if(profile.changes,
                    [&](const ProfileChange& one) { return one.rule == entry.key; });
      profile.changes.push_back(std::move(change));
    }
  }
}

}  // namespace plumbline::rules
