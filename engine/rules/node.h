#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline::rules {

/// Where a YAML node stands. Line and column (code points) from 1.
struct Position {
  int line = 0;
  int column = 0;
};

/// A YAML file as it was read: path and text (without BOM, lines end in '\n'), for carets.
struct SourceFile {
  std::string path;
  std::string text;
  std::vector<std::size_t> lines;  ///< byte offset of the begin of each line

  /// Text of line `number` (from 1) without its end; empty where there is none.
  std::string_view line(int number) const;
};

/// YAML as plain data that remembers where it stood. No yaml-cpp type leaves yaml_reader.cpp.
struct Node {
  enum class Kind : std::uint8_t { kNull, kScalar, kSequence, kMap };
  struct Entry;

  Kind kind = Kind::kNull;
  std::string scalar;
  bool quoted = false;  ///< a quoted or block scalar is always a string
  std::vector<Node> items;
  std::vector<Entry> entries;  ///< in file order, keys unique
  Position at;
  std::shared_ptr<const SourceFile> file;

  bool is_map() const { return kind == Kind::kMap; }
  bool is_sequence() const { return kind == Kind::kSequence; }
  bool is_scalar() const { return kind == Kind::kScalar; }
  /// nullptr where the key is not there (or this is no map).
  const Node* find(std::string_view key) const;
};

struct Node::Entry {
  std::string key;
  Position at;  ///< of the key
  Node value;
};

/// What a scalar is. Only true and false are booleans, only decimal digits without a leading zero
/// integers (at most nine): yes, off, 010, 0x1F and 1e3 are text wherever text may stand, and
/// refused where something else must.
enum class ScalarType : std::uint8_t { kString, kInteger, kDecimal, kBoolean };
ScalarType scalar_type(const Node& node);
std::string_view name_of(ScalarType type);

/// Reading helpers for nodes that the schema has accepted; a missing key gives the default.
std::string string_at(const Node& node, std::string_view key, std::string_view fallback = "");
int int_at(const Node& node, std::string_view key, int fallback = 0);
bool bool_at(const Node& node, std::string_view key, bool fallback = false);
/// A scalar gives one string, a sequence of scalars all of them.
std::vector<std::string> strings_at(const Node& node, std::string_view key);
/// The item with this `name` in any list of a rule: what RULE.NAME means. nullptr where none has
/// it.
const Node* term_named(const Node& rule, std::string_view name);
/// The items of a sequence, or the one node that stands in its place; empty for nullptr and null.
std::vector<const Node*> nodes_of(const Node* node);

}  // namespace plumbline::rules
