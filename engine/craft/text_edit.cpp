#include "engine/craft/text_edit.h"

#include <algorithm>
#include <utility>

#include "engine/base/code_points.h"

namespace plumbline::craft {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

/// Blank, or a comment alone.
bool says_nothing(std::string_view line) {
  const std::size_t first = indent_of(line);
  return first == line.size() || line[first] == '#' || line[first] == '\r';
}

/// Behind the closing quote of the scalar at `begin`; npos where it does not close on the line.
std::size_t quote_end(std::string_view line, std::size_t begin) {
  const char quote = line[begin];
  for (std::size_t at = begin + 1; at < line.size(); ++at) {
    const bool escapes = quote == '"' && line[at] == '\\';
    const bool is_doubled =
        quote == '\'' && line[at] == quote && at + 1 < line.size() && line[at + 1] == quote;
    if (escapes || is_doubled)
      ++at;
    else if (line[at] == quote)
      return at + 1;
  }
  return std::string_view::npos;
}

}  // namespace

TextEdit::TextEdit(std::string bytes) {
  if (bytes.starts_with(kMark)) {
    mark_ = kMark;
    bytes.erase(0, kMark.size());
  }
  end_ = bytes.find("\r\n") == std::string::npos ? "\n" : "\r\n";
  ends_ = bytes.empty() || bytes.ends_with('\n');
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t stop = std::min(bytes.find('\n', at), bytes.size());
    const bool two = stop > at && bytes[stop - 1] == '\r';
    lines_.push_back(bytes.substr(at, stop - at - (two ? 1 : 0)));
    at = stop + 1;
  }
}

std::optional<TextEdit::Token> TextEdit::token(const rules::Node& scalar) const {
  const auto line = static_cast<std::size_t>(std::max(scalar.at.line, 1)) - 1;
  if (line >= lines_.size() || !scalar.is_scalar())
    return std::nullopt;
  const std::string& words = lines_[line];
  const std::size_t begin =
      utf8::offset_of(words, static_cast<std::size_t>(std::max(scalar.at.column, 1)) - 1);
  if (begin >= words.size())
    return std::nullopt;
  if (words[begin] == '\'' || words[begin] == '"') {
    const std::size_t end = quote_end(words, begin);
    return end == std::string::npos ? std::nullopt : std::optional(Token{line, begin, end - begin});
  }
  if (words.compare(begin, scalar.scalar.size(), scalar.scalar) != 0)
    return std::nullopt;
  return Token{line, begin, scalar.scalar.size()};
}

bool TextEdit::replace(const rules::Node& scalar, const std::string& value) {
  const auto found = token(scalar);
  if (found)
    changes_.push_back({found->line, found->begin, found->size, value, false});
  return found.has_value();
}

bool TextEdit::add_behind(const rules::Node& scalar, bool in_braces, const std::string& entry) {
  const auto found = token(scalar);
  if (!found)
    return false;
  if (in_braces) {
    changes_.push_back({found->line, found->begin + found->size, 0, ", " + entry, false});
    return true;
  }
  // The key of the scalar stands where the new one will, behind a dash as blanks.
  const std::string& line = lines_[found->line];
  const std::size_t key = line.find_first_not_of(" -");
  changes_.push_back({found->line, 0, 0, std::string(key, ' ') + entry, true});
  return true;
}

bool TextEdit::add_item(const rules::Node& last, const std::string& item) {
  const auto first = static_cast<std::size_t>(std::max(last.at.line, 1)) - 1;
  if (first >= lines_.size())
    return false;
  const std::size_t dash = indent_of(lines_[first]);
  if (dash == lines_[first].size() || lines_[first][dash] != '-')
    return false;
  std::size_t end = first;
  for (std::size_t at = first + 1; at < lines_.size(); ++at) {
    if (says_nothing(lines_[at]))
      continue;
    if (indent_of(lines_[at]) <= dash)
      break;
    end = at;
  }
  changes_.push_back({end, 0, 0, std::string(dash, ' ') + "- " + item, true});
  return true;
}

bool TextEdit::in_braces(const rules::Node& map) const {
  const auto line = static_cast<std::size_t>(std::max(map.at.line, 1)) - 1;
  if (line >= lines_.size())
    return false;
  const std::size_t begin =
      utf8::offset_of(lines_[line], static_cast<std::size_t>(std::max(map.at.column, 1)) - 1);
  return begin < lines_[line].size() && lines_[line][begin] == '{';
}

std::string TextEdit::text() const {
  std::vector<std::string> lines = lines_;
  std::vector<std::string> behind(lines.size());
  std::vector<Change> changes = changes_;
  std::ranges::stable_sort(changes, [](const Change& a, const Change& b) {
    return std::pair(a.line, a.begin) > std::pair(b.line, b.begin);
  });
  for (const Change& change : changes) {
    if (!change.whole_line)
      lines[change.line].replace(change.begin, change.size, change.text);
  }
  for (const Change& change : changes_) {
    if (change.whole_line)
      behind[change.line] += end_ + change.text;
  }
  std::string out = mark_;
  for (std::size_t i = 0; i < lines.size(); ++i)
    out += lines[i] + behind[i] + (i + 1 < lines.size() || ends_ ? end_ : "");
  return out;
}

}  // namespace plumbline::craft
