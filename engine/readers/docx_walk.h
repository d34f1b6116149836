#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/readers/docx_numbering.h"
#include "engine/readers/docx_styles.h"
#include "engine/readers/reader.h"
#include "engine/readers/xml.h"

namespace plumbline::readers {

/// Bytes of a piece's text that came from one w:r.
struct DocxRunText {
  std::size_t begin = 0, end = 0;
  XmlNode run;
};

/// One line of a paragraph as Word shows it after accepting all changes.
struct DocxPiece {
  BlockKind kind = BlockKind::kParagraph;
  std::string text;  ///< automatic number in front
  std::vector<DocxRunText> runs;
  int paragraph = 0;      ///< from 1, every paragraph of the story counts
  int rendered_page = 1;  ///< by lastRenderedPageBreak
  int explicit_page = 1;  ///< by page breaks
  int outline = 0;        ///< from 1, 0 = none
  int cell = 0;           ///< which table cell, 0 = none
  bool centred = false;
  bool contents = false;    ///< part of a table of contents
  int label = 0;            ///< bytes of the automatic number
  int row = 0, column = 0;  ///< of the cell, from 1
};

/// What was met on the way and is not in the text.
struct DocxTally {
  int revisions = 0, images = 0, objects = 0, charts = 0, chunks = 0, hidden = 0, symbols = 0;
  int recalculated = 0;
  std::string word_art;
  int rendered_breaks = 0, explicit_breaks = 0;
  bool open_field = false;

  /// Takes over what matters of notes, headers and footers; their pictures are decoration.
  void add(const DocxTally& beside);
};

struct DocxWish {
  bool runs = false;       ///< the way back to the file: DocxPiece::runs
  bool converted = false;  ///< the file was made a moment ago, and fields of the clock hold that
};

/// Walks stories (body, header, note) into pieces: accept-all view, cached field results, exactly
/// one branch of alternatives, text boxes once, behind their paragraph. Recursion is bounded by
/// the depth that XmlLimits admits.
class DocxWalker {
 public:
  DocxWalker(const DocxStyles& styles, DocxNumbering& numbering, const DocxWish& wish);

  /// Appends the pieces of one story.
  void walk(XmlNode story, BlockKind kind);

  std::vector<DocxPiece> take_pieces() { return std::exchange(pieces_, {}); }
  const DocxTally& tally() const { return tally_; }
  /// Relationship ids of headers and footers, ids of notes: in the order of the text.
  struct Reference {
    BlockKind kind;
    std::string id;
    bool endnote = false;
  };
  const std::vector<Reference>& references() const { return references_; }
  /// What may show pictures, in the order of the text.
  struct Drawing {
    int paragraph = 0;  ///< as DocxPiece::paragraph
    XmlNode node;
  };
  const std::vector<Drawing>& drawings() const { return drawings_; }

 private:
  struct Field {
    bool result = false;    ///< behind fldChar "separate"
    bool contents = false;  ///< a TOC
    bool recalculated = false;
    std::string instruction;
    std::size_t first_piece = 0;
  };

  // docx_walk.cpp: blocks
  void walk_blocks(XmlNode parent);
  void walk_block(XmlNode node);
  void walk_table(XmlNode table);
  void walk_rows(XmlNode parent, bool layout);
  void walk_cells(XmlNode row, bool layout);
  void walk_cell(XmlNode cell, bool layout);
  void walk_paragraph(XmlNode node);
  void walk_content_control(XmlNode control);
  void read_section(XmlNode section);
  void finish_paragraph(const DocxProperties& properties, std::string_view style);
  void emit(const DocxProperties& properties);
  void emit_lines();
  void flush();
  void walk_boxes();

  // docx_run.cpp: what stands in a paragraph
  void walk_inline(XmlNode parent);
  void walk_inline_child(XmlNode node);
  void walk_run(XmlNode run);
  std::optional<bool> hidden(XmlNode properties) const;
  void walk_run_child(XmlNode node, XmlNode run);
  void walk_field(XmlNode character);
  void walk_simple_field(XmlNode field);
  bool recalculated(std::string_view instruction);
  void walk_graphic(XmlNode node);
  void walk_math(XmlNode node, XmlNode run);
  void append(std::string_view text, XmlNode run);
  void append_text(XmlNode element, XmlNode run);
  void append_symbol(XmlNode symbol, XmlNode run);
  void page_break();
  bool visible() const;
  bool in_contents() const;
  void end_open_instructions();

  const DocxStyles& styles_;
  DocxNumbering& numbering_;
  DocxWish wish_;
  std::vector<DocxPiece> pieces_;
  std::vector<Reference> references_;
  std::vector<Drawing> drawings_;
  DocxTally tally_;

  BlockKind kind_ = BlockKind::kParagraph;
  DocxPiece current_;          ///< the paragraph being read, before its number is known
  bool pending_ = false;       ///< its mark was deleted: the next paragraph continues it
  DocxProperties properties_;  ///< of the paragraph that is pending
  std::string style_;
  bool paragraph_hidden_ = false;
  bool run_hidden_ = false;
  std::vector<Field> fields_;
  std::vector<XmlNode> boxes_;
  struct Place {
    int row = 0, column = 0;
  };
  Place place_;  ///< of the cell that is being read
  int paragraph_ = 0, cell_ = 0, cells_ = 0, fixed_paragraph_ = 0, contents_depth_ = 0;
};

/// The branch of mc:AlternateContent that is read: exactly one.
XmlNode docx_branch(XmlNode alternatives);

}  // namespace plumbline::readers
