#pragma once

#include <span>
#include <string>

#include "engine/document/document.h"
#include "engine/pattern/pattern.h"

namespace plumbline::elements {

/// Evidence for (weight > 0) or against (weight < 0) a document being of a pack's kind.
struct KindEvidence {
  /// "title", "head" (title to first heading; the first paragraphs where there is neither),
  /// "front" (lines above all running text, where no title was found), "headings", "body" (all but
  /// page furniture), "signature", "page" (furniture too).
  std::string where;
  pattern::Pattern match;
  int weight = 0;
  int at_least = 1;  ///< matches needed
  /// Chinese, printed for other-kind: what speaks against it, or for evidence in favour, what is
  /// missed where it was not found.
  std::string reason;
};

struct KindVerdict {
  bool is_kind = false;
  std::string reason;  ///< filled where is_kind is false
  int weight = 0;      ///< sum of the evidence found
};

/// Sums the evidence; at `threshold` or above the document is of the kind.
KindVerdict judge_kind(const document::Document& document, std::span<const KindEvidence> evidence,
                       int threshold);

}  // namespace plumbline::elements
