#include "engine/rules/yaml_reader.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <utility>

#include "engine/base/code_points.h"
#include "engine/base/diagnostic.h"
#include "engine/rules/messages_reading.h"
#include "engine/rules/messages_yaml.h"
#include "engine/rules/quick_yaml.h"
#include "engine/rules/source_file.h"
#include "engine/rules/yaml_tree.h"

namespace plumbline::rules {
namespace {

constexpr int kMostTabs = 100;  // told of one file

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

/// Hands yaml-cpp's events on.
class Events : public YAML::EventHandler {
 public:
  Events(YamlTree& tree, Positions& positions) : tree_(tree), positions_(positions) {}

  void OnDocumentStart(const YAML::Mark& mark) override { tree_.document(positions_.at(mark)); }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { tree_.null(positions_.at(mark)); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    tree_.alias(positions_.at(mark));
  }
  void OnAnchor(const YAML::Mark& mark, const std::string&) override {
    tree_.anchor(positions_.at(mark));
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                const std::string& value) override {
    check_tag(mark, tag);
    tree_.scalar(positions_.at(mark), value, tag == "!");
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    check_tag(mark, tag);
    tree_.open(Node::Kind::kSequence, positions_.at(mark));
  }
  void OnSequenceEnd() override { tree_.close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    check_tag(mark, tag);
    tree_.open(Node::Kind::kMap, positions_.at(mark));
  }
  void OnMapEnd() override { tree_.close(); }

 private:
  void check_tag(const YAML::Mark& mark, const std::string& tag) {
    if (!tag.empty() && tag != "?" && tag != "!")
      tree_.tag(positions_.at(mark));
  }

  YamlTree& tree_;
  Positions& positions_;
};

Message explained(std::string_view told) {
  for (const words::YamlFault& fault : words::kYamlFaults) {
    if (told.starts_with(fault.told))
      return {words::kNotYaml, {{fault.form, {std::string(told.substr(fault.told.size()))}}}};
  }
  return {words::kNotYaml, {{words::kOtherYamlFault, {std::string(told)}}}};
}

bool has_tabs(const SourceFile& file, DiagnosticSink& sink) {
  int found = 0;
  for (std::size_t i = 0; i < file.lines.size() && found < kMostTabs; ++i) {
    const std::string_view line = file.line(static_cast<int>(i) + 1);
    const std::size_t text = line.find_first_not_of(" \t");
    const std::size_t tab = line.find('\t');
    if (text == std::string_view::npos || tab >= text)
      continue;
    ++found;
    sink.add(
        diagnostic_at(file, {static_cast<int>(i) + 1, static_cast<int>(tab) + 1}, 0, words::kTab));
  }
  return found > 0;
}

std::shared_ptr<const Node> parse(const std::shared_ptr<const SourceFile>& file,
                                  DiagnosticSink& sink, const YamlLimits& limits) {
  YamlTree tree(file, sink, limits);
  Positions positions(*file);
  Events events(tree, positions);
  try {
    std::istringstream stream(file->text);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(events)) {
    }
  } catch (const YAML::Exception& error) {
    const bool placed = !error.mark.is_null();
    const Position at = placed ? positions.at(error.mark) : Position{1, 1};
    sink.add(diagnostic_at(*file, at, 0, explained(error.msg)));
    return nullptr;
  } catch (const YamlStop&) {
    return nullptr;
  }
  return std::make_shared<const Node>(tree.take_root());
}

using Parse = std::shared_ptr<const Node>(const std::shared_ptr<const SourceFile>& file,
                                          DiagnosticSink& sink, const YamlLimits& limits);

std::shared_ptr<const Node> parse_quickly(const std::shared_ptr<const SourceFile>& file,
                                          DiagnosticSink& sink, const YamlLimits& limits) {
  if (std::optional<Node> root = read_quick_yaml(file, limits))
    return std::make_shared<const Node>(*std::move(root));
  return parse(file, sink, limits);
}

std::shared_ptr<const Node> read_with(Parse& parser, std::string path, std::string_view bytes,
                                      DiagnosticSink& sink, const YamlLimits& limits) {
  const auto refuse = [&](Message message) {
    sink.add(diagnostic_of(std::move(message), path));
    return nullptr;
  };
  if (bytes.size() > limits.bytes)
    return refuse({words::kFileTooLarge, {size_in_words(limits.bytes)}});
  const std::size_t before = sink.all().size();
  const auto file = read_source(path, bytes, sink);
  if (!file || has_tabs(*file, sink))
    return nullptr;
  auto root = parser(file, sink, limits);
  if (!root || sink.all().size() != before)
    return nullptr;
  if (root->kind == Node::Kind::kNull)
    return refuse(words::kFileEmpty);
  if (!root->is_map()) {
    sink.add(diagnostic_at(*root, words::kNotAMap));
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
