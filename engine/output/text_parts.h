#pragma once

#include <string>
#include <string_view>

#include "engine/output/writer.h"
#include "plumbline/report.h"

/// Parts of the text format, one function per block of a document's report.
namespace plumbline::output {

enum class Ink { kBold, kError, kWarning, kNote, kUnsure, kFaint };

/// Colours where they are wanted; else the words as they are.
class Paint {
 public:
  explicit Paint(bool colour) : colour_(colour) {}
  std::string operator()(Ink ink, std::string_view words) const;

 private:
  bool colour_;
};

/// Findings, worst first, those with the same words together.
std::string text_findings(const DocumentReport& document, const WriteOptions& options);
/// Rules that cost points or are undecided, and one line for the rest; the rows add up.
std::string text_ledger(const DocumentReport& document, const Paint& paint);
/// What was lost in reading and the rules that could not be decided.
std::string text_unchecked(const DocumentReport& document, const Paint& paint);

}  // namespace plumbline::output
