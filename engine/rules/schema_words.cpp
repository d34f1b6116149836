#include "engine/rules/schema_words.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "engine/base/code_points.h"

namespace plumbline::rules {
namespace {

constexpr std::size_t kLongestQuote = 40;  // code points
constexpr int kDeepest = 16;               // of $ref and anyOf in allowed_words

struct TypeRow {
  std::string_view name, words;
};
constexpr std::array<TypeRow, 7> kTypes = {{{"object", "a map of 'key: value'"},
                                            {"array", "a list"},
                                            {"string", "text"},
                                            {"integer", "a whole number"},
                                            {"number", "a number"},
                                            {"boolean", "true or false"},
                                            {"null", "nothing"}}};

std::string quoted(std::string_view text) {
  const std::size_t end = utf8::offset_of(text, kLongestQuote);
  return "'" + std::string(text.substr(0, end)) + (end < text.size() ? "…'" : "'");
}

bool wants(const Schema::Part& part, std::string_view type) {
  return std::find(part.types.begin(), part.types.end(), type) != part.types.end();
}

std::string remedy(const Schema::Part& part, const Node& node) {
  if (node.kind == Node::Kind::kNull)
    return "; write a value after the colon, or remove the key";
  if (!node.is_scalar())
    return "";
  if (wants(part, "string") && scalar_type(node) != ScalarType::kString)
    return "; put it in quotes";
  if (wants(part, "boolean"))
    return "; write true or false, without quotes";
  const bool digits = std::any_of(node.scalar.begin(), node.scalar.end(),
                                  [](unsigned char c) { return std::isdigit(c) != 0; });
  if ((wants(part, "integer") || wants(part, "number")) && digits)
    return "; write decimal digits without quotes, leading zeros or units";
  return "";
}

void gather(const Schema::Part& part, int depth, std::vector<std::string>& out) {
  if (depth > kDeepest)
    return;
  if (part.target != nullptr)
    return gather(*part.target, depth + 1, out);
  for (const Constant& constant : part.constants) out.push_back(constant.text);
  for (const auto* list : {&part.any_of, &part.one_of, &part.all_of}) {
    for (const Schema::Part* one : *list) gather(*one, depth + 1, out);
  }
}

}  // namespace

std::string described(const Node& node) {
  switch (node.kind) {
    case Node::Kind::kNull:
      return "nothing";
    case Node::Kind::kSequence:
      return "a list";
    case Node::Kind::kMap:
      return "a map";
    case Node::Kind::kScalar:
      break;
  }
  switch (scalar_type(node)) {
    case ScalarType::kInteger:
    case ScalarType::kDecimal:
      return "the number " + node.scalar;
    case ScalarType::kBoolean:
      return node.scalar;
    case ScalarType::kString:
      break;
  }
  return "text " + quoted(node.scalar);
}

bool type_fits(const std::string& type, const Node& node) {
  if (type == "object")
    return node.is_map();
  if (type == "array")
    return node.is_sequence();
  if (type == "null")
    return node.kind == Node::Kind::kNull;
  if (!node.is_scalar())
    return false;
  const ScalarType scalar = scalar_type(node);
  if (type == "string")
    return scalar == ScalarType::kString;
  if (type == "boolean")
    return scalar == ScalarType::kBoolean;
  return scalar == ScalarType::kInteger || (type == "number" && scalar == ScalarType::kDecimal);
}

std::string type_mismatch(const Schema::Part& part, const Node& node) {
  std::string expected;
  for (const std::string& type : part.types) {
    const auto* const row = std::find_if(kTypes.begin(), kTypes.end(),
                                         [&](const TypeRow& r) { return r.name == type; });
    expected += expected.empty() ? "" : " or ";
    expected += row == kTypes.end() ? type : std::string(row->words);
  }
  return "expected " + expected + ", found " + described(node) + remedy(part, node);
}

bool is_constant(const Schema::Part& part, const Node& node) {
  return node.is_scalar() &&
         std::any_of(part.constants.begin(), part.constants.end(), [&](const Constant& constant) {
           return constant.type == scalar_type(node) && constant.text == node.scalar;
         });
}

std::vector<std::string> allowed_words(const Schema::Part& part) {
  std::vector<std::string> out;
  gather(part, 0, out);
  return out;
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "; allowed: " : ", ") + word;
  return out;
}

}  // namespace plumbline::rules
