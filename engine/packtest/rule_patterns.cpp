#include "engine/packtest/rule_patterns.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "engine/rules/fact_pattern.h"
#include "engine/rules/schema.h"

namespace plumbline::packtest {
namespace {

using pattern::Pattern;
using rules::Node;

constexpr std::array<std::string_view, 7> kGuards = {
    "unless_before", "unless_after", "allow", "except", "local", "past", "plan"};
/// Lists and maps whose every entry is an alternative, however many patterns it has.
constexpr std::array<std::string_view, 3> kAlternatives = {"items", "sources", "slips"};

template <typename Names>
bool among(const Names& names, std::string_view key) {
  return std::ranges::find(names, key) != names.end();
}

/// The scalars of a rule that the schema takes for patterns.
std::set<const Node*> pattern_scalars(const rules::Rule& rule) {
  std::set<const Node*> scalars;
  std::string error;
  const auto schema = rules::Schema::parse(rules::pack_schema_json(), error);
  if (!schema)
    return scalars;
  DiagnosticSink sink;
  std::vector<rules::Use> uses;
  schema->validate(rule.body, "rule", rule.id, sink, uses);
  for (const rules::Use& use : uses) {
    if (use.node != nullptr && (use.definition == "pattern" || use.definition == "fixed-pattern"))
      scalars.insert(use.node);
  }
  return scalars;
}

/// Where the walk is: the map, its term's name, and whether its entries are alternatives.
struct Place {
  std::string key, name;
  const Node* term = nullptr;
  bool alternatives = false, guard = false;
};

class Walker {
 public:
  explicit Walker(const rules::Rule& rule) : scalars_(pattern_scalars(rule)) {}

  void walk(const Node& node, const Place& place) {  // as deep as yaml_reader allows
    if (scalars_.contains(&node) && (place.alternatives || place.guard))
      add(node, place);
    for (std::size_t i = 0; i < node.items.size(); ++i) item(node, i, place);
    for (const Node::Entry& entry : node.entries) {
      Place inner = place;
      inner.term = &node;
      inner.key = place.key.empty() ? entry.key : place.key + "." + entry.key;
      inner.guard = place.guard || among(kGuards, entry.key);
      inner.alternatives = place.alternatives || among(kAlternatives, entry.key);
      walk(entry.value, inner);
    }
  }

  std::vector<RulePattern> take() { return std::move(found_); }

 private:
  void item(const Node& list, std::size_t index, const Place& place) {
    const Node& node = list.items[index];
    Place inner = place;
    const std::string name = rules::string_at(node, "name");
    if (!name.empty()) {
      inner.name = name;
      inner.key.clear();
      inner.alternatives = false;  // the term fires when its pattern does
    } else if (list.items.size() > 1) {
      inner.key += "[" + std::to_string(index + 1) + "]";
      inner.alternatives = true;
    }
    walk(node, inner);
  }

  void add(const Node& scalar, const Place& place) {
    found_.push_back({place.key, place.name, place.guard, &scalar, place.term, {}});
    if (place.guard && place.term != nullptr)
      found_.back().beside = rules::strings_at(*place.term, "match");
  }

  std::set<const Node*> scalars_;
  std::vector<RulePattern> found_;
};

std::optional<Pattern> compiled(const Node& scalar, const rules::Pack& pack, int report_year) {
  DiagnosticSink sink;
  const auto fact = rules::compile_pattern(scalar, pack, sink);
  return fact ? fact->for_year(report_year) : std::nullopt;
}

bool joined_found(const std::string& first, const std::string& second, std::string_view text) {
  pattern::PatternError error;
  const auto both = Pattern::compile("(?:" + first + ")(?:" + second + ")", error);
  return both && both->found_in(text);
}

bool covers(const Pattern& over, const Pattern& hit, std::string_view text) {
  bool found = false;
  over.each(text, {0, text.size()}, [&](const pattern::Match& outer) {
    found = hit.find(text, outer.span).has_value();
    return !found;
  });
  return found;
}

}  // namespace

std::vector<RulePattern> patterns_of(const rules::Rule& rule) {
  Walker walker(rule);
  walker.walk(rule.body, {});
  return walker.take();
}

bool met(const RulePattern& pattern, const rules::Pack& pack, std::string_view text,
         int report_year) {
  const auto own = compiled(*pattern.scalar, pack, report_year);
  if (!own)
    return false;
  if (!pattern.guard || pattern.beside.empty())
    return own->found_in(text);
  return std::ranges::any_of(pattern.beside, [&](const std::string& source) {
    Node match;
    match.kind = Node::Kind::kScalar;
    match.scalar = source;
    match.file = pattern.scalar->file;
    const auto hit = compiled(match, pack, report_year);
    if (!hit)
      return false;
    if (pattern.key.find("unless_before") != std::string::npos)
      return joined_found(own->source(), hit->source(), text);
    if (pattern.key.find("unless_after") != std::string::npos)
      return joined_found(hit->source(), own->source(), text);
    return covers(*own, *hit, text);
  });
}

}  // namespace plumbline::packtest
