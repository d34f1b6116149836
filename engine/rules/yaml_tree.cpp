#include "engine/rules/yaml_tree.h"

#include <utility>

#include "engine/base/code_points.h"
#include "engine/base/diagnostic.h"
#include "engine/rules/messages_reading.h"

namespace plumbline::rules {
namespace {

constexpr int kMostMistakes = 100;  // per file; a broken generator makes thousands of the same

}  // namespace

YamlTree::YamlTree(std::shared_ptr<const SourceFile> file, DiagnosticSink& sink,
                   const YamlLimits& limits)
    : file_(std::move(file)), sink_(sink), limits_(limits) {}

void YamlTree::complain(Position at, int length, Message message) {
  if (++mistakes_ <= kMostMistakes)
    sink_.add(diagnostic_at(*file_, at, length, std::move(message)));
  if (mistakes_ == kMostMistakes) {
    sink_.add(diagnostic_of(words::kTooManyMistakes, file_->path));
    throw YamlStop();
  }
}

void YamlTree::document(Position at) {
  if (++documents_ > 1) {
    complain(at, 0, words::kSecondDocument);
    throw YamlStop();
  }
}

void YamlTree::null(Position at) {
  Node node = make(Node::Kind::kNull, at);
  if (is_key()) {
    complain(node.at, 0, words::kEmptyKey);
    return set_key("", node.at, false);
  }
  // An empty value has no place of its own; parsers give the next token's.
  if (is_in_map())
    node.at = stack_.back().key_at;
  attach(std::move(node));
}

void YamlTree::alias(Position at) {
  complain(at, 0, words::kAlias);
  if (is_key())
    return set_key("", at, false);
  attach(make(Node::Kind::kNull, at));
}

void YamlTree::anchor(Position at) {
  complain(at, 0, words::kAnchor);
}

void YamlTree::tag(Position at) {
  complain(at, 0, words::kTag);
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
    complain(at, 0, {words::kTooManyValues, {std::to_string(limits_.nodes)}});
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
    complain(at, static_cast<int>(utf8::length(key)),
             {words::kKeyTwice, {key, std::to_string(place->second)}});
}

void YamlTree::open(Node::Kind kind, Position at) {
  Frame frame;
  frame.node = make(kind, at);
  frame.as_key = is_key();
  if (frame.as_key)
    complain(frame.node.at, 0, words::kKeyNoWord);
  stack_.push_back(std::move(frame));
  if (static_cast<int>(stack_.size()) > limits_.depth) {
    complain(stack_.back().node.at, 0, {words::kTooDeep, {std::to_string(limits_.depth)}});
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
