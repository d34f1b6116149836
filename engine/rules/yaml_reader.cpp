#include "engine/rules/yaml_reader.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <sstream>
#include <utility>

#include "engine/base/code_points.h"
#include "engine/rules/plain_yaml.h"
#include "engine/rules/source_file.h"

namespace plumbline::rules {
namespace {

constexpr int kMostMistakes = 100;  // per file; a broken generator makes thousands of the same

/// Thrown through yaml-cpp to leave a file that is beyond its bounds. Never leaves this file.
struct Stop {};

/// Turns yaml-cpp's marks (bytes from 0) into positions (code points from 1). Marks mostly ascend,
/// so counting goes on from the last one and stays linear on a file of one long line.
class Positions {
 public:
  explicit Positions(const SourceFile& file) : file_(file) {}

  Position at(const YAML::Mark& mark) {
    const auto column = static_cast<std::size_t>(std::max(mark.column, 0));
    if (mark.line != line_ || column < bytes_) {
      line_ = mark.line;
      bytes_ = points_ = 0;
    }
    const std::string_view line = file_.line(mark.line + 1);
    const std::size_t end = std::min(column, line.size());
    if (end > bytes_) {
      points_ += utf8::length(line.substr(bytes_, end - bytes_));
      bytes_ = end;
    }
    return {mark.line + 1, static_cast<int>(points_) + 1};
  }

 private:
  const SourceFile& file_;
  int line_ = -1;
  std::size_t bytes_ = 0, points_ = 0;
};

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::shared_ptr<const SourceFile> file, DiagnosticSink& sink,
              const YamlLimits& limits)
      : file_(std::move(file)), sink_(sink), limits_(limits), positions_(*file_) {}

  Node take_root() { return std::move(root_); }
  int documents() const { return documents_; }
  Position position(const YAML::Mark& mark) { return positions_.at(mark); }

  void complain(Position at, int length, std::string code, std::string message) {
    if (++mistakes_ <= kMostMistakes)
      sink_.add(diagnostic_at(*file_, at, length, std::move(code), std::move(message)));
    if (mistakes_ == kMostMistakes) {
      sink_.add({"P1014", Level::kError, "too many mistakes; the rest is not shown", file_->path});
      throw Stop();
    }
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) {
      complain(position(mark), 0, "P1012",
               "a second document begins here; a pack file holds one, remove the line '---'");
      throw Stop();
    }
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    Node node = make(Node::Kind::kNull, mark);
    if (is_key()) {
      complain(node.at, 0, "P1013", "an empty key; write a name before the colon");
      return set_key("", node.at, false);
    }
    // An empty value has no place of its own; yaml-cpp gives the next token's.
    if (!stack_.empty() && stack_.back().node.is_map())
      node.at = stack_.back().key_at;
    attach(std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    complain(position(mark), 0, "P1006",
             "an alias (*name) is not allowed in a pack; write it out, or name a fragment in "
             "'terms'; text that begins with '*' needs quotes");
    put_nothing(mark);
  }

  void OnAnchor(const YAML::Mark& mark, const std::string&) override {
    complain(position(mark), 0, "P1006",
             "an anchor (&name) is not allowed in a pack; text that begins with '&' needs quotes");
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                const std::string& value) override {
    check_tag(mark, tag);
    Node node = make(Node::Kind::kScalar, mark);
    if (is_key())
      return set_key(value, node.at, true);
    node.scalar = value;
    node.quoted = tag == "!";
    attach(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open(Node::Kind::kSequence, mark, tag);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open(Node::Kind::kMap, mark, tag);
  }
  void OnMapEnd() override { close(); }

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

  bool is_key() const {
    return !stack_.empty() && stack_.back().node.is_map() && stack_.back().key_expected;
  }

  Node make(Node::Kind kind, const YAML::Mark& mark) {
    if (++nodes_ > limits_.nodes) {
      complain(position(mark), 0, "P1010",
               "the file holds more than " + std::to_string(limits_.nodes) +
                   " values; move long tables to CSV files");
      throw Stop();
    }
    Node node;
    node.kind = kind;
    node.at = position(mark);
    node.file = file_;
    return node;
  }

  void check_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag != "" && tag != "?" && tag != "!")
      complain(position(mark), 0, "P1006",
               "a tag (!name) is not allowed in a pack; text that begins with '!' needs quotes");
  }

  void put_nothing(const YAML::Mark& mark) {
    if (is_key())
      return set_key("", position(mark), false);
    attach(make(Node::Kind::kNull, mark));
  }

  void set_key(const std::string& key, Position at, bool keep) {
    Frame& frame = stack_.back();
    frame.key_expected = false;
    frame.key = key;
    frame.key_at = at;
    const auto [place, fresh] = frame.lines.emplace(key, at.line);
    frame.keep = keep && fresh;
    if (keep && !fresh)
      complain(at, static_cast<int>(utf8::length(key)), "P1004",
               "key '" + key + "' stands twice here (first on line " +
                   std::to_string(place->second) + "); keep one");
  }

  void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag) {
    check_tag(mark, tag);
    Frame frame;
    frame.node = make(kind, mark);
    frame.as_key = is_key();
    if (frame.as_key)
      complain(frame.node.at, 0, "P1013",
               "a key must be a word; text that begins with '[' or '{' needs quotes");
    stack_.push_back(std::move(frame));
    if (static_cast<int>(stack_.size()) > limits_.depth) {
      complain(stack_.back().node.at, 0, "P1007",
               "nested more than " + std::to_string(limits_.depth) + " levels deep");
      throw Stop();
    }
  }

  void close() {
    Frame frame = std::move(stack_.back());
    stack_.pop_back();
    if (frame.as_key)
      return set_key("", frame.node.at, false);
    attach(std::move(frame.node));
  }

  void attach(Node node) {
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

  std::shared_ptr<const SourceFile> file_;
  DiagnosticSink& sink_;
  const YamlLimits& limits_;
  Positions positions_;
  std::vector<Frame> stack_;
  Node root_;
  std::size_t nodes_ = 0;
  int documents_ = 0;
  int mistakes_ = 0;
};

struct Remedy {
  std::string_view message, remedy;
};

// What authors of packs run into, by yaml-cpp's own words.
constexpr std::array<Remedy, 9> kRemedies = {{
    {"illegal map value", "a value that holds ': ' needs quotes"},
    {"illegal map key", "check the indentation; text that begins with '?' needs quotes"},
    {"end of sequence flow not found",
     "close the list with ']'; a pattern that begins with '[' "
     "needs single quotes"},
    {"end of map flow not found",
     "close the map with '}'; a pattern that begins with '{' "
     "needs single quotes"},
    {"end of map not found",
     "check the indentation: this line is deeper or shallower than its "
     "neighbours, or lacks ': '"},
    {"end of sequence not found",
     "check the indentation: every item of a list begins with '- ' in "
     "one column"},
    {"unknown token", "text that begins with '@', '`' or '%' needs quotes"},
    {"the referenced anchor is not defined",
     "text that begins with '*' needs quotes; aliases are not "
     "allowed in a pack"},
    {"illegal EOF in scalar", "a quote that is never closed"},
}};

std::string explained(std::string_view message) {
  const std::string out = "not readable as YAML: " + std::string(message);
  for (const Remedy& row : kRemedies) {
    if (row.message == message)
      return out + "; " + std::string(row.remedy);
  }
  if (message.starts_with("unknown escape character"))
    return out + "; a pattern with '\\' needs single quotes";
  return out;
}

bool has_tabs(const SourceFile& file, DiagnosticSink& sink) {
  int found = 0;
  for (std::size_t i = 0; i < file.lines.size() && found < kMostMistakes; ++i) {
    const std::string_view line = file.line(static_cast<int>(i) + 1);
    const std::size_t text = line.find_first_not_of(" \t");
    const std::size_t tab = line.find('\t');
    if (text == std::string_view::npos || tab >= text)
      continue;
    ++found;
    sink.add(diagnostic_at(file, {static_cast<int>(i) + 1, static_cast<int>(tab) + 1}, 0, "P1005",
                           "a tab in the indentation; indent with spaces"));
  }
  return found > 0;
}

std::shared_ptr<const Node> parse(const std::shared_ptr<const SourceFile>& file,
                                  DiagnosticSink& sink, const YamlLimits& limits) {
  TreeBuilder builder(file, sink, limits);
  try {
    std::istringstream stream(file->text);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const YAML::Exception& error) {
    const bool placed = !error.mark.is_null();
    const Position at = placed ? builder.position(error.mark) : Position{1, 1};
    sink.add(diagnostic_at(*file, at, 0, "P1003", explained(error.msg)));
    return nullptr;
  } catch (const Stop&) {
    return nullptr;
  }
  return std::make_shared<const Node>(builder.take_root());
}

using Parse = std::shared_ptr<const Node>(const std::shared_ptr<const SourceFile>& file,
                                          DiagnosticSink& sink, const YamlLimits& limits);

std::shared_ptr<const Node> parse_quickly(const std::shared_ptr<const SourceFile>& file,
                                          DiagnosticSink& sink, const YamlLimits& limits) {
  if (std::optional<Node> root = read_plain_yaml(file, limits))
    return std::make_shared<const Node>(*std::move(root));
  return parse(file, sink, limits);
}

std::shared_ptr<const Node> read_with(Parse& parser, std::string path, std::string_view bytes,
                                      DiagnosticSink& sink, const YamlLimits& limits) {
  const auto refuse = [&](std::string code, std::string message) {
    sink.add({std::move(code), Level::kError, std::move(message), path});
    return nullptr;
  };
  if (bytes.size() > limits.bytes)
    return refuse("P1010", "the file is larger than " + std::to_string(limits.bytes) + " bytes");
  const std::size_t before = sink.all().size();
  const auto file = read_source(path, bytes, sink);
  if (!file || has_tabs(*file, sink))
    return nullptr;
  auto root = parser(file, sink, limits);
  if (!root || sink.all().size() != before)
    return nullptr;
  if (root->kind == Node::Kind::kNull)
    return refuse("P1002", "the file is empty");
  if (!root->is_map()) {
    sink.add(diagnostic_at(*root, "P1011", "the file must be a map of 'key: value' lines"));
    return nullptr;
  }
  return root;
}

}  // namespace

std::shared_ptr<const Node> read_yaml(std::string path, std::string_view bytes,
                                      DiagnosticSink& sink, const YamlLimits& limits) {
  return read_with(parse_quickly, std::move(path), bytes, sink, limits);
}

std::shared_ptr<const Node> read_yaml_by_library(std::string path, std::string_view bytes,
                                                 DiagnosticSink& sink, const YamlLimits& limits) {
  return read_with(parse, std::move(path), bytes, sink, limits);
}

}  // namespace plumbline::rules
