#pragma once

#include <vector>

#include "engine/readers/docx_scans.h"
#include "engine/readers/docx_walk.h"
#include "plumbline/report.h"

namespace plumbline::readers {

/// What a docx holds that is not in its text.
struct DocxOmissions {
  const DocxTally& tally;
  const DocxScans& scans;
  long contents = 0;  ///< lines of tables of contents
  int external = 0;   ///< files elsewhere
  bool macro = false, numbering_missing = false;
};

/// Tells it, one loss for each kind.
void note_docx_losses(const DocxOmissions& omissions, std::vector<Loss>& losses);

}  // namespace plumbline::readers
