#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/rules/node.h"
#include "engine/rules/source_file.h"
#include "engine/rules/yaml_reader.h"

namespace plumbline::rules {

/// Thrown by YamlTree to leave a file that is beyond its bounds or wrong all over; the complaint
/// is in the sink then. Readers of YAML catch it.
struct YamlStop {};

/// The tree of one file from the events of a parser of YAML, and what the form of packs forbids:
/// duplicate keys, keys that are no words, anchors, aliases, tags, several documents, too much.
class YamlTree {
 public:
  /// References must outlive it.
  YamlTree(std::shared_ptr<const SourceFile> file, DiagnosticSink& sink, const YamlLimits& limits);

  void document(Position at);
  void scalar(Position at, const std::string& value, bool quoted);
  /// No value, or a word that stands for none.
  void null(Position at);
  void open(Node::Kind kind, Position at);
  void close();
  void alias(Position at);
  void anchor(Position at);
  void tag(Position at);

  bool is_in_map() const { return !stack_.empty() && stack_.back().node.is_map(); }
  Node take_root() { return std::move(root_); }

 private:
  struct Frame {
    Node node;
    bool as_key = false;       // this collection stands where a key should
    bool key_expected = true;  // maps: the next node is a key
    bool keep = true;          // false: the value of a duplicate key
    std::string key;
    Position key_at;
    std::map<std::string, int, std::less<>> lines;  // of the keys
  };

  void complain(Position at, int length, Message message);
  bool is_key() const;
  Node make(Node::Kind kind, Position at);
  void set_key(const std::string& key, Position at, bool keep);
  void attach(Node node);

  std::shared_ptr<const SourceFile> file_;
  DiagnosticSink& sink_;
  const YamlLimits& limits_;
  std::vector<Frame> stack_;
  Node root_;
  std::size_t nodes_ = 0;
  int documents_ = 0;
  int mistakes_ = 0;
};

}  // namespace plumbline::rules
