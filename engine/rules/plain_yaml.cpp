#include "engine/rules/plain_yaml.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "engine/base/code_points.h"

namespace plumbline::rules {
namespace {

constexpr std::size_t kLongestKey = 500;  // bytes; yaml-cpp ends at 1,024
constexpr std::size_t kFewKeys = 16;      // up to which comparing beats a table
constexpr std::string_view kNoPlainBegin = ",[]{}#&*!|>'\"%@`-?:";
constexpr std::string_view kNoPlainInFlow = "?[{";
constexpr std::string_view kEscaped = "n\\\"";  // of all that may follow a backslash
constexpr std::string_view kMeant = "\n\\\"";

/// What yaml-cpp takes for a line end, a blank or the begin of a text, and this reader does not.
bool has_odd_characters(std::string_view text) {
  constexpr std::array<std::string_view, 5> kOdd = {"\t", "\xEF\xBB\xBF", "\xC2\x85",
                                                    "\xE2\x80\xA8", "\xE2\x80\xA9"};
  return std::ranges::any_of(
      kOdd, [text](std::string_view odd) { return text.find(odd) != std::string_view::npos; });
}

bool is_null(std::string_view plain) {
  return plain == "~" || plain == "null" || plain == "Null" || plain == "NULL";
}

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

std::string_view trimmed(std::string_view text) {
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

/// A plain value begins here; a hyphen begins one only as the sign of a number.
bool begins_plain(std::string_view line, std::size_t at) {
  if (line[at] == '-')
    return at + 1 < line.size() && line[at + 1] >= '0' && line[at + 1] <= '9';
  return kNoPlainBegin.find(line[at]) == std::string_view::npos;
}

bool is_item(std::string_view line, std::size_t at) {
  return line.substr(at).starts_with("- ") || line.substr(at) == "-";
}

/// Recursive descent over lines, as deep as the limits allow. Every function says false for what
/// is not surely understood, and then all is given up.
class PlainReader {
 public:
  PlainReader(const std::shared_ptr<const SourceFile>& file, const YamlLimits& limits)
      : file_(file), limits_(limits) {}

  std::optional<Node> read() {
    Node root;
    if (has_odd_characters(file_->text) || !go_to(1) || at_end() || !map(indent_, root) ||
        !at_end())
      return std::nullopt;
    return root;
  }

 private:
  bool at_end() const { return number_ > static_cast<int>(file_->lines.size()); }

  /// The first line from `number` on that holds more than blanks and a comment.
  bool go_to(int number) {
    for (number_ = number; !at_end(); ++number_) {
      line_ = file_->line(number_);
      indent_ = indent_of(line_);
      if (indent_ < line_.size() && line_[indent_] != '#')
        break;
    }
    return true;
  }

  bool make(Node& node, Node::Kind kind, std::size_t at) {
    node.kind = kind;
    node.at = position(at);
    node.file = file_;
    return ++nodes_ <= limits_.nodes;
  }

  /// Places of a line are asked in ascending order, so that counting goes on from the last.
  Position position(std::size_t at) {
    if (number_ != counted_line_ || at < counted_bytes_) {
      counted_line_ = number_;
      counted_bytes_ = counted_points_ = 0;
    }
    counted_points_ += utf8::length(line_.substr(counted_bytes_, at - counted_bytes_));
    counted_bytes_ = at;
    return {number_, static_cast<int>(counted_points_) + 1};
  }

  /// A map or a list whose first line is the current one, from column `at` on.
  bool block(std::size_t at, Node& node) {
    if (at_end() || ++depth_ >= limits_.depth)
      return false;
    const bool is_read = is_item(line_, at) ? sequence(at, node) : map(at, node);
    --depth_;
    return is_read;
  }

  bool sequence(std::size_t column, Node& node) {
    if (!make(node, Node::Kind::kSequence, column))
      return false;
    for (bool first = true; first || (!at_end() && indent_ == column && is_item(line_, column));
         first = false) {
      const std::size_t at = line_.find_first_not_of(' ', column + 1);
      if (!item(column, at, node.items.emplace_back()))
        return false;
    }
    return true;
  }

  bool item(std::size_t column, std::size_t at, Node& node) {
    if (at == std::string_view::npos)
      return go_to(number_ + 1) && indent_ > column && block(indent_, node);
    if (is_item(line_, at) || line_[at] == '#')
      return false;
    std::size_t end = 0;
    std::string key;
    return key_at(at, key, end) ? block(at, node) : value(column, at, node);
  }

  bool map(std::size_t column, Node& node) {
    if (!make(node, Node::Kind::kMap, column))
      return false;
    std::unordered_set<std::string> keys;
    for (bool first = true; first || (!at_end() && indent_ == column); first = false) {
      Node::Entry& entry = node.entries.emplace_back();
      std::size_t end = 0;
      if (!key_at(column, entry.key, end) || !is_new(node, keys) || ++nodes_ > limits_.nodes)
        return false;
      entry.at = position(column);
      if (!entry_value(column, end, entry))
        return false;
    }
    return true;
  }

  static bool is_new(const Node& node, std::unordered_set<std::string>& keys) {
    const std::string& key = node.entries.back().key;
    if (node.entries.size() <= kFewKeys)
      return std::none_of(node.entries.begin(), node.entries.end() - 1,
                          [&](const Node::Entry& other) { return other.key == key; });
    if (keys.empty()) {
      for (std::size_t i = 0; i + 1 < node.entries.size(); ++i) keys.insert(node.entries[i].key);
    }
    return keys.insert(key).second;
  }

  /// Reads "key:" at `at`; `end` is behind the colon.
  bool key_at(std::size_t at, std::string& key, std::size_t& end) const {
    if (line_[at] == '\'' || line_[at] == '"') {
      if (!quoted(at, key, end) || end >= line_.size() || line_[end] != ':')
        return false;
    } else {
      end = plain_end(at);
      if (end >= line_.size() || line_[end] != ':' || line_[end - 1] == ' ')
        return false;
      key = line_.substr(at, end - at);
      if (is_null(key) || key.starts_with("..."))
        return false;
    }
    ++end;
    return end - at <= kLongestKey && (end == line_.size() || line_[end] == ' ');
  }

  /// What stands behind the colon of a key, or on the lines below.
  bool entry_value(std::size_t column, std::size_t end, Node::Entry& entry) {
    const std::size_t at = line_.find_first_not_of(' ', end);
    if (at != std::string_view::npos && line_[at] != '#')
      return value(column, at, entry.value);
    go_to(number_ + 1);
    const bool list_below = !at_end() && indent_ == column && is_item(line_, column);
    if (list_below || (!at_end() && indent_ > column))
      return block(indent_, entry.value);
    if (!make(entry.value, Node::Kind::kNull, 0))
      return false;
    entry.value.at = entry.at;
    return true;
  }

  /// A value that begins at `at` inside a map or list of this column. Goes to the line behind it.
  bool value(std::size_t column, std::size_t at, Node& node) {
    if (line_[at] == '|')
      return literal(column, at, node);
    const bool is_plain = begins_plain(line_, at);
    std::size_t end = 0;
    if (is_plain ? !plain(at, plain_end(at), node, end) : !marked(at, node, end))
      return false;
    const std::string_view rest = line_.substr(end);
    const std::size_t more = indent_of(rest);
    if (more < rest.size() && (rest[more] != '#' || more == 0))
      return false;
    return !(is_plain && goes_on(column)) && go_to(number_ + 1);
  }

  /// The next line is deeper than the block, so that it could belong to a plain value.
  bool goes_on(std::size_t column) const {
    for (int next = number_ + 1; next <= static_cast<int>(file_->lines.size()); ++next) {
      const std::string_view line = file_->line(next);
      const std::size_t indent = indent_of(line);
      if (indent < line.size())
        return indent > column;
    }
    return false;
  }

  /// Where a plain value ends: at ": ", at " #" or at the end of the line.
  std::size_t plain_end(std::size_t at) const {
    if (!begins_plain(line_, at))
      return line_.size();
    for (std::size_t end = at; (end = line_.find_first_of(":#", end)) != std::string_view::npos;
         ++end) {
      const bool ends_key = end + 1 == line_.size() || line_[end + 1] == ' ';
      if (line_[end] == ':' ? ends_key : line_[end - 1] == ' ')
        return end;
    }
    return line_.size();
  }

  bool plain(std::size_t at, std::size_t stop, Node& node, std::size_t& end) {
    const std::string_view words = trimmed(line_.substr(at, stop - at));
    end = at + words.size();
    node.scalar = words;
    return !words.empty() && !is_null(words) && make(node, Node::Kind::kScalar, at);
  }

  /// A value that its first character marks: quoted, or a list or map in brackets.
  bool marked(std::size_t at, Node& node, std::size_t& end) {
    if (line_[at] == '[' || line_[at] == '{')
      return flow(at, node, end);
    node.quoted = true;
    return quoted(at, node.scalar, end) && make(node, Node::Kind::kScalar, at);
  }

  /// Text in quotes that closes on its line. `end` is behind the closing one.
  bool quoted(std::size_t at, std::string& out, std::size_t& end) const {
    const char quote = line_[at];
    if (quote != '\'' && quote != '"')
      return false;
    out.clear();
    for (end = at + 1; end < line_.size(); ++end) {
      const char next = end + 1 < line_.size() ? line_[end + 1] : '\0';
      if (quote == '"' && line_[end] == '\\') {
        const std::size_t escape = kEscaped.find(next);
        if (escape == std::string_view::npos)
          return false;
        out.push_back(kMeant[escape]);
        ++end;
      } else if (line_[end] != quote) {
        out.push_back(line_[end]);
      } else if (quote == '\'' && next == quote) {
        out.push_back(quote);
        ++end;
      } else {
        ++end;
        return true;
      }
    }
    return false;
  }

  bool flow(std::size_t at, Node& node, std::size_t& end) {
    const bool is_map = line_[at] == '{';
    if (++depth_ >= limits_.depth ||
        !make(node, is_map ? Node::Kind::kMap : Node::Kind::kSequence, at))
      return false;
    std::unordered_set<std::string> keys;
    end = at;
    do {
      at = line_.find_first_not_of(' ', end + 1);
      if (at == std::string_view::npos ||
          !(is_map ? flow_entry(at, node, keys, end)
                   : flow_value(at, node.items.emplace_back(), end)))
        return false;
      end = line_.find_first_not_of(' ', end);
    } while (end < line_.size() && line_[end] == ',');
    --depth_;
    return end < line_.size() && line_[end++] == (is_map ? '}' : ']');
  }

  bool flow_entry(std::size_t at, Node& node, std::unordered_set<std::string>& keys,
                  std::size_t& end) {
    Node::Entry& entry = node.entries.emplace_back();
    Node key;
    if (line_[at] == '[' || line_[at] == '{' || !flow_value(at, key, end) ||
        !line_.substr(end).starts_with(": ") || end - at > kLongestKey)
      return false;
    entry.key = std::move(key.scalar);
    entry.at = key.at;
    at = line_.find_first_not_of(' ', end + 1);
    return is_new(node, keys) && at != std::string_view::npos && flow_value(at, entry.value, end);
  }

  bool ends_in_flow(std::size_t at) const {
    constexpr std::string_view kEnds = ",]}";
    if (line_[at] != ':')
      return kEnds.find(line_[at]) != std::string_view::npos;
    return at + 1 == line_.size() || line_[at + 1] == ' ' ||
           kEnds.find(line_[at + 1]) != std::string_view::npos;
  }

  bool flow_value(std::size_t at, Node& node, std::size_t& end) {
    if (!begins_plain(line_, at))
      return marked(at, node, end);
    std::size_t stop = at;
    while (stop < line_.size() && !ends_in_flow(stop)) ++stop;
    const std::string_view words = line_.substr(at, stop - at);
    if (words.find_first_of(kNoPlainInFlow) != std::string_view::npos ||
        words.find(" #") != std::string_view::npos ||
        (stop < line_.size() && line_[stop] == ':' && words.ends_with(' ')))
      return false;
    return plain(at, stop, node, end);
  }

  /// The lines below that are deeper than the block, line ends kept.
  bool literal(std::size_t column, std::size_t at, Node& node) {
    const std::string_view head = trimmed(line_.substr(at));
    if ((head != "|" && head != "|-") || !make(node, Node::Kind::kScalar, at))
      return false;
    node.quoted = true;
    const int first = number_ + 1;
    const std::size_t indent = indent_of(file_->line(first));
    if (indent <= column || indent == file_->line(first).size())
      return false;
    int next = first;
    for (; next < static_cast<int>(file_->lines.size()); ++next) {
      const std::string_view line = file_->line(next);
      const std::size_t own = indent_of(line);
      if (own < line.size() && own < indent)
        break;
      if (own == line.size() && own > indent)
        return false;
      node.scalar += line.substr(std::min(indent, line.size()));
      node.scalar.push_back('\n');
    }
    if (node.scalar.empty())
      return false;
    node.scalar.erase(node.scalar.find_last_not_of('\n') + (head == "|" ? 2u : 1u));
    // Without a line end behind it the last line is yaml-cpp's to read.
    return (next < static_cast<int>(file_->lines.size()) || file_->line(next).empty()) &&
           go_to(next);
  }

  const std::shared_ptr<const SourceFile>& file_;
  const YamlLimits& limits_;
  std::string_view line_;   ///< the current one
  int number_ = 1;          ///< its number
  std::size_t indent_ = 0;  ///< its blanks
  int depth_ = 0;
  std::size_t nodes_ = 0;
  int counted_line_ = 0;
  std::size_t counted_bytes_ = 0, counted_points_ = 0;
};

}  // namespace

std::optional<Node> read_plain_yaml(const std::shared_ptr<const SourceFile>& file,
                                    const YamlLimits& limits) {
  return PlainReader(file, limits).read();
}

}  // namespace plumbline::rules
