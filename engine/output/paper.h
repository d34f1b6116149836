#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/result.h"

namespace plumbline::output {

/// How a paragraph looks; paper_parts.cpp has the sizes.
enum class PaperStyle : std::uint8_t {
  kTitle,    ///< in the middle, the largest type
  kHeading,  ///< of a part
  kBody,     ///< two characters in
  kItem,     ///< the same in bold, kept with what follows
  kFlush,    ///< whom a letter is for: from the margin
  kSigned,   ///< to the right
  kRemark,   ///< small, for the last lines
  kLabel,    ///< of a row of a form
  kCell,
};

enum class PaperKind : std::uint8_t {
  kLetter,  ///< margins and page numbers of GB/T 9704-2012
  kForm,    ///< one page of small type
};

/// A Word file written from nothing: A4, type of official documents by name with what stands in
/// for it, nothing embedded. Words are words: what XML does not know or would turn the direction of
/// the line is left out. Same calls, same bytes.
class Paper {
 public:
  explicit Paper(PaperKind kind) : kind_(kind) {}

  void add(PaperStyle style, std::string_view words);
  /// A row of a form: a label and paragraphs. It is as high as `lines` lines of its type whatever
  /// it holds.
  void add_row(std::string_view label, const std::vector<std::string>& paragraphs, int lines);

  /// The file. P3303 with `path` where it cannot be made.
  Result<std::string> finish(const std::string& path);

 private:
  void end_form();

  PaperKind kind_;
  std::string body_;
  bool in_form_ = false;
};

}  // namespace plumbline::output
