#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plumbline/message.h"

namespace plumbline {

/// A row of a CSV file and the line it begins on (from 1).
struct CsvRow {
  int line = 0;
  std::vector<std::string> cells;
};

struct CsvError {
  int line = 0;
  int column = 0;   ///< code points from 1
  Message message;  ///< lower case, with the remedy; without a code
};

/// RFC 4180: comma, double quotes, doubled quotes inside, LF or CRLF. A BOM is dropped, an empty
/// line skipped. What is wrong is in `errors`, every mistake of the file; `rows` holds the rest.
/// The bytes must be UTF-8 (see utf8::first_invalid).
struct Csv {
  std::vector<CsvRow> rows;
  std::vector<CsvError> errors;
};
Csv parse_csv(std::string_view text);

}  // namespace plumbline
