#include "engine/rules/yaml_reader.h"

#include <doctest/doctest.h>

#include <string>

#include "engine/base/diagnostic.h"

using namespace plumbline;
using namespace plumbline::rules;

namespace {

std::string dump(const Node& node) {
  const std::string at = "@" + std::to_string(node.at.line) + ":" + std::to_string(node.at.column);
  std::string out;
  switch (node.kind) {
    case Node::Kind::kNull:
      return "~" + at;
    case Node::Kind::kScalar:
      return (node.quoted ? "'" + node.scalar + "'" : node.scalar) + at;
    case Node::Kind::kSequence:
      for (const Node& item : node.items) out += (out.empty() ? "" : " ") + dump(item);
      return "[" + out + "]" + at;
    case Node::Kind::kMap:
      for (const Node::Entry& entry : node.entries)
        out += (out.empty() ? "" : " ") + entry.key + "@" + std::to_string(entry.at.line) + ":" +
               std::to_string(entry.at.column) + "=" + dump(entry.value);
      return "{" + out + "}" + at;
  }
  return out;
}

std::string read(std::string_view text, const YamlLimits& limits = {}) {
  DiagnosticSink sink;
  const auto node = read_yaml("a.yaml", text, sink, limits);
  std::string out = node ? dump(*node) : "";
  for (const Diagnostic& diagnostic : sink.all())
    out += render_diagnostic(diagnostic, Language::kEnglish);
  CHECK((node == nullptr) == sink.has_errors());
  return out;
}

}  // namespace

TEST_CASE("a file becomes nodes with places in code points") {
  const struct {
    std::string_view text, dump;
  } rows[] = {
      {"a: 1\n", "{a@1:1=1@1:4}@1:1"},
      {"标题: 法治\nb: [x, 'y']\n", "{标题@1:1=法治@1:5 b@2:1=[x@2:5 'y'@2:8]@2:4}@1:1"},
      {"\xEF\xBB\xBF"
       "\"a\": \"b\"\r\nc:\r\n  - d\r\n",
       "{a@1:1='b'@1:6 c@2:1=[d@3:5]@3:3}@1:1"},
      {"a:\nb: ~\nc: |\n  x\n  y\n", "{a@1:1=~@1:1 b@2:1=~@2:1 c@3:1='x\ny\n'@3:4}@1:1"},
      {"{法: {治: 是}, 政: 府}\n", "{法@1:2={治@1:6=是@1:9}@1:5 政@1:13=府@1:16}@1:1"},
      {"yes: no\n010: 0x1F\n", "{yes@1:1=no@1:6 010@2:1=0x1F@2:6}@1:1"},
      {"--- # pack\na: 1\n...\n", "{a@2:1=1@2:4}@2:1"},
      {"a: x\ty\n", "{a@1:1=x\ty@1:4}@1:1"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.dump);
  }
}

TEST_CASE("what a pack file may not hold is refused with place and remedy") {
  const struct {
    std::string_view text, message;
  } rows[] = {
      {"", "a.yaml: error[P1002]: the file is empty\n"},
      {"# nothing\n\n", "a.yaml: error[P1002]: the file is empty\n"},
      {"- a\n", "a.yaml:1:1: error[P1011]: the file must be a map of 'key: value' lines\n- a\n^\n"},
      {"法: 1\n法: 2\n",
       "a.yaml:2:1: error[P1004]: key '法' stands twice here (first on line 1); keep one\n"
       "法: 2\n^~\n"},
      {"a:\n\tb: 1\n",
       "a.yaml:2:1: error[P1005]: a tab in the indentation; indent with spaces\n\tb: 1\n^\n"},
      {"a: &x 1\nb: 2\n",
       "a.yaml:1:4: error[P1006]: an anchor (&name) is not allowed in a pack; text that begins "
       "with '&' needs quotes\na: &x 1\n   ^\n"},
      {"a: *次\n",
       "a.yaml:1:4: error[P1003]: not readable as YAML: the referenced anchor is not defined; text "
       "that begins with '*' needs quotes; aliases are not allowed in a pack\na: *次\n   ^\n"},
      {"a: !!str 1\n",
       "a.yaml:1:4: error[P1006]: a tag (!name) is not allowed in a pack; text that begins with "
       "'!' needs quotes\na: !!str 1\n   ^\n"},
      {"a: 1\n---\nb: 2\n",
       "a.yaml:2:1: error[P1012]: a second document begins here; a pack file holds one, remove the "
       "line '---'\n---\n^\n"},
      {"[a]: 1\n",
       "a.yaml:1:1: error[P1013]: a key must be a word; text that begins with '[' or '{' needs "
       "quotes\n[a]: 1\n^\n"},
      {": 1\n", "a.yaml:1:1: error[P1013]: an empty key; write a name before the colon\n: 1\n^\n"},
      {"标题: a: b\n",
       "a.yaml:1:6: error[P1003]: not readable as YAML: illegal map value; a value that holds ': ' "
       "needs quotes\n标题: a: b\n       ^\n"},
      {"a: [b\n",
       "a.yaml:2:1: error[P1003]: not readable as YAML: end of sequence flow not found; close the "
       "list with ']'; a pattern that begins with '[' needs single quotes\n"},
      {"a: \"\\d\"\n",
       "a.yaml:1:7: error[P1003]: not readable as YAML: unknown escape character: d; a pattern "
       "with '\\' needs single quotes\na: \"\\d\"\n      ^\n"},
      {"a: \xB7\xA8\xD6\xCE\n",
       "a.yaml:1:4: error[P1008]: the file is not UTF-8 (byte 0xB7); if it was saved as GB18030 or "
       "GBK, save it again as UTF-8\n"},
      {"\xFF\xFE"
       "a",
       "a.yaml:1:1: error[P1008]: the file is UTF-16; save it again as UTF-8\n"},
      {std::string_view("法: 1\nb: \0\n", 12),
       "a.yaml:2:4: error[P1009]: control character 0x00; a pack is plain text, remove it\n"},
      {"a: 1\rb: 2\n",
       "a.yaml:1:5: error[P1009]: control character 0x0D; a pack is plain text, remove it\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.message);
  }
}

TEST_CASE("every duplicate key and alias of a file is named in one run") {
  CHECK(read("a: &x 1\na: *x\nb: {c: 1, c: 2}\n") ==
        "a.yaml:1:4: error[P1006]: an anchor (&name) is not allowed in a pack; text that begins "
        "with '&' needs quotes\na: &x 1\n   ^\n"
        "a.yaml:2:1: error[P1004]: key 'a' stands twice here (first on line 1); keep one\n"
        "a: *x\n^\n"
        "a.yaml:2:4: error[P1006]: an alias (*name) is not allowed in a pack; write it out, or "
        "name a fragment in 'terms'; text that begins with '*' needs quotes\na: *x\n   ^\n"
        "a.yaml:3:11: error[P1004]: key 'c' stands twice here (first on line 3); keep one\n"
        "b: {c: 1, c: 2}\n          ^\n");
}

TEST_CASE("depth nodes bytes and mistakes are bounded") {
  const YamlLimits small{.bytes = 100, .nodes = 5, .depth = 3};
  CHECK(read("a: [[[b]]]\n", small) ==
        "a.yaml:1:6: error[P1007]: nested more than 3 levels deep\na: [[[b]]]\n     ^\n");
  CHECK(read("a: [b, c, d]\n", small) ==
        "a.yaml:1:11: error[P1010]: the file holds more than 5 values; move long tables to CSV "
        "files\na: [b, c, d]\n          ^\n");
  CHECK(read(std::string(101, ' '), small) ==
        "a.yaml: error[P1010]: the file is larger than 100 bytes\n");
  std::string many = "a: 1\n";
  for (int i = 0; i < 500; ++i) many += "a: 1\n";
  DiagnosticSink sink;
  CHECK(read_yaml("a", many, sink) == nullptr);
  CHECK(sink.all().size() == 101);
  CHECK(sink.all().back().message.in(Language::kEnglish) ==
        "too many mistakes; the rest is not shown");
}

TEST_CASE("only true and false are booleans and only plain decimals numbers") {
  const struct {
    std::string_view scalar;
    ScalarType type;
  } rows[] = {{"true", ScalarType::kBoolean},      {"True", ScalarType::kString},
              {"yes", ScalarType::kString},        {"0", ScalarType::kInteger},
              {"-15", ScalarType::kInteger},       {"010", ScalarType::kString},
              {"0x1F", ScalarType::kString},       {"1.50", ScalarType::kDecimal},
              {"1.", ScalarType::kString},         {"1e3", ScalarType::kString},
              {"12345678901", ScalarType::kString}};
  for (const auto& row : rows) {
    CAPTURE(row.scalar);
    Node node;
    node.kind = Node::Kind::kScalar;
    node.scalar = row.scalar;
    CHECK(scalar_type(node) == row.type);
    node.quoted = true;
    CHECK(scalar_type(node) == ScalarType::kString);
  }
}
