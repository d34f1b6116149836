#include "engine/packtest/branches.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "engine/rules/schema.h"

namespace plumbline::packtest {
namespace {

using rules::Node;

constexpr std::array<std::string_view, 9> kGuards = {"unless_before", "unless_after", "allow",
                                                     "except",        "local",        "past",
                                                     "plan",          "awaited",      "exempt"};
/// Lists and maps whose every entry is an alternative, however many patterns it has.
constexpr std::array<std::string_view, 3> kAlternatives = {"items", "sources", "slips"};
constexpr std::array<std::string_view, 2> kTerms = {"forbid", "require"};
constexpr std::array<std::string_view, 2> kConditions = {"when", "unless"};
constexpr std::string_view kExempt = "exempt", kSeverity = "severity", kCases = "cases";

template <typename Names>
bool among(const Names& names, std::string_view key) {
  return std::ranges::find(names, key) != names.end();
}

/// Where the walk is.
struct Place {
  std::string key, term;
  bool alternative = false, guard = false, words = false;  ///< `words` need not be patterns
};

class Walker {
 public:
  explicit Walker(const std::set<const Node*>& patterns) : patterns_(patterns) {}

  void walk(const Node& node, const Place& place) {  // as deep as yaml_reader allows
    const bool decides = place.words || patterns_.contains(&node);
    if (node.is_scalar() && decides && (place.alternative || place.guard))
      add(place.guard ? BranchKind::kGuard : BranchKind::kPattern, place, node);
    for (std::size_t i = 0; i < node.items.size(); ++i) item(node, i, place);
    for (const Node::Entry& entry : node.entries) this->entry(entry, place);
  }

  std::vector<RuleBranch> take() { return std::move(found_); }

 private:
  void entry(const Node::Entry& entry, const Place& place) {
    Place inner = place;
    inner.key = place.key.empty() ? entry.key : place.key + "." + entry.key;
    if (entry.key == kCases)
      return;
    if (among(kConditions, entry.key)) {
      for (const Node::Entry& one : entry.value.entries)
        add(BranchKind::kCondition, {.key = inner.key + "." + one.key, .term = place.term},
            one.value);
      return;
    }
    if (entry.key == kSeverity && place.term.empty()) {
      for (const Node::Entry& one : entry.value.entries) state(one);
      return;
    }
    inner.guard = place.guard || among(kGuards, entry.key);
    inner.words = place.words || entry.key == kExempt;
    inner.alternative = place.alternative || among(kAlternatives, entry.key);
    walk(entry.value, inner);
  }

  void state(const Node::Entry& one) {
    if (severity_named(one.value.scalar))
      add(BranchKind::kState, {.key = one.key}, one.value);
  }

  void item(const Node& list, std::size_t index, const Place& place) {
    const Node& node = list.items[index];
    Place inner = place;
    const std::string name = among(kTerms, place.key) ? rules::string_at(node, "name") : "";
    if (!name.empty()) {
      inner = {.key = "", .term = name};
      add(BranchKind::kTerm, inner, node);
    } else if (list.items.size() > 1) {
      inner.key += "[" + std::to_string(index + 1) + "]";
      inner.alternative = true;
    }
    walk(node, inner);
  }

  void add(BranchKind kind, const Place& place, const Node& node) {
    found_.push_back({kind, place.key, place.term, &node});
  }

  const std::set<const Node*>& patterns_;
  std::vector<RuleBranch> found_;
};

class Reducer {
 public:
  Reducer(const std::string& term, std::span<const Node* const> left_out)
      : term_(term), left_out_(left_out) {}

  Node copy(const Node& node, bool terms) const {  // as deep as yaml_reader allows
    Node result;
    result.kind = node.kind;
    result.scalar = node.scalar;
    result.quoted = node.quoted;
    result.at = node.at;
    result.file = node.file;
    for (const Node& item : node.items) {
      if (kept(item) && (!terms || term_.empty() || rules::string_at(item, "name") == term_))
        result.items.push_back(copy(item, false));
    }
    for (const Node::Entry& entry : node.entries) {
      if (kept(entry.value) && entry.key != kCases && !is_emptied(entry))
        result.entries.push_back(
            {entry.key, entry.at, copy(entry.value, among(kTerms, entry.key))});
    }
    return result;
  }

 private:
  bool kept(const Node& node) const {
    return std::ranges::find(left_out_, &node) == left_out_.end();
  }

  /// A condition that has lost all its keys is none; an `unless` without keys would always hold.
  bool is_emptied(const Node::Entry& entry) const {
    return among(kConditions, entry.key) &&
           std::ranges::none_of(entry.value.entries, [&](auto& one) { return kept(one.value); });
  }

  const std::string& term_;
  std::span<const Node* const> left_out_;
};

}  // namespace

std::set<const Node*> pattern_scalars(const rules::Pack& pack) {
  std::set<const Node*> scalars;
  std::string error;
  const auto schema = rules::Schema::parse(rules::pack_schema_json(), error);
  if (!schema)
    return scalars;
  DiagnosticSink sink;
  std::vector<rules::Use> uses;
  for (const rules::Rule& rule : pack.rules)
    schema->validate(rule.body, "rule", rule.id, sink, uses);
  for (const rules::Use& use : uses) {
    if (use.node != nullptr && (use.definition == "pattern" || use.definition == "fixed-pattern"))
      scalars.insert(use.node);
  }
  return scalars;
}

std::vector<RuleBranch> branches_of(const rules::Rule& rule,
                                    const std::set<const Node*>& patterns) {
  Walker walker(patterns);
  walker.walk(rule.body, {});
  std::vector<RuleBranch> found = walker.take();
  found.insert(found.begin(), {BranchKind::kRule, "", "", &rule.body});
  return found;
}

rules::Rule reduced(const rules::Rule& rule, const std::string& term,
                    std::span<const Node* const> left_out) {
  rules::Rule result = rule;  // its pointers into `body` are set anew by Trial
  result.body = Reducer(term, left_out).copy(rule.body, false);
  return result;
}

}  // namespace plumbline::packtest
