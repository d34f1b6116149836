#include "engine/rules/pack_parts.h"

#include <algorithm>
#include <utility>

#include "engine/rules/fact_pattern.h"
#include "engine/rules/messages_form.h"
#include "engine/rules/messages_pack.h"
#include "engine/rules/source_file.h"

namespace plumbline::rules {
void fill_basis(const PackSources& sources, Pack& pack, DiagnosticSink& sink) {
  std::map<std::string, const Node::Entry*> seen;
  for (const Item& item : sources.items("basis")) {
    const Node& node = item.entry->value;
    const BasisReference read{string_at(node, "title"), "", string_at(node, "level")};
    const auto [first, fresh] = seen.emplace(item.entry->key, item.entry);
    BasisReference& known = pack.basis[item.entry->key];
    // Packs that cite the same document may each bring it along.
    if (!fresh && (known.document != read.document || known.level != read.level))
      sink.add(diagnostic_at_key(
          *item.entry, {words::kDocumentTwice, {item.entry->key, place_of(*first->second)}}));
    known = read;
  }
}

void fill_kind(const PackSources& sources, Pack& pack, DiagnosticSink& sink) {
  const std::vector<const Node*> all = sources.sections("for");
  if (all.empty()) {
    if (!sources.top().files.empty())
      sink.add(diagnostic_at(*sources.top().files.front(), words::kMissingKind));
    return;
  }
  // The pack's own word counts; without one, the nearest extended pack that is for some kind.
  const Node* chosen = all.back();
  if (chosen->file && !chosen->file->path.starts_with(pack.folder + "/")) {
    for (const Node* one : all) chosen = one->is_map() ? one : chosen;
  }
  pack.any_kind = chosen->is_scalar();
  pack.kind_threshold = int_at(*chosen, "threshold");
  for (const Node* node : nodes_of(chosen->find("evidence"))) {
    const Node* match = node->find("match");
    auto pattern = match == nullptr ? std::nullopt : compile_fixed_pattern(*match, pack, sink);
    if (pattern)
      pack.kind.push_back({string_at(*node, "where"), std::move(*pattern), int_at(*node, "weight"),
                           int_at(*node, "at_least", 1), string_at(*node, "reason")});
  }
}

void fill_vocabulary(const PackSources& sources, Pack& pack, DiagnosticSink& sink) {
  for (const Node* section : sources.sections("vocabulary")) {
    for (const document::VocabularyRow& row : document::vocabulary_rows()) {
      std::vector<pattern::Pattern> more =
          compile_fixed_patterns(section->find(row.name), pack, sink);
      document::Vocabulary::List& list = pack.vocabulary.*row.list;
      std::move(more.begin(), more.end(), std::back_inserter(list));
    }
  }
}

void fill_elements(const PackSources& sources, Pack& pack, DiagnosticSink& sink) {
  std::map<std::string, const Node::Entry*> seen;
  for (const Item& item : sources.items("elements")) {
    const Node& node = item.entry->value;
    const auto [first, fresh] = seen.emplace(item.entry->key, item.entry);
    if (!fresh) {
      sink.add(diagnostic_at_key(
          *item.entry, {words::kElementTwice, {item.entry->key, place_of(*first->second)}}));
      continue;
    }
    const auto patterns = [&](std::string_view key) {
      return compile_fixed_patterns(node.find(key), pack, sink);
    };
    elements::Definition& out = pack.elements.emplace_back();
    out.id = item.entry->key;
    out.label = string_at(node, "label");
    out.item = int_at(node, "item");
    out.optional = bool_at(node, "optional");
    out.heading = patterns("heading");
    out.not_heading = patterns("not_heading");
    out.lead = patterns("lead");
    out.passage = patterns("passage");
    out.mention = patterns("mention");
    out.mentions_for_passage = int_at(node, "mentions_for_passage");
    out.near = patterns("near");
    out.within = string_at(node, "within");
    out.thematic_sections = int_at(node, "thematic_sections");
    out.thematic_share = int_at(node, "thematic_share");
    out.later_year = bool_at(node, "later_year");
  }
}

void fill_reporters(const PackSources& sources, Pack& pack, DiagnosticSink& sink) {
  // First match wins, so the pack's own kinds stand before those of the packs it extends.
  for (auto source = sources.packs.rbegin(); source != sources.packs.rend(); ++source) {
    for (const Item& item : sources.items("reporters")) {
      if (item.pack != source->get())
        continue;
      const Node& node = item.entry->value;
      const auto found =
          std::find_if(pack.reporters.begin(), pack.reporters.end(),
                       [&](const Reporter& one) { return one.id == item.entry->key; });
      Reporter& reporter = found != pack.reporters.end() ? *found : pack.reporters.emplace_back();
      if (reporter.id.empty())
        reporter.title = string_at(node, "title");
      reporter.id = item.entry->key;
      auto more = compile_fixed_patterns(node.find("issuer"), pack, sink);
      std::move(more.begin(), more.end(), std::back_inserter(reporter.issuer));
    }
  }
}

void fill_scoring(const PackSources& sources, Pack& pack) {
  for (const Node* section : sources.sections("scoring")) {
    if (const Node* grades = section->find("grades")) {
      pack.grades.clear();
      for (const Node* node : nodes_of(grades))
        pack.grades.push_back(
            {string_at(*node, "name"), int_at(*node, "from"), int_at(*node, "max_errors", -1)});
    }
    for (const Node* node : nodes_of(section->find("gates"))) {
      GateRule gate{
          string_at(*node, "rule"), string_at(*node, "cap"), string_at(*node, "reason"), {}};
      for (const std::string& outcome : strings_at(*node, "on"))
        gate.on.push_back(outcome == name_of(Outcome::kPartial) ? Outcome::kPartial
                                                                : Outcome::kFail);
      pack.gates.push_back(std::move(gate));
    }
  }
  std::stable_sort(pack.grades.begin(), pack.grades.end(),
                   [](const Grade& a, const Grade& b) { return a.from > b.from; });
}

}  // namespace plumbline::rules
