#include "engine/rules/source_file.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "engine/base/code_points.h"
#include "engine/base/diagnostic.h"
#include "engine/rules/messages_reading.h"

namespace plumbline::rules {
namespace {

// A caret under a longer line helps nobody, and its copies would cost memory.
constexpr std::size_t kLongestShownLine = 1000;  // bytes

std::string hex(unsigned char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {'0', 'x', digits[byte >> 4], digits[byte & 15u]};
}

Position position_of(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  const std::size_t line_end = before.rfind('\n');
  const std::size_t begin = line_end == std::string_view::npos ? 0 : line_end + 1;
  return {static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
          static_cast<int>(utf8::length(before.substr(begin))) + 1};
}

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') || c == '\x7F';
}

Message encoding_message(std::string_view bytes, std::size_t bad) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return words::kUtf16;
  return {words::kNotUtf8, {hex(static_cast<unsigned char>(bytes[bad]))}};
}

// Drops the BOM and turns CRLF into LF.
std::string unified(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF"))
    bytes.remove_prefix(3);
  std::string out;
  if (bytes.find('\r') == std::string_view::npos)
    return out.assign(bytes);
  out.reserve(bytes.size() + 1);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != '\r' || i + 1 == bytes.size() || bytes[i + 1] != '\n')
      out.push_back(bytes[i]);
  }
  return out;
}

std::shared_ptr<SourceFile> cut(std::string path, std::string text) {
  auto file = std::make_shared<SourceFile>();
  file->path = std::move(path);
  file->text = std::move(text);
  file->lines.push_back(0);
  for (std::size_t i = 0; (i = file->text.find('\n', i)) != std::string::npos;)
    file->lines.push_back(++i);
  return file;
}

bool stands_at(std::string_view line, std::size_t offset, std::string_view scalar) {
  return !scalar.empty() && line.substr(offset).starts_with(scalar);
}

// Code point on its source line at which code point `offset` of a scalar stands; nullopt where the
// scalar is not written there letter by letter (blocks, folded lines, escapes).
std::optional<std::size_t> column_inside(const Node& scalar, std::size_t offset) {
  const std::u32string line = utf8::decode(scalar.file->line(scalar.at.line));
  const std::u32string words = utf8::decode(scalar.scalar);
  std::size_t at = static_cast<std::size_t>(std::max(scalar.at.column - 1, 0));
  const char32_t quote = scalar.quoted && at < line.size() ? line[at] : U'\0';
  if (scalar.quoted && quote != U'\'' && quote != U'"')
    return std::nullopt;
  at += scalar.quoted ? 1u : 0u;
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i <= words.size(); ++i) {
    if (i == offset)
      found = at;
    if (i == words.size())
      break;
    if (at >= line.size() || line[at] != words[i] || (quote == U'"' && line[at] == U'\\'))
      return std::nullopt;
    at += quote == U'\'' && line[at] == U'\'' ? 2u : 1u;
  }
  return found;
}

}  // namespace

std::string_view SourceFile::line(int number) const {
  const auto index = static_cast<std::size_t>(number) - 1;
  if (number < 1 || index >= lines.size())
    return {};
  const std::size_t end = index + 1 < lines.size() ? lines[index + 1] - 1 : text.size();
  return std::string_view(text).substr(lines[index], end - lines[index]);
}

std::shared_ptr<const SourceFile> read_source(std::string path, std::string_view bytes,
                                              DiagnosticSink& sink) {
  const auto refuse = [&](std::size_t offset, Message message) {
    const Position at = position_of(bytes, offset);
    Diagnostic refused = diagnostic_of(std::move(message), path);
    refused.line = at.line;
    refused.column = at.column;
    sink.add(std::move(refused));
    return nullptr;
  };
  if (const auto bad = utf8::first_invalid(bytes))
    return refuse(*bad, encoding_message(bytes, *bad));
  std::string text = unified(bytes);
  const auto control = std::find_if(text.begin(), text.end(), is_control);
  if (control != text.end()) {
    const auto offset = static_cast<std::size_t>(control - text.begin());
    bytes = text;
    return refuse(offset, {words::kControlCharacter, {hex(static_cast<unsigned char>(*control))}});
  }
  return cut(std::move(path), std::move(text));
}

Diagnostic diagnostic_at(const SourceFile& file, Position at, int length, Message message,
                         Level level) {
  Diagnostic out = diagnostic_of(std::move(message), file.path, level);
  out.line = at.line;
  out.column = at.column;
  out.length = length;
  const std::string_view line = file.line(at.line);
  if (line.size() <= kLongestShownLine)
    out.source = std::string(line);
  return out;
}

Diagnostic diagnostic_at(const Node& node, Message message, Level level) {
  if (!node.file)
    return diagnostic_of(std::move(message), "", level);
  int length = 0;
  if (node.is_scalar()) {
    const std::string_view line = node.file->line(node.at.line);
    const std::size_t offset =
        utf8::offset_of(line, static_cast<std::size_t>(std::max(node.at.column - 1, 0)));
    const bool marked =
        node.quoted && offset < line.size() && stands_at(line, offset + 1, node.scalar);
    if (marked || stands_at(line, offset, node.scalar))
      length = static_cast<int>(utf8::length(node.scalar)) + (marked ? 2 : 0);
  }
  return diagnostic_at(*node.file, node.at, length, std::move(message), level);
}

Diagnostic diagnostic_inside(const Node& scalar, std::size_t offset, std::size_t length,
                             Message message, Level level) {
  const auto column = scalar.file ? column_inside(scalar, offset) : std::nullopt;
  if (!column)
    return diagnostic_at(scalar, std::move(message), level);
  return diagnostic_at(*scalar.file, {scalar.at.line, static_cast<int>(*column) + 1},
                       static_cast<int>(length), std::move(message), level);
}

}  // namespace plumbline::rules
