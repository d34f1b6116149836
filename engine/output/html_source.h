#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "plumbline/report.h"

namespace plumbline::output {

/// The marks of one finding in the page: segments [from, to) of its document; none for an absence.
struct MarkRange {
  std::size_t from = 0;
  std::size_t to = 0;
};

struct SourceView {
  std::string html;               ///< the text, a <p> per line
  std::vector<MarkRange> ranges;  ///< one per finding of the document
};

/// The text of a document with its findings marked at their bytes and personal data starred.
/// `number` is the document's number in the page, from 1. Linear in text and findings.
SourceView source_view(const DocumentReport& document, std::size_t number);

}  // namespace plumbline::output
