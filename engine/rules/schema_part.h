#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/pattern/pattern.h"
#include "engine/rules/schema.h"

namespace plumbline::rules {

/// A value of `enum` or `const`.
struct Constant {
  std::string text;
  ScalarType type = ScalarType::kString;
};

/// One (sub)schema, parsed. Parts are owned by Schema::Parts and point at each other.
struct Schema::Part {
  std::string ref;  ///< name of a definition; then nothing else is set
  const Part* target = nullptr;
  std::vector<std::string> types;  ///< empty = any
  std::vector<Constant> constants;
  std::vector<std::pair<std::string, const Part*>> properties;
  const Part* additional = nullptr;
  bool closed = false;  ///< additionalProperties: false
  const Part* names = nullptr;
  const Part* items = nullptr;
  std::vector<std::string> required;
  std::optional<int> min_items, min_length, minimum, maximum;
  std::string pattern_source;
  pattern::Pattern pattern;
  std::vector<const Part*> any_of, one_of, all_of;
  const Part* condition = nullptr;  ///< if
  const Part* consequence = nullptr;

  const Part* property(std::string_view key) const;
};

struct Schema::Parts {
  std::vector<std::unique_ptr<Part>> all;
  std::map<std::string, const Part*, std::less<>> definitions;
  const Part* root = nullptr;

  const Part* find(std::string_view definition) const;
};

}  // namespace plumbline::rules
