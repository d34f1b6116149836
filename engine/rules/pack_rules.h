#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rules/pack_sources.h"

namespace plumbline::rules {

/// A rule while overrides are laid over it.
struct RuleDraft {
  std::string id;
  Node node;
  const Node::Entry* entry = nullptr;       ///< where it is defined
  bool changed = false;                     ///< by an override: to be held against the schema again
  std::string disabled;                     ///< the reason, empty = in force
  std::vector<std::string> disabled_terms;  ///< RULE.NAME
  std::shared_ptr<const Node> undisabled;   ///< `node` with those terms; null where none
};

/// All rules of a pack and what it extends, in order, overrides and `disable` applied.
class RuleDrafts {
 public:
  /// Reports ids used twice or retired, overrides that hit nothing and changes the schema refuses.
  static RuleDrafts build(const PackSources& sources, const Schema& schema, DiagnosticSink& sink,
                          std::vector<Use>& uses);

  const std::vector<RuleDraft>& all() const { return drafts_; }
  const RuleDraft* find(std::string_view id) const;
  /// True for the id of a rule or RULE.NAME, disabled ones included.
  bool knows(std::string_view full_id) const;
  /// Every id and RULE.NAME, for suggestions.
  std::vector<std::string> ids() const;
  /// "; it is retired: REASON", "; did you mean …", or nothing.
  Message hint(std::string_view full_id) const;

 private:
  void collect(const PackSources& sources, DiagnosticSink& sink);
  void apply_overrides(const PackSources& sources, DiagnosticSink& sink);
  void apply_disabled(const PackSources& sources, DiagnosticSink& sink);
  RuleDraft* draft(std::string_view id);
  Node* term(std::string_view full_id);
  void unknown(const Node::Entry& entry, std::string_view section, DiagnosticSink& sink) const;

  std::vector<RuleDraft> drafts_;
  std::map<std::string, std::size_t, std::less<>> index_;
  std::map<std::string, std::string, std::less<>> retired_;  ///< id to reason
  std::vector<std::string> disabled_terms_;                  ///< RULE.NAME
  std::set<std::string, std::less<>> known_;
};

/// The terms of a rule that carry a sub-id: maps with a `name` in any list of its body.
std::vector<const Node*> named_terms(const Node& rule);

}  // namespace plumbline::rules
