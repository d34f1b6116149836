#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/result.h"

/// The little of a workbook that reports need. Not thread-safe; same calls, same bytes.
namespace plumbline::output {

enum class CellKind : std::uint8_t { kText, kCentred, kNumber, kPercent };

/// One column of a sheet: its header, its width in characters, how its cells look, and the values
/// that a person may choose there (none = anything).
struct Column {
  std::string_view header;
  double width = 10;
  CellKind kind = CellKind::kText;
  std::vector<std::string_view> choices;
};

/// A cell: words, or a number where there is one. Words are never a formula.
struct Cell {
  std::string words;
  std::optional<double> number;

  Cell(std::string_view text) : words(text) {}
  Cell(const std::string& text) : words(text) {}
  Cell(const char* text) : words(text) {}
  Cell(int value) : number(value) {}
  Cell(double value) : number(value) {}
};

class Workbook {
 public:
  Workbook();
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// A sheet with a frozen header, a filter over all rows, and A4 landscape print set-up.
  void add_table(std::string_view name, const std::vector<Column>& columns,
                 const std::vector<std::vector<Cell>>& rows);
  /// A sheet of labels and values under headings; a row with one cell is a heading.
  void add_list(std::string_view name, const std::vector<std::vector<Cell>>& rows);
  /// The finished file; call once.
  Result<std::string> finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Words as a cell holds them: no control characters, no escape of the format, at most 32,767
/// UTF-16 units with a mark where something was cut.
std::string cell_words(std::string_view words);

/// Of the library that writes them.
std::string workbook_library_version();

}  // namespace plumbline::output
