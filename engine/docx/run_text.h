#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/docx/xml_scan.h"

namespace plumbline::docx {

/// Something to put between the bytes of a part; nothing is ever taken away.
struct Insertion {
  std::size_t at = 0;  ///< byte offset in the part
  std::string text;
};

/// How to divide a run in two so that a mark can stand between: what stands before the mark, what
/// behind it, and what else the part needs.
struct RunSplit {
  std::size_t at = 0;
  std::string before, behind;
  std::optional<Insertion> preserve;  ///< xml:space of the first half
};

/// A stretch of a run's text: a w:t, or the character of a tab, a break, a symbol.
struct RunPiece {
  std::size_t text = 0, text_end = 0;  ///< in RunText::text()
  std::size_t begin = 0, inner = 0;    ///< the element, its content
  std::size_t inner_end = 0;
  std::string_view name;  ///< of the w:t as written; empty for a single character
  bool preserved = false, divisible = true;
};

/// The characters of one run with their places.
class RunText {
 public:
  /// `begin`, `end`: the run's element in the part. `prefix` of its own names as written.
  RunText(std::string_view xml, std::size_t begin, std::size_t end);

  /// Text, tabs and line ends, as readers::DocxWalker has them.
  const std::string& text() const { return text_; }
  /// Divides before the character that begins at byte `offset` of text(); nullopt where that would
  /// change the run: tracked formatting, blanks that Word would trim, CDATA.
  std::optional<RunSplit> split(std::size_t offset) const;

  /// In their order; they cover text().
  const std::vector<RunPiece>& pieces() const { return pieces_; }
  /// False where dividing it would double what may stand only once.
  bool divisible() const { return divisible_; }
  std::string_view name() const { return run_name_; }
  std::string_view properties() const { return properties_; }
  /// The byte of the part where text() has `offset`, which lies in the piece or at its end; npos
  /// inside a character. Takes no longer in a long text.
  std::size_t raw_offset(const RunPiece& piece, std::size_t offset) const;

 private:
  void add_text(std::size_t tag, std::size_t inner, std::size_t inner_end, std::string_view name,
                bool preserved, bool literal);
  void add_mark(std::size_t at, std::string_view mark);
  void add_break(const XmlToken& token);
  void add_symbol(const XmlToken& token);

  std::string_view xml_;
  std::string_view run_name_;
  std::string_view properties_;
  bool divisible_ = true;
  std::string text_;
  std::vector<RunPiece> pieces_;
  std::vector<std::pair<std::size_t, std::size_t>> stations_;  ///< offset in text_ and in the part
};

}  // namespace plumbline::docx
