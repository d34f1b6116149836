#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/reader.h"
#include "plumbline/report.h"
#include "plumbline/span.h"

namespace plumbline::text {

/// A logical paragraph: hard-wrapped lines rejoined, also across a page break.
struct Paragraph {
  TextSpan span;                ///< without the separating '\n'
  readers::BlockKind kind = readers::BlockKind::kLine;
  std::size_t first_block = 0;  ///< indexes blocks()
  std::size_t last_block = 0;   ///< inclusive
  int heading_hint = 0;
  bool uncertain_break = false;  ///< the break after it could not be decided
};

/// Normalised text together with the exact way back to what was read. Immutable, movable.
///
/// Normal form: NFKC (width; except circled numbers and …, kept), no blanks beside Han or between
/// Han and digits, one blank between Latin words, paragraphs separated by one '\n', page furniture
/// (page numbers) left out and listed in losses().
class Text {
 public:
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
  RawSpan to_raw(TextSpan span) const;
  /// The words as a report prints them: own punctuation, half-width digits and letters, no layout
  /// blanks or line ends (design §6).
  std::string display(TextSpan span) const;
  /// Line and column (txt, md, html), paragraph (docx), page. `section` is left empty.
  Location locate(RawSpan span) const;
  /// The paragraph that holds this byte.
  std::size_t paragraph_at(std::size_t offset) const;

 private:
  /// Normalised bytes [text, next.text) came from raw bytes [raw, raw_end), one code point or
  /// a run of equal-length ones.
  struct Run {
    std::size_t text, raw, raw_end;
    bool same;  ///< byte for byte the same
  };
  readers::Extraction extraction_;
  std::string normal_;
  std::vector<Paragraph> paragraphs_;
  std::vector<Run> runs_;
};

/// Folds a short string the way documents are folded (no way back): pack words, roster names.
std::string fold(std::string_view utf8);

}  // namespace plumbline::text
