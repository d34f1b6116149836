#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/report.h"

/// Puts right what rules declare mechanical (`fix:`), and nothing else.
namespace plumbline::fix {

struct Mended {
  std::string problem;             ///< Chinese, why nothing could be changed and what to do
  std::string bytes;               ///< the changed copy; empty where nothing changes
  std::vector<Edit> edits;         ///< in the text as read, sorted, disjoint
  std::vector<std::string> fixed;  ///< rules of the findings that are put right, in their order
  std::size_t left = 0;            ///< findings that are left for a person
  std::size_t waived = 0;          ///< findings that are left because they are waived
};

/// Checks a copy as the document was checked.
using Recheck = std::function<DocumentReport(std::string_view bytes)>;

/// The document of `report`, whose file is `bytes`, with its mechanical findings put right: in a
/// docx as tracked changes, in a text file in its own encoding. Every copy is read and checked
/// again before it is given away: what was fixed is no finding any more, nothing new is one, and no
/// other words have changed. A fix that cannot be proven so is left for a person. Formats that
/// cannot be changed are a problem.
Mended mend(const DocumentReport& report, std::string_view bytes, const Recheck& recheck);

}  // namespace plumbline::fix
