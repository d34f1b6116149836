#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/rules/node.h"
#include "plumbline/diagnostic.h"

namespace plumbline::rules {

/// A YAML file held against a schema that the program carries.
struct FormedYaml {
  std::shared_ptr<const Node> top;  ///< null where nothing could be read
  bool has_form = false;            ///< the schema found no fault: values may be taken as they are
};

/// Reads YAML as read_yaml does. Every mistake goes to `sink` with its place. Never throws.
FormedYaml read_formed_yaml(std::string path, std::string_view bytes, std::string_view schema_json,
                            DiagnosticSink& sink);

}  // namespace plumbline::rules
