#pragma once

#include <memory>
#include <optional>

#include "engine/rules/node.h"
#include "engine/rules/yaml_reader.h"

namespace plumbline::rules {

/// Reads the plain YAML that packs are written in, many times as fast as yaml-cpp: maps and lists
/// by indentation, values that end on their line (plain, quoted, [] and {}), and literal blocks
/// (| and |-). Gives what yaml-cpp gives, places included. nullopt for whatever else the file
/// holds, be it valid or not: that is yaml-cpp's to judge and to explain. Linear time.
std::optional<Node> read_plain_yaml(const std::shared_ptr<const SourceFile>& file,
                                    const YamlLimits& limits);

}  // namespace plumbline::rules
