#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plumbline/result.h"

namespace plumbline::craft {

/// A row of a sheet: its number (from 1) and its cells, from column A on.
struct SheetRow {
  int number = 0;
  std::vector<std::string> cells;
};

/// The first sheet of an xlsx workbook as text; formulas give the value that was saved. Refused:
/// what is no workbook, merged cells, cells beyond column ZZ or bounds of size. Failures are
/// P3401 with the reader's words, P3402 for merged cells.
Result<std::vector<SheetRow>> read_sheet(std::string_view bytes);

}  // namespace plumbline::craft
