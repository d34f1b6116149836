#include "engine/docx/run_text.h"

#include <algorithm>
#include <cstdlib>

#include "engine/base/utf8.h"
#include "engine/docx/xml_scan.h"

namespace plumbline::docx {
namespace {

constexpr std::size_t kStretch = 512;  // bytes of text from one station to the next

/// Appends the character that begins at `at` in escaped text; returns the byte behind it.
std::size_t append_character(std::string_view xml, std::size_t at, std::string& out) {
  if (xml[at] != '&') {
    const std::size_t end = decode_utf8(xml, at).end;
    out += xml.substr(at, end - at);
    return end;
  }
  const std::size_t end = std::min(xml.find(';', at), xml.size() - 1) + 1;
  const std::string name(xml.substr(at + 1, end - at - 2));
  const bool hexadecimal = name.starts_with("#x");
  if (name.starts_with('#')) {
    const long value =
        std::strtol(name.c_str() + (hexadecimal ? 2 : 1), nullptr, hexadecimal ? 16 : 10);
    append_utf8(value > 0 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF)
                    ? static_cast<char32_t>(value)
                    : kReplacement,
                out);
  } else {
    out += name == "lt"     ? '<'
           : name == "gt"   ? '>'
           : name == "quot" ? '"'
           : name == "apos" ? '\''
                            : '&';
  }
  return end;
}

}  // namespace

RunText::RunText(std::string_view xml, std::size_t begin, std::size_t end)
    : xml_(xml.substr(0, end)) {
  XmlScanner scanner(xml_, begin);
  XmlToken token, text;
  std::size_t depth = 0;
  std::size_t properties = 0;
  bool literal = false;
  while (scanner.next(token)) {
    const std::string_view local = local_of(token.name);
    const bool opens = token.kind == XmlKind::kStart || token.kind == XmlKind::kEmpty;
    if (depth == 0 && opens)
      run_name_ = token.name;
    else if (depth == 1 && opens && local == "rPr")
      properties = token.begin;
    else if (depth == 1 && token.kind == XmlKind::kStart && local == "t")
      text = token, literal = false;
    else if (depth == 1 && opens && (local == "tab" || local == "ptab"))
      add_mark(token.begin, "\t");
    else if (depth == 1 && opens && local == "noBreakHyphen")
      add_mark(token.begin, "-");
    else if (depth == 1 && opens && (local == "br" || local == "cr"))
      add_break(token);
    else if (depth == 1 && opens && local == "sym")
      add_symbol(token);
    literal = literal || token.kind == XmlKind::kLiteral;
    depth += token.kind == XmlKind::kStart ? 1 : 0;
    if (token.kind != XmlKind::kEnd && !(token.kind == XmlKind::kEmpty && local == "rPr"))
      continue;
    depth -= token.kind == XmlKind::kEnd ? 1 : 0;
    if (depth == 1 && local == "rPr")
      properties_ = xml_.substr(properties, token.end - properties);
    else if (depth == 1 && local == "t")
      add_text(text.begin, text.end, token.begin, text.name,
               attribute(xml_.substr(text.begin, text.end - text.begin), "xml:space") == "preserve",
               literal);
  }
  // A tracked change of formatting has an id of its own, which must not stand twice.
  divisible_ = properties_.find("Change") == std::string_view::npos &&
               properties_.find(":id=") == std::string_view::npos;
}

void RunText::add_mark(std::size_t at, std::string_view mark) {
  pieces_.push_back({text_.size(), text_.size() + mark.size(), at, at, at, {}, true, true});
  text_ += mark;
}

/// Breaks of pages and columns part no text.
void RunText::add_break(const XmlToken& token) {
  const std::string_view tag = xml_.substr(token.begin, token.end - token.begin);
  for (const XmlAttribute& one : attributes(tag)) {
    if (local_of(one.name) == "type" && (one.value == "page" || one.value == "column"))
      return;
  }
  add_mark(token.begin, "\n");
}

/// A glyph of a symbol font has no character (readers::DocxWalker).
void RunText::add_symbol(const XmlToken& token) {
  const std::string_view tag = xml_.substr(token.begin, token.end - token.begin);
  for (const XmlAttribute& one : attributes(tag)) {
    if (local_of(one.name) != "char" || one.value.size() > 6)
      continue;
    const long code = std::strtol(std::string(one.value).c_str(), nullptr, 16);
    std::string symbol;
    if (code > 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xF8FF))
      append_utf8(static_cast<char32_t>(code), symbol);
    if (!symbol.empty())
      add_mark(token.begin, symbol);
  }
}

void RunText::add_text(std::size_t tag, std::size_t inner, std::size_t inner_end,
                       std::string_view name, bool preserved, bool literal) {
  RunPiece piece{text_.size(), 0, tag, inner, inner_end, name, preserved, !literal};
  const std::string_view content = xml_.substr(0, inner_end);
  for (std::size_t at = inner; !literal && at < inner_end;) {
    if (stations_.empty() || at == inner || text_.size() >= stations_.back().first + kStretch)
      stations_.emplace_back(text_.size(), at);
    at = append_character(content, at, text_);
  }
  piece.text_end = text_.size();
  const std::string_view text = std::string_view(text_).substr(piece.text);
  if (!preserved && !text.empty() && (is_space(text.front()) || is_space(text.back())))
    piece.divisible = false;
  pieces_.push_back(piece);
}

std::size_t RunText::raw_offset(const RunPiece& piece, std::size_t offset) const {
  if (offset == piece.text_end || piece.text == piece.text_end)
    return piece.inner_end;
  const auto behind =
      std::ranges::upper_bound(stations_, offset, {}, &std::pair<std::size_t, std::size_t>::first);
  if (behind == stations_.begin())
    return std::string_view::npos;
  auto [reached, at] = *(behind - 1);
  const std::string_view content = xml_.substr(0, piece.inner_end);
  std::string text;
  while (at < piece.inner_end && reached + text.size() < offset)
    at = append_character(content, at, text);
  return reached + text.size() == offset ? at : std::string_view::npos;
}

std::optional<RunSplit> RunText::split(std::size_t offset) const {
  const auto piece = std::ranges::partition_point(
      pieces_, [&](const RunPiece& one) { return one.text_end <= offset; });
  if (!divisible_ || piece == pieces_.end())
    return std::nullopt;
  const std::string close = "</" + std::string(run_name_) + ">";
  const std::string open = "<" + std::string(run_name_) + ">" + std::string(properties_);
  if (piece->text == offset)
    return RunSplit{piece->begin, close, open, std::nullopt};
  const std::size_t at = raw_offset(*piece, offset);
  if (!piece->divisible || at == std::string_view::npos)
    return std::nullopt;
  const std::string name(piece->name);
  RunSplit split{at, "</" + name + ">" + close, open + "<" + name + " xml:space=\"preserve\">", {}};
  if (!piece->preserved && is_space(text_[offset - 1]))
    split.preserve = Insertion{piece->begin + 1 + name.size(), " xml:space=\"preserve\""};
  return split;
}

}  // namespace plumbline::docx
