#include <algorithm>
#include <utility>

#include "engine/rules/messages_pack.h"
#include "engine/rules/pack_parts.h"
#include "engine/rules/source_file.h"

namespace plumbline::rules {
namespace {

// A4 supervising practice and A5 house heuristics ask, they do not convict.
bool is_weak(const BasisReference& basis) {
  return basis.level == "A4" || basis.level == "A5";
}

/// An error needs an authority of A1 to A3 among its basis.
void check_authority(const Node& node, const std::vector<BasisReference>& basis,
                     DiagnosticSink& sink) {
  const Node* severity = node.find("severity");
  if (severity == nullptr || basis.empty() || !std::all_of(basis.begin(), basis.end(), is_weak))
    return;
  std::vector<const Node*> words = {severity};
  for (const Node::Entry& entry : severity->entries) words.push_back(&entry.value);
  for (const Node* word : words) {
    if (word->is_scalar() && word->scalar == name_of(Severity::kError))
      sink.add(diagnostic_at(*word, {words::kWeakBasis, {basis.front().level}}));
  }
}

void check_authority(const Rule& rule, const Pack& pack, DiagnosticSink& sink) {
  check_authority(rule.body, rule.basis, sink);
  if (const Node* announced = rule.body.find("announced"))
    check_authority(*announced, rule.basis, sink);
  for (const Node* term : named_terms(rule.body)) {
    const std::vector<BasisReference> own = basis_at(*term, pack);
    check_authority(*term, own.empty() ? rule.basis : own, sink);
  }
}

Rule parse(const RuleDraft& draft, const Pack& pack) {
  const Node& node = draft.node;
  Rule rule;
  rule.id = draft.id;
  rule.title = string_at(node, "title");
  rule.kind = string_at(node, "check");
  rule.severity = severity_at(node);
  if (const Node* announced = node.find("announced"))
    rule.announced = {severity_at(*announced), int_at(*announced, "from")};
  rule.points = int_at(node, "points");
  if (const Node* partial = node.find("partial")) {
    for (const Node::Entry& entry : partial->entries)
      rule.partial[entry.key] = int_at(*partial, entry.key);
  }
  rule.deduct = int_at(node, "deduct");
  rule.basis = basis_at(node, pack);
  rule.message = texts_at(node, "message");
  rule.advice = texts_at(node, "advice");
  rule.blocked_by = string_at(node, "blocked_by");
  rule.mask = bool_at(node, "mask");
  rule.body = node;
  rule.disabled_terms = draft.disabled_terms;
  rule.undisabled = draft.undisabled;
  return rule;
}

}  // namespace

void fill_rules(const RuleDrafts& drafts, Pack& pack, DiagnosticSink& sink) {
  for (const RuleDraft& draft : drafts.all()) {
    if (!draft.disabled.empty()) {
      pack.disabled.push_back(
          {draft.id, string_at(draft.node, "title"), draft.disabled, draft.node});
      continue;
    }
    pack.rules.push_back(parse(draft, pack));
    check_authority(pack.rules.back(), pack, sink);
  }
  // Only now do the rules stay where they are.
  for (Rule& rule : pack.rules) {
    rule.when = rule.body.find("when");
    rule.unless = rule.body.find("unless");
  }
}

}  // namespace plumbline::rules
