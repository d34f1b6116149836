#pragma once

#include <memory>
#include <optional>

#include "engine/rules/node.h"
#include "engine/rules/yaml_reader.h"

namespace plumbline::rules {

/// Reads a file with libyaml, several times as fast as with yaml-cpp, places included. nullopt for
/// whatever a pack must not hold and whatever the two may read in two ways: that is yaml-cpp's to
/// judge and to explain. Linear time. Never throws.
std::optional<Node> read_quick_yaml(const std::shared_ptr<const SourceFile>& file,
                                    const YamlLimits& limits);

}  // namespace plumbline::rules
