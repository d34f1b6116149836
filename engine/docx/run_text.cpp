#include "engine/docx/run_text.h"

#include <algorithm>
#include <cstdlib>

#include "engine/base/utf8.h"
#include "engine/docx/xml_scan.h"

namespace plumbline::docx {
namespace {

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
      add_mark(token.begin, '\t');
    else if (depth == 1 && opens && local == "noBreakHyphen")
      add_mark(token.begin, '-');
    else if (depth == 1 && opens && (local == "br" || local == "cr"))
      add_mark(token.begin, '\n');
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

void RunText::add_mark(std::size_t at, char mark) {
  pieces_.push_back({text_.size(), text_.size() + 1, at, at, at, {}, true, true});
  text_ += mark;
}

void RunText::add_text(std::size_t tag, std::size_t inner, std::size_t inner_end,
                       std::string_view name, bool preserved, bool literal) {
  Piece piece{text_.size(), 0, tag, inner, inner_end, name, preserved, !literal};
  const std::string_view content = xml_.substr(0, inner_end);
  for (std::size_t at = inner; !literal && at < inner_end;)
    at = append_character(content, at, text_);
  piece.text_end = text_.size();
  const std::string_view text = std::string_view(text_).substr(piece.text);
  if (!preserved && !text.empty() && (is_space(text.front()) || is_space(text.back())))
    piece.divisible = false;
  pieces_.push_back(piece);
}

std::size_t RunText::raw_offset(const Piece& piece, std::size_t offset) const {
  const std::string_view content = xml_.substr(0, piece.inner_end);
  std::string text;
  std::size_t at = piece.inner;
  while (at < piece.inner_end && piece.text + text.size() < offset)
    at = append_character(content, at, text);
  return piece.text + text.size() == offset ? at : std::string_view::npos;
}

std::optional<RunSplit> RunText::split(std::size_t offset) const {
  const auto piece = std::ranges::find_if(
      pieces_, [&](const Piece& one) { return one.text <= offset && offset < one.text_end; });
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
