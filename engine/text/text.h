#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/reader.h"
#include "engine/text/offset_map.h"
#include "plumbline/report.h"
#include "plumbline/span.h"

namespace plumbline::text {

/// A logical paragraph: hard-wrapped lines rejoined, also across a page break.
struct Paragraph {
  TextSpan span;  ///< without the separating '\n'; never empty
  readers::BlockKind kind = readers::BlockKind::kLine;
  std::size_t first_block = 0;  ///< indexes blocks()
  std::size_t last_block = 0;   ///< inclusive
  int heading_hint = 0;
  bool uncertain_break = false;  ///< the break after it could not be decided
};

/// Normalised text together with the exact way back to what was read. Immutable, movable; share it
/// freely between threads.
///
/// Normal form: NFKC with the exceptions of engine/base/fold.h; no blanks but one between letters
/// and digits of Latin script; paragraphs separated by one '\n'; page furniture (page numbers,
/// running headers) left out and listed in losses().
class Text {
 public:
  /// Linear in the extraction. An extraction without text makes an empty Text.
  static Text build(readers::Extraction extraction);

  std::string_view view() const { return normal_; }
  std::string_view view(TextSpan span) const {
    return std::string_view(normal_).substr(span.begin, span.size());
  }
  std::string_view raw() const { return extraction_.raw; }
  std::string_view raw(RawSpan span) const {
    return std::string_view(extraction_.raw).substr(span.begin, span.size());
  }
  std::span<const Paragraph> paragraphs() const { return paragraphs_; }
  std::span<const readers::Block> blocks() const { return extraction_.blocks; }
  std::span<const Loss> losses() const { return extraction_.losses; }
  const readers::Extraction& extraction() const { return extraction_; }

  /// Exact: covers the raw bytes that the normalised bytes came from, without blanks around them.
  /// Furniture between joined lines lies inside, as it does in the raw text. Spans stay in order
  /// and nested spans nested. An empty span gives an empty one.
  RawSpan to_raw(TextSpan span) const;
  /// The words as a report prints them: own punctuation, half-width digits and letters, no layout
  /// blanks or line ends, no furniture (design §6).
  std::string display(TextSpan span) const;
  /// Line and column (txt, md, html), paragraph (docx), page and boxes. `section` is left empty. A
  /// column counts from the beginning of the physical line, marks that the reader left out
  /// included.
  Location locate(RawSpan span) const;
  /// The paragraph that holds this byte; its separator belongs to it. Needs a paragraph.
  std::size_t paragraph_at(std::size_t offset) const;

 private:
  /// Code points before each stretch of raw bytes, so that columns of long lines are cheap.
  static constexpr std::size_t kStretch = 1024;

  void index_raw();
  std::size_t code_points_before(std::size_t raw_offset) const;
  /// Column of a place on the physical line that holds the byte `line_of`.
  int column_of(std::size_t raw_offset, std::size_t line_of) const;
  /// Index of the last block that begins at or before the offset.
  std::size_t block_at(std::size_t raw_offset) const;

  readers::Extraction extraction_;
  std::string normal_;
  std::vector<Paragraph> paragraphs_;
  OffsetMap map_;
  std::vector<std::size_t> line_starts_;  ///< raw bytes, ascending
  std::vector<std::size_t> points_;       ///< code points before each stretch
};

/// Folds a short string the way documents are folded (no way back): pack words, roster names.
std::string fold(std::string_view utf8);

}  // namespace plumbline::text
