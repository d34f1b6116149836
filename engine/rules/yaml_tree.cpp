#include "engine/rules/yaml_tree.h"

#include <utility>

#include "engine/base/code_points.h"

namespace plumbline::rules {
namespace {

constexpr int kMostMistakes = 100;  // per file; a broken generator makes thousands of the same

}  // namespace

YamlTree::YamlTree(std::shared_ptr<const SourceFile> file, DiagnosticSink& sink,
                   const YamlLimits& limits)
    : file_(std::move(file)), sink_(sink), limits_(limits) {}

void YamlTree::complain(Position at, int length, std::string code, std::string message) {
  if (++mistakes_ <= kMostMistakes)
    sink_.add(diagnostic_at(*file_, at, length, std::move(code), std::move(message)));
  if (mistakes_ == kMostMistakes) {
    sink_.add({"P1014", Level::kError, "too many mistakes; the rest is not shown", file_->path});
    throw YamlStop();
  }
}

void YamlTree::document(Position at) {
  if (++documents_ > 1) {
    complain(at, 0, "P1012",
             "a second document begins here; a pack file holds one, remove the line '---'");
    throw YamlStop();
  }
}

void YamlTree::null(Position at) {
  Node node = make(Node::Kind::kNull, at);
  if (is_key()) {
    complain(node.at, 0, "P1013", "an empty key; write a name before the colon");
    return set_key("", node.at, false);
  }
  // An empty value has no place of its own; parsers give the next token's.
  if (is_in_map())
    node.at = stack_.back().key_at;
  attach(std::move(node));
}

void YamlTree::alias(Position at) {
  complain(at, 0, "P1006",
           "an alias (*name) is not allowed in a pack; write it out, or name a fragment in "
           "'terms'; text that begins with '*' needs quotes");
  if (is_key())
    return set_key("", at, false);
  attach(make(Node::Kind::kNull, at));
}

void YamlTree::anchor(Position at) {
  complain(at, 0, "P1006",
           "an anchor (&name) is not allowed in a pack; text that begins with '&' needs quotes");
}

void YamlTree::tag(Position at) {
  complain(at, 0, "P1006",
           "a tag (!name) is not allowed in a pack; text that begins with '!' needs quotes");
}

void YamlTree::scalar(Position at, const std::string& value, bool quoted) {
  Node node = make(Node::Kind::kScalar, at);
  if (is_key())
    return set_key(value, node.at, true);
  node.scalar = value;
  node.quoted = quoted;
  attach(std::move(node));
}

bool YamlTree::is_key() const {
  return is_in_map() && stack_.back().key_expected;
}

Node YamlTree::make(Node::Kind kind, Position at) {
  if (++nodes_ > limits_.nodes) {
    complain(at, 0, "P1010",
             "the file holds more than " + std::to_string(limits_.nodes) +
                 " values; move long tables to CSV files");
    throw YamlStop();
  }
  Node node;
  node.kind = kind;
  node.at = at;
  node.file = file_;
  return node;
}

void YamlTree::set_key(const std::string& key, Position at, bool keep) {
  Frame& frame = stack_.back();
  frame.key_expected = false;
  frame.key = key;
  frame.key_at = at;
  const auto [place, fresh] = frame.lines.emplace(key, at.line);
  frame.keep = keep && fresh;
  if (keep && !fresh)
    complain(at, static_cast<int>(utf8::length(key)), "P1004",
             "key '" + key + "' stands twice here (first on line " + std::to_string(place->second) +
                 "); keep one");
}

void YamlTree::open(Node::Kind kind, Position at) {
  Frame frame;
  frame.node = make(kind, at);
  frame.as_key = is_key();
  if (frame.as_key)
    complain(frame.node.at, 0, "P1013",
             "a key must be a word; text that begins with '[' or '{' needs quotes");
  stack_.push_back(std::move(frame));
  if (static_cast<int>(stack_.size()) > limits_.depth) {
    complain(stack_.back().node.at, 0, "P1007",
             "nested more than " + std::to_string(limits_.depth) + " levels deep");
    throw YamlStop();
  }
}

void YamlTree::close() {
  Frame frame = std::move(stack_.back());
  stack_.pop_back();
  if (frame.as_key)
    return set_key("", frame.node.at, false);
  attach(std::move(frame.node));
}

void YamlTree::attach(Node node) {
  if (stack_.empty()) {
    root_ = std::move(node);
    return;
  }
  Frame& frame = stack_.back();
  if (frame.node.is_sequence()) {
    frame.node.items.push_back(std::move(node));
    return;
  }
  frame.key_expected = true;
  if (frame.keep)
    frame.node.entries.push_back({std::move(frame.key), frame.key_at, std::move(node)});
}

}  // namespace plumbline::rules
