#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "plumbline/span.h"

/// Rows of whole numbers in running text: what is left of a table.
namespace plumbline::checks {

struct NumberRow {
  std::vector<long long> numbers;
  TextSpan at;
};

/// Maximal runs of numbers with nothing but blanks, line ends and cell marks between them; of a run
/// longer than `most` only one more than that is kept. A number has at most nine digits; "1." and
/// "95%" are none. Linear.
std::vector<NumberRow> number_rows(std::string_view text, TextSpan span, std::size_t most);

}  // namespace plumbline::checks
