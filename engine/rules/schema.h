#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rules/node.h"
#include "plumbline/diagnostic.h"

namespace plumbline::rules {

/// A scalar or key that the schema accepted through `$ref: #/definitions/NAME`: how the loader
/// finds every pattern, message and reference of a pack without knowing the keys of the check
/// kinds.
struct Use {
  std::string definition;
  std::string text;
  Position at;
  const Node* node = nullptr;  ///< null for a key
  std::shared_ptr<const SourceFile> file;
};

/// A JSON Schema (draft-07) over Node. Understood are $ref, type, enum, const, properties,
/// additionalProperties, propertyNames, required, items, minItems, minLength, minimum, maximum,
/// pattern, anyOf, oneOf, allOf, if/then; a schema that uses anything else is refused, so that
/// nothing in it is without effect. Immutable; share it freely.
class Schema {
 public:
  /// nullopt and the reason in `error` where `json` is no schema of that kind.
  static std::optional<Schema> parse(std::string_view json, std::string& error);

  /// Reports every violation to `sink` with place, allowed values and the nearest right word.
  /// `definition` picks a part of the schema, "" the whole; `name` says in messages what the node
  /// is ("rules.title-form"; "" for a file). Accepted scalars and keys are added to `uses`.
  void validate(const Node& node, std::string_view definition, const std::string& name,
                DiagnosticSink& sink, std::vector<Use>& uses) const;
  bool accepts(const Node& node, std::string_view definition = "") const;

  /// The words of an `enum` definition in their order; empty where there is none.
  std::vector<std::string> words(std::string_view definition) const;

  struct Part;   ///< schema_part.h
  struct Parts;  ///< schema_part.h

 private:
  std::shared_ptr<const Parts> parts_;
};

/// schemas/pack-v1.schema.json as it was when the program was built.
std::string_view pack_schema_json();

}  // namespace plumbline::rules
