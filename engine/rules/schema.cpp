#include "engine/rules/schema.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "engine/rules/schema_part.h"

namespace plumbline::rules {

using Json = nlohmann::ordered_json;

/// Reads JSON into parts; the first thing that is not understood is the error.
class SchemaReader {
 public:
  bool read(const Json& json) {
    if (json.contains("definitions")) {
      for (const auto& [name, definition] : json["definitions"].items())
        parts_->definitions[name] = part(definition);
    }
    parts_->root = part(json);
    return error_.empty() && resolve();
  }

  std::shared_ptr<Schema::Parts> take() { return std::move(parts_); }
  const std::string& error() const { return error_; }

 private:
  using Part = Schema::Part;
  using Read = void (SchemaReader::*)(const Json& value, Part& into);
  struct Row {
    std::string_view keyword;
    Read read;
  };
  static constexpr std::size_t kKeywords = 24;
  static const std::array<Row, kKeywords> kRows;
  static constexpr int kDeepest = 64;

  const Part* part(const Json& json) {
    parts_->all.push_back(std::make_unique<Part>());
    Part& out = *parts_->all.back();
    if (!json.is_object() || ++depth_ > kDeepest) {
      fail("a schema must be an object");
      return &out;
    }
    for (const auto& [keyword, value] : json.items()) {
      const auto* const row = std::find_if(
          kRows.begin(), kRows.end(), [&key = keyword](const Row& r) { return r.keyword == key; });
      if (row == kRows.end())
        fail("keyword '" + keyword + "' is not understood");
      else if (row->read != nullptr)
        (this->*row->read)(value, out);
    }
    --depth_;
    return &out;
  }

  void fail(std::string message) {
    if (error_.empty())
      error_ = std::move(message);
  }

  void ref(const Json& value, Part& into) {
    constexpr std::string_view prefix = "#/definitions/";
    const std::string text = value.get<std::string>();
    if (!text.starts_with(prefix))
      return fail("$ref '" + text + "' does not name a definition");
    into.ref = text.substr(prefix.size());
  }
  void type(const Json& value, Part& into) {
    into.types = value.is_array() ? value.get<std::vector<std::string>>()
                                  : std::vector{value.get<std::string>()};
  }
  void constant(const Json& value, Part& into) {
    if (value.is_string())
      into.constants.push_back({value.get<std::string>(), ScalarType::kString});
    else if (value.is_boolean())
      into.constants.push_back({value.dump(), ScalarType::kBoolean});
    else if (value.is_number_integer())
      into.constants.push_back({value.dump(), ScalarType::kInteger});
    else
      fail("a constant must be text, a boolean or an integer");
  }
  void constants(const Json& value, Part& into) {
    for (const Json& one : value) constant(one, into);
  }
  void properties(const Json& value, Part& into) {
    for (const auto& [key, property] : value.items())
      into.properties.emplace_back(key, part(property));
  }
  void additional(const Json& value, Part& into) {
    into.closed = value.is_boolean() && !value.get<bool>();
    if (value.is_object())
      into.additional = part(value);
  }
  void names(const Json& value, Part& into) { into.names = part(value); }
  void items(const Json& value, Part& into) { into.items = part(value); }
  void required(const Json& value, Part& into) {
    into.required = value.get<std::vector<std::string>>();
  }
  void min_items(const Json& value, Part& into) { into.min_items = value.get<int>(); }
  void min_length(const Json& value, Part& into) { into.min_length = value.get<int>(); }
  void minimum(const Json& value, Part& into) { into.minimum = value.get<int>(); }
  void maximum(const Json& value, Part& into) { into.maximum = value.get<int>(); }
  void pattern(const Json& value, Part& into) {
    into.pattern_source = value.get<std::string>();
    pattern::PatternError error;
    if (auto compiled = pattern::Pattern::compile(into.pattern_source, error))
      into.pattern = std::move(*compiled);
    else
      fail("pattern '" + into.pattern_source + "': " + error.message.in(Language::kEnglish));
  }
  void list(const Json& value, std::vector<const Part*>& into) {
    for (const Json& one : value) into.push_back(part(one));
  }
  void any_of(const Json& value, Part& into) { list(value, into.any_of); }
  void one_of(const Json& value, Part& into) { list(value, into.one_of); }
  void all_of(const Json& value, Part& into) { list(value, into.all_of); }
  void condition(const Json& value, Part& into) { into.condition = part(value); }
  void consequence(const Json& value, Part& into) { into.consequence = part(value); }

  bool resolve() {
    for (const auto& one : parts_->all) {
      if (!one->ref.empty() && (one->target = parts_->find(one->ref)) == nullptr)
        fail("$ref names the unknown definition '" + one->ref + "'");
    }
    return error_.empty();
  }

  std::shared_ptr<Schema::Parts> parts_ = std::make_shared<Schema::Parts>();
  std::string error_;
  int depth_ = 0;
};

const std::array<SchemaReader::Row, SchemaReader::kKeywords> SchemaReader::kRows = {{
    {"$schema", nullptr},
    {"$id", nullptr},
    {"title", nullptr},
    {"description", nullptr},
    {"definitions", nullptr},
    {"$ref", &SchemaReader::ref},
    {"type", &SchemaReader::type},
    {"const", &SchemaReader::constant},
    {"enum", &SchemaReader::constants},
    {"properties", &SchemaReader::properties},
    {"additionalProperties", &SchemaReader::additional},
    {"propertyNames", &SchemaReader::names},
    {"items", &SchemaReader::items},
    {"required", &SchemaReader::required},
    {"minItems", &SchemaReader::min_items},
    {"minLength", &SchemaReader::min_length},
    {"minimum", &SchemaReader::minimum},
    {"maximum", &SchemaReader::maximum},
    {"pattern", &SchemaReader::pattern},
    {"anyOf", &SchemaReader::any_of},
    {"oneOf", &SchemaReader::one_of},
    {"allOf", &SchemaReader::all_of},
    {"if", &SchemaReader::condition},
    {"then", &SchemaReader::consequence},
}};

const Schema::Part* Schema::Part::property(std::string_view key) const {
  for (const auto& [name, part] : properties) {
    if (name == key)
      return part;
  }
  return nullptr;
}

const Schema::Part* Schema::Parts::find(std::string_view definition) const {
  if (definition.empty())
    return root;
  const auto found = definitions.find(definition);
  return found == definitions.end() ? nullptr : found->second;
}

std::optional<Schema> Schema::parse(std::string_view json, std::string& error) {
  const Json parsed = Json::parse(json, nullptr, false);
  if (parsed.is_discarded()) {
    error = "not JSON";
    return std::nullopt;
  }
  SchemaReader reader;
  try {
    if (!reader.read(parsed))
      error = reader.error();
  } catch (const Json::exception& wrong) {
    error = wrong.what();
  }
  if (!error.empty())
    return std::nullopt;
  Schema schema;
  schema.parts_ = reader.take();
  return schema;
}

std::vector<std::string> Schema::words(std::string_view definition) const {
  std::vector<std::string> out;
  if (const Part* part = parts_->find(definition)) {
    for (const Constant& constant : part->constants) out.push_back(constant.text);
  }
  return out;
}

}  // namespace plumbline::rules
