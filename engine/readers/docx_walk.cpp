#include "engine/readers/docx_walk.h"

#include <algorithm>
#include <utility>

namespace plumbline::readers {
namespace {

/// Containers whose children stand where they stand.
bool transparent(std::string_view name) {
  return name == "w:customXml" || name == "w:sdtContent" || name == "w:ins" || name == "w:moveTo" ||
         name == "w:smartTag";
}

bool continues_merge(XmlNode cell) {
  const XmlNode properties = cell.child("w:tcPr");
  const auto continued = [](XmlNode merge) {
    return merge && merge.attribute("w:val") != "restart";
  };
  return continued(properties.child("w:vMerge")) || continued(properties.child("w:hMerge"));
}

/// A table of one column is layout: letterhead and report inside a frame.
bool single_column(XmlNode parent) {
  for (const XmlNode row : parent.children()) {
    if (!row.is("w:tr")) {
      continue;
    }
    int cells = 0;
    for (const XmlNode cell : row.children()) {
      cells += cell.is("w:tc") ? 1 : 0;
    }
    if (cells > 1) {
      return false;
    }
  }
  return true;
}

bool contents_control(XmlNode control) {
  const std::string_view gallery =
      control.path({"w:sdtPr", "w:docPartObj", "w:docPartGallery"}).attribute("w:val");
  return gallery == "Table of Contents";
}

/// Nothing but blanks, the ideographic and the unbreakable one included.
bool blank(std::string_view text) {
  constexpr std::string_view kSpaces[] = {" ", "\t", "\u3000", "\u00A0"};
  while (!text.empty()) {
    const auto* space = std::ranges::find_if(
        kSpaces, [&](std::string_view candidate) { return text.starts_with(candidate); });
    if (space == std::end(kSpaces)) {
      return false;
    }
    text.remove_prefix(space->size());
  }
  return true;
}

bool mark_removed(XmlNode mark) {
  return mark.child("w:del") || mark.child("w:moveFrom");
}

}  // namespace

DocxWalker::DocxWalker(const DocxStyles& styles, DocxNumbering& numbering, const DocxWish& wish)
    : styles_(styles), numbering_(numbering), wish_(wish) {}

void DocxWalker::walk(XmlNode story, BlockKind kind) {
  kind_ = kind;
  walk_blocks(story);
  flush();
  for (const Field& field : fields_) {
    tally_.open_field = true;
    for (std::size_t i = field.first_piece; field.contents && i < pieces_.size(); ++i) {
      pieces_[i].contents = false;  // a table of contents without an end must not swallow the rest
    }
  }
  fields_.clear();
}

void DocxWalker::walk_blocks(XmlNode parent) {
  for (const XmlNode node : parent.children()) {
    walk_block(node);
  }
}

void DocxWalker::walk_block(XmlNode node) {
  const std::string_view name = node.name();
  if (name == "w:p") {
    walk_paragraph(node);
  } else if (name == "w:tbl") {
    walk_table(node);
  } else if (name == "w:sdt") {
    walk_content_control(node);
  } else if (name == "mc:AlternateContent") {
    walk_blocks(docx_branch(node));
  } else if (name == "w:altChunk" || name == "w:subDoc") {
    ++tally_.chunks;
  } else if (name == "w:sectPr") {
    read_section(node);
  } else if (transparent(name)) {
    walk_blocks(node);
  }
}

void DocxWalker::walk_content_control(XmlNode control) {
  const int deeper = contents_control(control) ? 1 : 0;
  contents_depth_ += deeper;
  walk_blocks(control.child("w:sdtContent"));
  contents_depth_ -= deeper;
}

void DocxWalker::read_section(XmlNode section) {
  for (const XmlNode node : section.children()) {
    if (node.is("w:headerReference") || node.is("w:footerReference")) {
      const BlockKind kind = node.is("w:headerReference") ? BlockKind::kHeader : BlockKind::kFooter;
      references_.push_back({kind, std::string(node.attribute("r:id"))});
    }
  }
}

void DocxWalker::walk_table(XmlNode table) {
  flush();
  const Place outer = std::exchange(place_, {});
  walk_rows(table, single_column(table));
  place_ = outer;
}

void DocxWalker::walk_rows(XmlNode parent, bool layout) {
  for (const XmlNode row : parent.children()) {
    if (row.is("w:tr")) {
      if (row.path({"w:trPr", "w:del"})) {
        ++tally_.revisions;
      } else {
        tally_.revisions += row.path({"w:trPr", "w:ins"}) ? 1 : 0;
        place_ = {place_.row + 1, 1};
        walk_cells(row, layout);
      }
    } else if (row.is("w:sdt")) {
      walk_rows(row.child("w:sdtContent"), layout);
    } else if (transparent(row.name())) {
      walk_rows(row, layout);
    }
  }
}

void DocxWalker::walk_cells(XmlNode row, bool layout) {
  for (const XmlNode cell : row.children()) {
    if (cell.is("w:tc")) {
      walk_cell(cell, layout);
    } else if (cell.is("w:sdt")) {
      walk_cells(cell.child("w:sdtContent"), layout);
    } else if (transparent(cell.name())) {
      walk_cells(cell, layout);
    }
  }
}

void DocxWalker::walk_cell(XmlNode cell, bool layout) {
  if (cell.path({"w:tcPr", "w:cellDel"})) {
    ++tally_.revisions;
    return;
  }
  constexpr std::int64_t kWidest = 1000;  // columns
  const auto span = static_cast<int>(std::clamp<std::int64_t>(
      docx_number(cell.path({"w:tcPr", "w:gridSpan"}).attribute("w:val"), 1), 1, kWidest));
  if (continues_merge(cell)) {
    place_.column += span;
    return;
  }
  const BlockKind kind = kind_;
  const int outer = cell_;
  if (kind_ == BlockKind::kParagraph && !layout) {
    kind_ = BlockKind::kCell;
  }
  cell_ = ++cells_;
  walk_blocks(cell);
  flush();
  cell_ = outer;
  kind_ = kind;
  place_.column += span;
}

void DocxWalker::walk_paragraph(XmlNode node) {
  const XmlNode own = node.child("w:pPr");
  const XmlNode mark = own.child("w:rPr");
  const std::string_view style = own.child("w:pStyle").attribute("w:val");
  DocxProperties properties = docx_properties(own, {});
  properties.inherit(styles_.paragraph(style));
  ++paragraph_;
  if (!pending_) {
    current_ = {};
    current_.paragraph = fixed_paragraph_ > 0 ? fixed_paragraph_ : paragraph_;
  }
  if (properties.page_break_before.value_or(false)) {
    ++tally_.explicit_breaks;
  }
  if (!pending_) {
    current_.rendered_page = tally_.rendered_breaks + 1;
    current_.explicit_page = tally_.explicit_breaks + 1;
  }
  paragraph_hidden_ = properties.hidden.value_or(false);
  walk_inline(node);
  end_open_instructions();
  tally_.revisions += mark_removed(mark) || mark.child("w:ins") || mark.child("w:moveTo") ? 1 : 0;
  pending_ = mark_removed(mark) || docx_toggle(mark.child("w:specVanish"));
  if (pending_) {
    properties_ = std::move(properties);
    style_ = style;
    return;
  }
  const bool hidden_mark = docx_toggle(mark.child("w:vanish"));
  if (!(hidden_mark && current_.text.empty())) {
    finish_paragraph(properties, style);
  }
  walk_boxes();
  if (const XmlNode section = own.child("w:sectPr")) {
    read_section(section);
    ++tally_.explicit_breaks;
  }
}

void DocxWalker::finish_paragraph(const DocxProperties& properties, std::string_view style) {
  const std::string label = numbering_.next(properties, style);
  current_.text.insert(0, label);
  current_.label = static_cast<int>(label.size());
  for (DocxRunText& run : current_.runs) {
    run.begin += label.size();
    run.end += label.size();
  }
  if (styles_.name(style).starts_with("toc ") || contents_depth_ > 0) {
    current_.contents = true;
  }
  emit(properties);
}

/// Writes the paragraph, one piece for each of its lines.
void DocxWalker::emit(const DocxProperties& properties) {
  current_.kind = kind_;
  current_.cell = cell_;
  current_.row = place_.row;
  current_.column = place_.column;
  current_.outline = properties.outline.value_or(9) < 9 ? *properties.outline + 1 : 0;
  current_.centred = properties.align == "center";
  if (current_.text.find('\n') != std::string::npos) {
    emit_lines();
  } else if (!blank(current_.text)) {
    pieces_.push_back(std::move(current_));
  }
  current_ = {};
}

void DocxWalker::emit_lines() {
  const std::string text = std::move(current_.text);
  const std::vector<DocxRunText> runs = std::move(current_.runs);
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (!blank(std::string_view(text).substr(begin, end - begin))) {
      DocxPiece piece = current_;
      piece.text = text.substr(begin, end - begin);
      for (const DocxRunText& run : runs) {
        if (run.begin < end && run.end > begin) {
          piece.runs.push_back(
              {std::max(run.begin, begin) - begin, std::min(run.end, end) - begin, run.run});
        }
      }
      pieces_.push_back(std::move(piece));
      current_.label = 0;
    }
    begin = end + 1;
  }
}

/// Text whose paragraph mark was deleted, and nothing to join it to: the mark stays after all.
void DocxWalker::flush() {
  if (pending_) {
    pending_ = false;
    if (!current_.text.empty()) {
      finish_paragraph(properties_, style_);
    }
    walk_boxes();
  }
}

/// Text boxes anchored in the paragraph that was just written; each is a story of its own.
void DocxWalker::walk_boxes() {
  const std::vector<XmlNode> boxes = std::exchange(boxes_, {});
  const BlockKind kind = kind_;
  const int host = fixed_paragraph_, count = paragraph_, cell = std::exchange(cell_, 0);
  std::vector<Field> fields = std::exchange(fields_, {});
  for (const XmlNode box : boxes) {
    fixed_paragraph_ = host > 0 ? host : count;
    kind_ = kind == BlockKind::kParagraph || kind == BlockKind::kCell ? BlockKind::kTextBox : kind;
    walk(box, kind_);
  }
  fields_ = std::move(fields);
  kind_ = kind;
  cell_ = cell;
  fixed_paragraph_ = host;
  paragraph_ = boxes.empty() ? paragraph_ : count;
}

}  // namespace plumbline::readers
