#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/rules/node.h"
#include "plumbline/diagnostic.h"

namespace plumbline::rules {

/// Bounds of one YAML file. A pack beyond them is refused, so that memory is bounded.
struct YamlLimits {
  std::size_t bytes = 8u << 20;
  std::size_t nodes = 200'000;
  int depth = 64;
};

/// Reads one YAML document whose top is a map. UTF-8 with or without BOM, LF or CRLF. Refused with
/// a diagnostic: another encoding, NUL, tabs in the indentation, duplicate keys, anchors, aliases
/// and tags, several documents, what exceeds the limits. nullptr iff an error was added to `sink`.
std::shared_ptr<const Node> read_yaml(std::string path, std::string_view bytes,
                                      DiagnosticSink& sink, const YamlLimits& limits = {});
/// The same without the quick way (quick_yaml.h): what tests hold that against.
std::shared_ptr<const Node> read_yaml_by_library(std::string path, std::string_view bytes,
                                                 DiagnosticSink& sink,
                                                 const YamlLimits& limits = {});

}  // namespace plumbline::rules
