#include <algorithm>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/readers/docx_walk.h"

namespace plumbline::readers {
namespace {

/// Inline containers whose children count as their own.
bool transparent(std::string_view name) {
  constexpr std::string_view kNames[] = {"w:hyperlink", "w:smartTag", "w:sdtContent", "w:customXml",
                                         "w:dir",       "w:bdo",      "w:ruby",       "w:rubyBase"};
  return std::ranges::find(kNames, name) != std::end(kNames);
}

bool holds_text_box(XmlNode node) {
  if (node.is("w:txbxContent")) {
    return true;
  }
  for (const XmlNode child : node.children()) {
    if (holds_text_box(child)) {
      return true;
    }
  }
  return false;
}

char32_t hexadecimal(std::string_view text) {
  char32_t value = 0;
  for (const char c : text.substr(0, 6)) {
    const char32_t digit = c >= '0' && c <= '9'   ? static_cast<char32_t>(c - '0')
                           : c >= 'a' && c <= 'f' ? static_cast<char32_t>(c - 'a' + 10)
                           : c >= 'A' && c <= 'F' ? static_cast<char32_t>(c - 'A' + 10)
                                                  : U'\x10';
    if (digit > 15) {
      return 0;
    }
    value = value * 16 + digit;
  }
  return value;
}

std::string_view first_word(std::string_view instruction) {
  const std::size_t begin = std::min(instruction.find_first_not_of(' '), instruction.size());
  return instruction.substr(begin, instruction.find_first_of(" \\", begin) - begin);
}

bool private_use(char32_t c) {
  return c >= 0xE000 && c <= 0xF8FF;
}

}  // namespace

void DocxTally::add(const DocxTally& beside) {
  revisions += beside.revisions;
  chunks += beside.chunks;
  hidden += beside.hidden;
  symbols += beside.symbols;
  recalculated += beside.recalculated;
  word_art += beside.word_art;
}

XmlNode docx_branch(XmlNode alternatives) {
  const XmlNode choice = alternatives.child("mc:Choice");
  const XmlNode fallback = alternatives.child("mc:Fallback");
  if (!choice || (fallback && !holds_text_box(choice) && holds_text_box(fallback))) {
    return fallback;
  }
  return choice;
}

void DocxWalker::walk_inline(XmlNode parent) {
  for (const XmlNode node : parent.children()) {
    walk_inline_child(node);
  }
}

void DocxWalker::walk_inline_child(XmlNode node) {
  const std::string_view name = node.name();
  if (name == "w:r") {
    walk_run(node);
  } else if (name == "w:ins" || name == "w:moveTo") {
    ++tally_.revisions;
    walk_inline(node);
  } else if (name == "w:del" || name == "w:moveFrom") {
    ++tally_.revisions;
  } else if (name == "w:sdt") {
    walk_inline(node.child("w:sdtContent"));
  } else if (name == "w:fldSimple") {
    walk_simple_field(node);
  } else if (name == "mc:AlternateContent") {
    walk_inline(docx_branch(node));
  } else if (name == "w:subDoc") {
    ++tally_.chunks;
  } else if (name == "m:oMath" || name == "m:oMathPara") {
    walk_math(node, node);
  } else if (transparent(name)) {
    walk_inline(node);
  }
}

bool DocxWalker::visible() const {
  return !run_hidden_ &&
         std::ranges::all_of(fields_, [](const Field& f) { return f.result && !f.recalculated; });
}

bool DocxWalker::in_contents() const {
  return std::ranges::any_of(fields_, [](const Field& f) { return f.result && f.contents; });
}

/// By its own word, else by that of its style.
std::optional<bool> DocxWalker::hidden(XmlNode properties) const {
  std::optional<bool> by_style;
  for (const XmlNode property : properties.children()) {
    if (property.is("w:vanish")) {
      return docx_toggle(property);
    }
    if (!by_style && property.is("w:rStyle")) {
      by_style = styles_.character(property.attribute("w:val")).hidden;
    }
  }
  return by_style;
}

void DocxWalker::walk_run(XmlNode run) {
  const XmlNode own = run.child("w:rPr");
  run_hidden_ = hidden(own).value_or(paragraph_hidden_);
  for (const XmlNode node : run.children()) {
    if (node != own) {
      walk_run_child(node, run);
    }
  }
  run_hidden_ = false;
}

void DocxWalker::walk_run_child(XmlNode node, XmlNode run) {
  const std::string_view name = node.name();
  if (name == "w:t") {
    append_text(node, run);
  } else if (name == "w:tab" || name == "w:ptab") {
    append("\t", run);
  } else if (name == "w:br" || name == "w:cr") {
    const std::string_view type = node.attribute("w:type");
    if (type == "page") {
      page_break();
    } else if (type != "column") {
      append("\n", run);
    }
  } else if (name == "w:noBreakHyphen") {
    append("-", run);
  } else if (name == "w:sym") {
    append_symbol(node, run);
  } else if (name == "w:fldChar") {
    walk_field(node);
  } else if (name == "w:instrText") {
    if (!fields_.empty() && !fields_.back().result) {
      fields_.back().instruction += node.text();
    }
  } else if (name == "w:lastRenderedPageBreak") {
    ++tally_.rendered_breaks;
  } else if (name == "w:footnoteReference" || name == "w:endnoteReference") {
    references_.push_back(
        {BlockKind::kFootnote, std::string(node.attribute("w:id")), name == "w:endnoteReference"});
  } else if (name == "w:ruby") {
    walk_inline(node.child("w:rubyBase"));
  } else if (name == "mc:AlternateContent") {
    for (const XmlNode child : docx_branch(node).children()) {
      walk_run_child(child, run);
    }
  } else if (name == "w:drawing" || name == "w:pict" || name == "w:object") {
    tally_.objects += name == "w:object" ? 1 : 0;
    if (visible()) {
      walk_graphic(node);
      drawings_.push_back({fixed_paragraph_ > 0 ? fixed_paragraph_ : paragraph_, node});
    }
  }
}

/// A page begins behind the break, so what stands before it in the paragraph keeps its page.
void DocxWalker::page_break() {
  ++tally_.explicit_breaks;
  if (current_.text.empty()) {
    current_.explicit_page = tally_.explicit_breaks + 1;
  }
}

void DocxWalker::append(std::string_view text, XmlNode run) {
  if (text.empty()) {
    return;
  }
  if (!visible()) {
    tally_.hidden += run_hidden_ ? 1 : 0;
    return;
  }
  if (current_.text.empty()) {
    current_.rendered_page = tally_.rendered_breaks + 1;
  }
  current_.contents = current_.contents || in_contents();
  const std::size_t begin = current_.text.size();
  current_.text += text;
  if (!wish_.runs) {
    return;
  }
  if (!current_.runs.empty() && current_.runs.back().run == run &&
      current_.runs.back().end == begin) {
    current_.runs.back().end = current_.text.size();
  } else {
    current_.runs.push_back({begin, current_.text.size(), run});
  }
}

/// Mostly one piece, which needs no copy.
void DocxWalker::append_text(XmlNode element, XmlNode run) {
  const XmlNode piece = element.first();
  if (piece.next()) {
    append(element.text(), run);
  } else {
    append(piece.characters(), run);
  }
}

void DocxWalker::append_symbol(XmlNode symbol, XmlNode run) {
  const char32_t code = hexadecimal(symbol.attribute("w:char"));
  if (code == 0 || private_use(code) || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
    ++tally_.symbols;  // a glyph of a symbol font has no character
    return;
  }
  std::string text;
  append_utf8(code, text);
  append(text, run);
}

void DocxWalker::walk_field(XmlNode character) {
  const std::string_view type = character.attribute("w:fldCharType");
  if (type == "begin") {
    fields_.push_back({.first_piece = pieces_.size()});
  } else if (type == "separate" && !fields_.empty()) {
    Field& field = fields_.back();
    field.result = true;
    field.contents = first_word(field.instruction) == "TOC";
    field.recalculated = recalculated(field.instruction);
  } else if (type == "end" && !fields_.empty()) {
    fields_.pop_back();
  }
}

void DocxWalker::walk_simple_field(XmlNode field) {
  fields_.push_back({.result = true, .recalculated = recalculated(field.attribute("w:instr"))});
  walk_inline(field);
  fields_.pop_back();
}

/// Counts those that are.
bool DocxWalker::recalculated(std::string_view instruction) {
  constexpr std::string_view kNames[] = {"DATE", "TIME", "FILENAME"};
  const bool is_one =
      wish_.converted && std::ranges::find(kNames, first_word(instruction)) != std::end(kNames);
  tally_.recalculated += is_one ? 1 : 0;
  return is_one;
}

/// A field whose result never began would hide all that follows: it ends with its paragraph.
void DocxWalker::end_open_instructions() {
  const auto open = std::ranges::find(fields_, false, &Field::result);
  if (open != fields_.end()) {
    tally_.open_field = true;
    fields_.erase(open, fields_.end());
  }
}

void DocxWalker::walk_graphic(XmlNode node) {
  for (const XmlNode child : node.children()) {
    const std::string_view name = child.name();
    if (name == "w:txbxContent") {
      boxes_.push_back(child);
    } else if (name == "mc:AlternateContent") {
      walk_graphic(docx_branch(child));
    } else {
      tally_.images += name == "pic:pic" || name == "v:imagedata" ? 1 : 0;
      if (name == "v:textpath" && !child.attribute("string").empty()) {
        tally_.word_art += std::string(child.attribute("string")) + ' ';
      }
      tally_.charts += name == "c:chart" || name == "dgm:relIds" ? 1 : 0;
      walk_graphic(child);
    }
  }
}

void DocxWalker::walk_math(XmlNode node, XmlNode run) {
  for (const XmlNode child : node.children()) {
    if (child.is("m:t")) {
      append(child.text(), run);
    } else {
      walk_math(child, run);
    }
  }
}

}  // namespace plumbline::readers
