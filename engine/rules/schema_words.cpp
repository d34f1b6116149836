#include "engine/rules/schema_words.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "engine/base/code_points.h"
#include "engine/rules/messages_form.h"

namespace plumbline::rules {
namespace {

constexpr std::size_t kLongestQuote = 40;  // code points
constexpr int kDeepest = 16;               // of $ref and anyOf in allowed_words

struct TypeRow {
  std::string_view name;
  Form words;
};
constexpr std::array<TypeRow, 7> kTypes = {{{"object", words::kAMapOfKeys},
                                            {"array", words::kAList},
                                            {"string", words::kAText},
                                            {"integer", words::kAWholeNumber},
                                            {"number", words::kANumber},
                                            {"boolean", words::kTrueOrFalse},
                                            {"null", words::kNothing}}};

std::string shortened(std::string_view text) {
  const std::size_t end = utf8::offset_of(text, kLongestQuote);
  return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

bool wants(const Schema::Part& part, std::string_view type) {
  return std::find(part.types.begin(), part.types.end(), type) != part.types.end();
}

Message remedy(const Schema::Part& part, const Node& node) {
  if (node.kind == Node::Kind::kNull)
    return words::kWriteAValue;
  if (!node.is_scalar())
    return {};
  if (wants(part, "string") && scalar_type(node) != ScalarType::kString)
    return words::kPutInQuotes;
  if (wants(part, "boolean"))
    return words::kWriteTrueOrFalse;
  const bool digits = std::any_of(node.scalar.begin(), node.scalar.end(),
                                  [](unsigned char c) { return std::isdigit(c) != 0; });
  if ((wants(part, "integer") || wants(part, "number")) && digits)
    return words::kWriteDigits;
  return {};
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

Message described(const Node& node) {
  switch (node.kind) {
    case Node::Kind::kNull:
      return words::kNothing;
    case Node::Kind::kSequence:
      return words::kAList;
    case Node::Kind::kMap:
      return words::kAMap;
    case Node::Kind::kScalar:
      break;
  }
  switch (scalar_type(node)) {
    case ScalarType::kInteger:
    case ScalarType::kDecimal:
      return {words::kThisNumber, {node.scalar}};
    case ScalarType::kBoolean:
      return node.scalar;
    case ScalarType::kString:
      break;
  }
  return {words::kThisText, {shortened(node.scalar)}};
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

Message type_mismatch(Message of, const Schema::Part& part, const Node& node) {
  Message expected;
  for (const std::string& type : part.types) {
    const auto* const row = std::find_if(kTypes.begin(), kTypes.end(),
                                         [&](const TypeRow& r) { return r.name == type; });
    const Message one = row == kTypes.end() ? Message(type) : Message(row->words);
    expected = expected.empty() ? one : Message(words::kEither, {expected, one});
  }
  return {words::kWrongType,
          {std::move(of), std::move(expected), described(node), remedy(part, node)}};
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

Message form_asked(const std::string& pattern) {
  const auto* const row = std::ranges::find(words::kTextForms, pattern, &words::TextForm::pattern);
  if (row == words::kTextForms.end())
    return pattern;
  return Form{"", row->pattern, row->chinese};  // its braces are no values
}

Message listed(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& word : all) out += (out.empty() ? "" : ", ") + word;
  return out.empty() ? Message() : Message(words::kAllowed, {out});
}

}  // namespace plumbline::rules
