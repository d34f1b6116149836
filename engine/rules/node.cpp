#include "engine/rules/node.h"

#include <algorithm>
#include <charconv>

namespace plumbline::rules {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_integer(std::string_view text) {
  if (text.starts_with('-'))
    text.remove_prefix(1);
  return all_digits(text) && text.size() <= 9 && (text == "0" || text[0] != '0');
}

bool is_decimal(std::string_view text) {
  const std::size_t point = text.find('.');
  return point != std::string_view::npos && is_integer(text.substr(0, point)) &&
         all_digits(text.substr(point + 1));
}

}  // namespace

std::string_view name_of(ScalarType type) {
  switch (type) {
    case ScalarType::kString:
      return "text";
    case ScalarType::kInteger:
      return "integer";
    case ScalarType::kDecimal:
      return "decimal";
    case ScalarType::kBoolean:
      return "boolean";
  }
  return "text";
}

ScalarType scalar_type(const Node& node) {
  if (node.quoted)
    return ScalarType::kString;
  if (node.scalar == "true" || node.scalar == "false")
    return ScalarType::kBoolean;
  if (is_integer(node.scalar))
    return ScalarType::kInteger;
  return is_decimal(node.scalar) ? ScalarType::kDecimal : ScalarType::kString;
}

const Node* Node::find(std::string_view key) const {
  for (const Entry& entry : entries) {
    if (entry.key == key)
      return &entry.value;
  }
  return nullptr;
}

std::string string_at(const Node& node, std::string_view key, std::string_view fallback) {
  const Node* found = node.find(key);
  return found != nullptr && found->is_scalar() ? found->scalar : std::string(fallback);
}

int int_at(const Node& node, std::string_view key, int fallback) {
  const Node* found = node.find(key);
  int value = fallback;
  if (found != nullptr && scalar_type(*found) == ScalarType::kInteger)
    std::from_chars(found->scalar.data(), found->scalar.data() + found->scalar.size(), value);
  return value;
}

bool bool_at(const Node& node, std::string_view key, bool fallback) {
  const Node* found = node.find(key);
  return found == nullptr ? fallback : found->scalar == "true";
}

std::vector<std::string> strings_at(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  std::vector<std::string> out;
  for (const Node* one : nodes_of(found)) out.push_back(one->scalar);
  return out;
}

const Node* term_named(const Node& rule, std::string_view name) {
  for (const Node::Entry& entry : rule.entries) {
    for (const Node& item : entry.value.items) {
      if (item.is_map() && string_at(item, "name") == name)
        return &item;
    }
  }
  return nullptr;
}

std::vector<const Node*> nodes_of(const Node* node) {
  std::vector<const Node*> out;
  if (node == nullptr || node->kind == Node::Kind::kNull)
    return out;
  if (!node->is_sequence())
    return {node};
  for (const Node& item : node->items) out.push_back(&item);
  return out;
}

}  // namespace plumbline::rules
