#include "engine/rules/quick_yaml.h"

#include <yaml.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "engine/rules/source_file.h"
#include "engine/rules/yaml_tree.h"

namespace plumbline::rules {
namespace {

/// Line ends to libyaml, none to yaml-cpp and to editors.
bool has_odd_breaks(std::string_view text) {
  constexpr std::array<std::string_view, 3> kOdd = {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"};
  return std::ranges::any_of(
      kOdd, [text](std::string_view odd) { return text.find(odd) != std::string_view::npos; });
}

bool is_null(std::string_view plain) {
  return plain.empty() || plain == "~" || plain == "null" || plain == "Null" || plain == "NULL";
}

bool is_bare(const yaml_char_t* anchor, const yaml_char_t* tag) {
  return anchor == nullptr && tag == nullptr;
}

struct Event {
  yaml_event_t value{};
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { yaml_event_delete(&value); }
};

class QuickReader {
 public:
  QuickReader(const std::shared_ptr<const SourceFile>& file, const YamlLimits& limits)
      : text_(file->text), tree_(file, mistakes_, limits) {
    ready_ = yaml_parser_initialize(&parser_) != 0;
    if (ready_)
      yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text_.data()),
                                   text_.size());
  }
  QuickReader(const QuickReader&) = delete;
  QuickReader& operator=(const QuickReader&) = delete;
  ~QuickReader() {
    if (ready_)
      yaml_parser_delete(&parser_);
  }

  std::optional<Node> read() {
    bool more = ready_ && !has_odd_breaks(text_);
    while (more && !at_end_) more = next();
    if (!at_end_ || mistakes_.has_errors())
      return std::nullopt;
    Node root = tree_.take_root();
    return root.is_map() ? std::optional(std::move(root)) : std::nullopt;
  }

 private:
  /// False where the file is not one to be read here.
  bool next() {
    Event event;
    return yaml_parser_parse(&parser_, &event.value) != 0 && take(event.value);
  }

  bool take(const yaml_event_t& event) {
    const Position at = {static_cast<int>(event.start_mark.line) + 1,
                         static_cast<int>(event.start_mark.column) + 1};
    switch (event.type) {
      case YAML_SCALAR_EVENT:
        return take_scalar(event, at);
      case YAML_MAPPING_START_EVENT:
        tree_.open(Node::Kind::kMap, at);
        return is_bare(event.data.mapping_start.anchor, event.data.mapping_start.tag);
      case YAML_SEQUENCE_START_EVENT:
        tree_.open(Node::Kind::kSequence, at);
        return is_bare(event.data.sequence_start.anchor, event.data.sequence_start.tag);
      case YAML_MAPPING_END_EVENT:
      case YAML_SEQUENCE_END_EVENT:
        tree_.close();
        return true;
      case YAML_DOCUMENT_START_EVENT:
        return event.data.document_start.implicit != 0;
      case YAML_STREAM_END_EVENT:
        at_end_ = true;
        return true;
      default:
        return event.type != YAML_ALIAS_EVENT;
    }
  }

  bool take_scalar(const yaml_event_t& event, Position at) {
    const auto& scalar = event.data.scalar;
    const std::string value(reinterpret_cast<const char*>(scalar.value), scalar.length);
    const bool plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (!plain || !is_null(value))
      tree_.scalar(at, value, !plain);
    else if (value.empty() && !tree_.is_in_map())
      return false;  // where it stands the two tell in two ways
    else
      tree_.null(at);
    return is_bare(scalar.anchor, scalar.tag);
  }

  std::string_view text_;
  yaml_parser_t parser_{};
  DiagnosticSink mistakes_;
  YamlTree tree_;
  bool ready_ = false;
  bool at_end_ = false;
};

}  // namespace

std::optional<Node> read_quick_yaml(const std::shared_ptr<const SourceFile>& file,
                                    const YamlLimits& limits) {
  try {
    return QuickReader(file, limits).read();
  } catch (const YamlStop&) {
    return std::nullopt;
  }
}

}  // namespace plumbline::rules
