#include "engine/rules/formed_yaml.h"

#include <optional>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/rules/messages_reading.h"
#include "engine/rules/schema.h"
#include "engine/rules/yaml_reader.h"

namespace plumbline::rules {

FormedYaml read_formed_yaml(std::string path, std::string_view bytes, std::string_view schema_json,
                            DiagnosticSink& sink) {
  std::string error;
  const std::optional<Schema> schema = Schema::parse(schema_json, error);
  if (!schema) {
    sink.add(diagnostic_of({words::kSchemaBroken, {error}}));
    return {};
  }
  std::shared_ptr<const Node> top = read_yaml(std::move(path), bytes, sink);
  if (!top)
    return {};
  DiagnosticSink form;
  std::vector<Use> uses;
  schema->validate(*top, "", "", form, uses);
  for (const Diagnostic& mistake : form.all()) sink.add(mistake);
  return {std::move(top), !form.has_errors()};
}

}  // namespace plumbline::rules
