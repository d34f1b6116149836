#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/rules/node.h"
#include "engine/rules/pack.h"
#include "engine/rules/schema.h"
#include "plumbline/diagnostic.h"

namespace plumbline::rules {

/// One pack folder as read: pack.yaml first, then its `files`.
struct PackSource {
  std::string id, folder;
  std::vector<std::shared_ptr<const Node>> files;
};

/// An entry of a section (`rules:`, `terms:` …) with its owner.
struct Item {
  const Node::Entry* entry = nullptr;
  const PackSource* pack = nullptr;
};

/// A pack and everything it extends.
struct PackSources {
  std::vector<std::unique_ptr<PackSource>> packs;  ///< extended ones first, the pack itself last
  std::map<std::string, std::string> digests;      ///< "pack-id/path" to SHA-256 of the bytes
  std::vector<Use> uses;                           ///< what the schema accepted

  const PackSource& top() const { return *packs.back(); }
  /// Entries of a map section in merge order; empty where a section is no map.
  std::vector<Item> items(std::string_view section) const;
  /// The nodes of a section, one for each file that has it.
  std::vector<const Node*> sections(std::string_view section) const;
};

/// Reads `folder`/pack.yaml, its files and, through find_pack, what it extends (a circle is an
/// error, a diamond is read once). Nodes are as they were written: any shape.
PackSources read_sources(const std::string& folder, const PackFiles& files, DiagnosticSink& sink);

/// Holds every file against the schema and fills `uses`.
void hold_against(const Schema& schema, PackSources& sources, DiagnosticSink& sink);

/// A path in a pack may not lead out of its folder.
bool leaves_folder(const std::string& path);

/// A diagnostic at an entry's key.
Diagnostic diagnostic_at_key(const Node::Entry& entry, Message message);
/// "rules/a.yaml:12", for messages that point at a second place.
std::string place_of(const Node::Entry& entry);

}  // namespace plumbline::rules
