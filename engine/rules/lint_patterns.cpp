#include <map>
#include <set>
#include <string>

#include "engine/pattern/doubts.h"
#include "engine/rules/lint_parts.h"
#include "engine/rules/messages_reading.h"
#include "engine/rules/pattern_source.h"

namespace plumbline::rules {
namespace {

constexpr int kSampleYear = 2000;
// Each is told with its whole line: more would be no help and take time in the square of its
// length.
constexpr std::size_t kMostOfOnePattern = 20;
// What is told of a whole pattern says nothing of a fragment.
constexpr std::string_view kMatchesAnything = "P1508";
constexpr std::string_view kNeverTaken = "P1513";

void gather(const Node& node, std::set<const Node*>& scalars) {  // as deep as yaml_reader allows
  if (node.is_scalar())
    scalars.insert(&node);
  for (const Node& item : node.items) gather(item, scalars);
  for (const Node::Entry& entry : node.entries) gather(entry.value, scalars);
}

class PatternLint {
 public:
  explicit PatternLint(const Linted& linted) : linted_(linted) {}

  void file(const Node& file) {
    std::set<const Node*> of_rules;
    if (const Node* rules = file.find("rules"))
      gather(*rules, of_rules);
    DiagnosticSink ignored;
    std::vector<Use> uses;
    linted_.schema.validate(file, "", "", ignored, uses);
    std::set<const Node*> patterns;
    for (const Use& use : uses) {
      if (use.node == nullptr || (use.definition != "pattern" && use.definition != "fixed-pattern"))
        continue;
      // anyOf may accept one scalar by two ways.
      if (patterns.insert(use.node).second)
        scalar(*use.node, false, of_rules.contains(use.node));
    }
    twins(file, patterns);
    const Node* terms = file.find("terms");
    for (std::size_t i = 0; terms != nullptr && i < terms->entries.size(); ++i)
      scalar(terms->entries[i].value, true, false);
  }

 private:
  /// Only the pattern of a rule shows what it matched; elsewhere a shorter match is as good.
  void scalar(const Node& node, bool is_term, bool of_rule) {
    const Assembled assembled = assemble(node.scalar, linted_.pack.terms, kSampleYear);
    std::size_t said = 0;
    for (const pattern::Doubt& doubt : pattern::doubts_about(assembled.text)) {
      if ((is_term && doubt.code == kMatchesAnything) || (!of_rule && doubt.code == kNeverTaken))
        continue;
      const Assembled::Place place = assembled.source_place(doubt.offset, doubt.length);
      if (!place.term.empty())  // a term is doubted where it is defined
        continue;
      if (++said > kMostOfOnePattern)
        return linted_.warn(node, words::kTooManyDoubts);
      linted_.warn_inside(node, place.offset, place.length, doubt.message);
    }
  }

  /// The same pattern twice in one list.
  void twins(const Node& node, const std::set<const Node*>& patterns) {
    std::map<std::string, const Node*> seen;
    for (const Node& item : node.items) {
      if (patterns.contains(&item)) {
        const auto [first, fresh] = seen.emplace(item.scalar, &item);
        if (!fresh)
          linted_.warn(item, {words::kTwinPattern, {std::to_string(first->second->at.line)}});
      }
      twins(item, patterns);
    }
    for (const Node::Entry& entry : node.entries) twins(entry.value, patterns);
  }

  const Linted& linted_;
};

}  // namespace

void lint_patterns(const Linted& linted) {
  PatternLint lint(linted);
  for (const auto& file : linted.pack.files) lint.file(*file);
}

}  // namespace plumbline::rules
