#include <algorithm>
#include <utility>

#include "engine/base/diagnostic.h"
#include "engine/base/in_parallel.h"
#include "engine/base/sha256.h"
#include "engine/rules/messages_pack.h"
#include "engine/rules/messages_reading.h"
#include "engine/rules/pack.h"
#include "engine/rules/pack_parts.h"
#include "engine/rules/pack_references.h"
#include "engine/rules/pack_rules.h"
#include "engine/rules/pack_sources.h"
#include "engine/rules/pack_tables.h"
#include "engine/rules/pack_terms.h"
#include "engine/rules/schema.h"
#include "engine/rules/source_file.h"

namespace plumbline::rules {
namespace {

std::string digest(const PackSources& sources) {
  Sha256 hash;
  for (const auto& [name, sha] : sources.digests) {
    std::string line = name;
    line.append(1, '\0').append(sha).append(1, '\n');
    hash.update(line);
  }
  return hash.finish();
}

void fill_effective(const Node& effective, Pack& pack, DiagnosticSink& sink) {
  pack.effective_from = string_at(effective, "from");
  pack.effective_until = string_at(effective, "until");
  // Days of this form sort as text.
  if (!pack.effective_until.empty() && pack.effective_until < pack.effective_from)
    sink.add(
        diagnostic_at(*effective.find("until"), {words::kEndsBeforeBegin, {pack.effective_from}}));
}

/// Patterns and tables, side by side.
void resolve(PackSources& sources, const RuleDrafts& drafts, const PackFiles& files, Pack& pack,
             DiagnosticSink& sink) {
  DiagnosticSink of_tables;
  in_parallel(2, [&](std::size_t i) {
    if (i == 0)
      resolve_references(sources.uses, sources, drafts, pack, sink);
    else
      read_tables(sources, tables_in_use(sources.uses), files, pack, of_tables);
  });
  for (const Diagnostic& one : of_tables.all()) sink.add(one);
}

void fill(Pack& pack, PackSources& sources, const Schema& schema, const PackFiles& files,
          DiagnosticSink& sink) {
  const RuleDrafts drafts = RuleDrafts::build(sources, schema, sink, sources.uses);
  if (!sources.top().files.empty()) {
    const Node& top = *sources.top().files.front();
    pack.id = string_at(top, "id");
    pack.version = string_at(top, "version");
    pack.title = string_at(top, "title");
    if (const Node* effective = top.find("effective"))
      fill_effective(*effective, pack, sink);
  }
  pack.terms = expand_terms(sources, sink);
  fill_basis(sources, pack, sink);
  fill_scoring(sources, pack);
  resolve(sources, drafts, files, pack, sink);
  fill_kind(sources, pack, sink);
  fill_vocabulary(sources, pack, sink);
  fill_elements(sources, pack, sink);
  fill_reporters(sources, pack, sink);
  fill_profiles(sources, drafts, schema, pack, sink);
  fill_rules(drafts, pack, sink);
  for (const auto& file : sources.top().files) {
    for (const Node* sample : nodes_of(file->find("samples"))) pack.samples.push_back(sample);
  }
  for (const auto& source : sources.packs)
    pack.files.insert(pack.files.end(), source->files.begin(), source->files.end());
  pack.sha256 = digest(sources);
}

}  // namespace

std::shared_ptr<const Pack> load_pack(const std::string& folder, const PackFiles& files,
                                      DiagnosticSink& sink) {
  DiagnosticSink found;
  std::string error;
  std::optional<Schema> schema;
  PackSources sources;
  in_parallel(2, [&](std::size_t i) {
    if (i == 0)
      sources = read_sources(folder, files, found);
    else
      schema = Schema::parse(pack_schema_json(), error);
  });
  if (!schema) {
    sink.add(diagnostic_of({words::kSchemaBroken, {error}}));
    return nullptr;
  }
  hold_against(*schema, sources, found);
  auto pack = std::make_shared<Pack>();
  pack->folder = folder;
  fill(*pack, sources, *schema, files, found);
  hand_over(found, sink);
  return found.has_errors() ? nullptr : pack;
}

}  // namespace plumbline::rules
