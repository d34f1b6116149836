// schema_probe SCHEMA FILE...: for each YAML file one line, "accept" or "reject" by our own
// interpreter of the schema, a blank, and the file as JSON; "unreadable" for what is not read.
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "engine/rules/schema.h"
#include "engine/rules/yaml_reader.h"

using namespace plumbline;
using namespace plumbline::rules;

namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      out += '\\';
    if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else
      out += c;
  }
  return out + "\"";
}

std::string json(const Node& node) {
  std::string out;
  switch (node.kind) {
    case Node::Kind::kNull:
      return "null";
    case Node::Kind::kScalar:
      return scalar_type(node) == ScalarType::kString ? quoted(node.scalar) : node.scalar;
    case Node::Kind::kSequence:
      for (const Node& item : node.items) out += (out.empty() ? "" : ",") + json(item);
      return "[" + out + "]";
    case Node::Kind::kMap:
      for (const Node::Entry& entry : node.entries)
        out += (out.empty() ? "" : ",") + quoted(entry.key) + ":" + json(entry.value);
      return "{" + out + "}";
  }
  return out;
}

std::string bytes_of(const char* path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

int main(int argc, char** argv) {
  std::string error;
  const auto schema = Schema::parse(argc > 1 ? bytes_of(argv[1]) : "", error);
  if (!schema) {
    std::cerr << error << "\n";
    return 1;
  }
  for (int i = 2; i < argc; ++i) {
    DiagnosticSink sink;
    const auto node = read_yaml(argv[i], bytes_of(argv[i]), sink);
    if (!node)
      std::cout << "unreadable\n";
    else
      std::cout << (schema->accepts(*node) ? "accept " : "reject ") << json(*node) << "\n";
  }
  return 0;
}
