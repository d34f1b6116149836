#include "engine/rules/schema.h"

#include <doctest/doctest.h>

#include <string>

#include "engine/base/diagnostic.h"
#include "engine/rules/yaml_reader.h"

using namespace plumbline;
using namespace plumbline::rules;

namespace {

Schema schema(std::string_view json) {
  std::string error;
  auto out = Schema::parse(json, error);
  REQUIRE_MESSAGE(out, error);
  return *out;
}

std::string validated(const Schema& schema, std::string_view yaml,
                      std::string_view definition = "") {
  DiagnosticSink sink;
  std::vector<Use> uses;
  const auto node = read_yaml("a.yaml", yaml, sink);
  REQUIRE(node);
  schema.validate(*node, definition, "", sink, uses);
  CHECK(schema.accepts(*node, definition) == sink.all().empty());
  std::string out;
  for (const Diagnostic& one : sink.all())
    out += std::to_string(one.line) + ":" + std::to_string(one.column) + " " + one.code + " " +
           one.message.in(Language::kEnglish) + "\n";
  return out;
}

}  // namespace

TEST_CASE("each keyword of the schema accepts and refuses") {
  const struct {
    std::string_view schema, good, bad, message;
  } rows[] = {
      {R"({"type": "string"})", "k: a", "k: 12",
       "1:4 P1101 k: expected text, found the number 12; put it in quotes\n"},
      {R"({"type": "string"})", "k: '12'", "k: true",
       "1:4 P1101 k: expected text, found true; put it in quotes\n"},
      {R"({"type": "string"})", "k: yes", "k: [a]", "1:4 P1101 k: expected text, found a list\n"},
      {R"({"type": "integer"})", "k: 10", "k: 010",
       "1:4 P1101 k: expected a whole number, found text '010'; write decimal digits without "
       "quotes, leading zeros or units\n"},
      {R"({"type": "integer"})", "k: -3", "k: 1.5",
       "1:4 P1101 k: expected a whole number, found the number 1.5; write decimal digits without "
       "quotes, leading zeros or units\n"},
      {R"({"type": "number"})", "k: 1.5", "k: 1e3",
       "1:4 P1101 k: expected a number, found text '1e3'; write decimal digits without quotes, "
       "leading zeros or units\n"},
      {R"({"type": "boolean"})", "k: true", "k: yes",
       "1:4 P1101 k: expected true or false, found text 'yes'; write true or false, without "
       "quotes\n"},
      {R"({"type": "array"})", "k: [a]", "k: a", "1:4 P1101 k: expected a list, found text 'a'\n"},
      {R"({"type": "object"})", "k: {a: b}", "k:",
       "1:1 P1101 k: expected a map of 'key: value', found nothing; write a value after the colon, "
       "or remove the key\n"},
      {R"({"enum": ["error", "note"]})", "k: note", "k: eror",
       "1:4 P1102 k: text 'eror' is not allowed; did you mean 'error'?; allowed: error, note\n"},
      {R"({"const": 5})", "k: 5", "k: '5'", "1:4 P1102 k: text '5' is not allowed; allowed: 5\n"},
      {R"({"minLength": 1})", "k: a", "k: ''", "1:4 P1105 k: the text is empty\n"},
      {R"({"pattern": "^[a-z]+$"})", "k: ab", "k: aB",
       "1:4 P1105 k: text 'aB' does not have the form ^[a-z]+$\n"},
      {R"({"pattern": "^[a-z]+$"})", "k: ab", "k: \"ab\\ncd\"",
       "1:4 P1105 k: text 'ab\ncd' does not have the form ^[a-z]+$\n"},
      {R"({"minimum": 0, "maximum": 100})", "k: 100", "k: -1", "1:4 P1106 k: -1 is below 0\n"},
      {R"({"minimum": 0, "maximum": 100})", "k: 0", "k: 101", "1:4 P1106 k: 101 is above 100\n"},
      {R"({"minItems": 1})", "k: [a]", "k: []", "1:4 P1107 k: the list needs at least 1 item\n"},
      {R"({"items": {"type": "string"}})", "k: [a]", "k: [a, 1, 2]",
       "1:8 P1101 k[2]: expected text, found the number 1; put it in quotes\n1:11 P1101 k[3]: "
       "expected text, found the number 2; put it in quotes\n"},
      {R"({"required": ["a", "b"]})", "k: {a: 1, b: 2}", "k: {c: 1}",
       "1:4 P1104 missing key 'a', 'b' in k\n"},
      {R"({"additionalProperties": false, "properties": {"title": {}}})", "k: {title: a}",
       "k: {titel: a}",
       "1:5 P1103 unknown key 'titel' in k; did you mean 'title'?; allowed: title\n"},
      {R"({"additionalProperties": {"type": "integer"}})", "k: {a: 1}", "k: {a: x}",
       "1:8 P1101 k.a: expected a whole number, found text 'x'\n"},
      {R"({"propertyNames": {"pattern": "^[a-z]+$"}})", "k: {a: 1}", "k: {A: 1}",
       "1:5 P1105 k: key 'A' does not have the form ^[a-z]+$\n"},
      {R"({"propertyNames": {"anyOf": [{"enum": ["aa"]}, {"enum": ["bb"]}]}})", "k: {bb: 1}",
       "k: {ab: 1}", "1:5 P1103 unknown key 'ab' in k; did you mean 'aa'?; allowed: aa, bb\n"},
      {R"({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]})",
       "k: [a]", "k: [1]", "1:5 P1101 k[1]: expected text, found the number 1; put it in quotes\n"},
      {R"({"anyOf": [{"type": "string"}, {"type": "array"}]})", "k: a", "k: {a: 1}",
       "1:4 P1101 k: expected text or a list, found a map\n"},
      {R"({"anyOf": [{"required": ["a"]}, {"required": ["b"]}]})", "k: {b: 1}", "k: {c: 1}",
       "1:4 P1104 missing one of 'a', 'b' in k\n"},
      {R"({"oneOf": [{"required": ["a"]}, {"required": ["b"]}]})", "k: {b: 1}", "k: {a: 1, b: 1}",
       "1:4 P1109 only one of 'a', 'b' may stand in k\n"},
      {R"({"anyOf": [{"const": "any"}, {"type": "object", "required": ["a"]}]})", "k: any",
       "k: all", "1:4 P1102 k: text 'all' is not allowed; allowed: any\n"},
      {R"({"allOf": [{"required": ["a"]}, {"required": ["b"]}]})", "k: {a: 1, b: 1}", "k: {a: 1}",
       "1:4 P1104 missing key 'b' in k\n"},
      {R"({"if": {"properties": {"a": {"const": "x"}}, "required": ["a"]}, "then": {"required": ["b"]}})",
       "k: {a: y}", "k: {a: x}", "1:4 P1104 missing key 'b' in k\n"},
      {R"({"$ref": "#/definitions/d"})", "k: a", "k: []",
       "1:4 P1101 k: expected text, found a list\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.schema);
    CAPTURE(row.bad);
    const Schema tested =
        schema(R"({"definitions": {"d": {"type": "string"}}, "properties": {"k": )" +
               std::string(row.schema) + "}}");
    CHECK(validated(tested, row.good) == "");
    CHECK(validated(tested, row.bad) == row.message);
  }
}

TEST_CASE("a schema that holds what is not understood is refused") {
  const struct {
    std::string_view json, error;
  } rows[] = {{"{", "not JSON"},
              {R"({"maxLength": 3})", "keyword 'maxLength' is not understood"},
              {R"({"$ref": "#/definitions/x"})", "$ref names the unknown definition 'x'"},
              {R"({"$ref": "other.json"})", "$ref 'other.json' does not name a definition"},
              {R"({"items": [1]})", "a schema must be an object"},
              {R"({"const": 1.5})", "a constant must be text, a boolean or an integer"}};
  for (const auto& row : rows) {
    CAPTURE(row.json);
    std::string error;
    CHECK(!Schema::parse(row.json, error));
    CHECK(error == row.error);
  }
}

TEST_CASE("what went through a definition is handed to the loader") {
  const Schema tested =
      schema(R"({"definitions": {"pattern": {"type": "string"}, "id": {"pattern": "^[a-z]+$"}},
      "propertyNames": {"$ref": "#/definitions/id"},
      "additionalProperties": {"anyOf": [{"$ref": "#/definitions/pattern"},
        {"type": "array", "items": {"$ref": "#/definitions/pattern"}}]}})");
  DiagnosticSink sink;
  const auto node = read_yaml("a.yaml", "a: x\nb: [y, z]\n", sink);
  std::vector<Use> uses;
  tested.validate(*node, "", "", sink, uses);
  std::string dump;
  for (const Use& use : uses)
    dump += use.definition + "=" + use.text + "@" + std::to_string(use.at.line) + ":" +
            std::to_string(use.at.column) + (use.node == nullptr ? " key; " : "; ");
  CHECK(dump == "id=a@1:1 key; pattern=x@1:4; id=b@2:1 key; pattern=y@2:5; pattern=z@2:8; ");
}

TEST_CASE("a circle of references ends") {
  const Schema tested = schema(R"({"definitions": {"a": {"$ref": "#/definitions/b"},
      "b": {"$ref": "#/definitions/a"}}, "$ref": "#/definitions/a"})");
  DiagnosticSink sink;
  const auto node = read_yaml("a.yaml", "a: x\n", sink);
  CHECK(!tested.accepts(*node));
}

TEST_CASE("the schema of packs is understood and knows both worked kinds") {
  const Schema pack = schema(pack_schema_json());
  CHECK(pack.words("states-element") == std::vector<std::string>{"absent", "mention", "passage",
                                                                 "subsection", "shared",
                                                                 "blocked"});
  CHECK(validated(pack,
                  "title: t\ncheck: text\nseverity: {found: error, missing: off}\nmessage: m\n"
                  "forbid: [a, {match: [b], name: W-01, severity: note}]\n",
                  "rule") == "");
  CHECK(
      validated(pack,
                "title: t\ncheck: text\nseverity: {foud: error}\nmessage: m\nelement: x\n"
                "forbit: [a]\n",
                "rule") ==
      "1:1 P1104 missing one of 'forbid', 'require' in the file\n"
      "3:12 P1103 unknown key 'foud' in severity; did you mean 'found'?; allowed: found, missing\n"
      "5:1 P1103 unknown key 'element' in the file; allowed: title, check, severity, announced, "
      "points, partial, deduct, when, unless, blocked_by, basis, message, advice, mask, cases, "
      "scope, "
      "forbid, require\n"
      "6:1 P1103 unknown key 'forbit' in the file; did you mean 'forbid'?; allowed: title, check, "
      "severity, announced, points, partial, deduct, when, unless, blocked_by, basis, message, "
      "advice, mask, cases, scope, forbid, require\n");
}
