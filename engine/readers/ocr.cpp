#include "engine/readers/ocr.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "engine/base/code_points.h"
#include "engine/readers/locale_office.h"
#include "engine/readers/measure.h"
#include "engine/readers/program.h"

namespace plumbline::readers {
namespace {

constexpr int kDotsPerInch = 300;
constexpr std::size_t kMostPages = 300;
constexpr std::size_t kColumns = 12;  // level … left top width height conf text

/// The columns of a row; fewer than kColumns where it is none.
std::vector<std::string_view> columns_of(std::string_view row) {
  std::vector<std::string_view> columns;
  for (std::size_t at = 0; at <= row.size() && columns.size() < kColumns;) {
    const std::size_t end = std::min(row.find('\t', at), row.size());
    columns.push_back(row.substr(at, end - at));
    at = end + 1;
  }
  return columns;
}

/// Recognition loses characters, and the place they leave is no border between columns.
constexpr double kLostCharacters = 3.5, kBlank = 0.25;  // heights of the line

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Puts a word to the one before it, which stands in the same line.
bool joined(LayoutWord& before, const LayoutWord& word) {
  const double gap = word.left - before.right;
  if (gap > kLostCharacters * before.height() || gap < -before.height()) {
    return false;
  }
  const bool blank = gap > kBlank * before.height() && is_letter(before.text.back()) &&
                     is_letter(word.text.front());
  before.text += (blank ? " " : "") + word.text;
  before.right = std::max(before.right, word.right);
  return true;
}

Failure failure_of(const ProgramResult& result) {
  const bool no_language = result.errors.find("chi_sim") != std::string::npos;
  switch (result.end) {
    case ProgramResult::End::kExited:
      return result.status == 0 ? Failure{}
             : no_language      ? Failure{ReadOutcome::kScanned, std::string(locale::kNoTesseract)}
                           : Failure{ReadOutcome::kScanned, std::string(locale::kNotRecognised)};
    case ProgramResult::End::kMissing:
      return {ReadOutcome::kScanned, std::string(locale::kNoTesseract)};
    case ProgramResult::End::kTimeout:
      return {ReadOutcome::kTimeout, std::string(locale::kOcrTimeout)};
    default:
      return {ReadOutcome::kScanned, std::string(locale::kNotRecognised)};
  }
}

/// What tesseract writes of a picture.
Failure recognised(std::string_view picture, const Limits& limits, std::string& table) {
  ProgramCall read;
  read.arguments = {"tesseract", "{input}", "stdout", "-l", "chi_sim", "tsv"};
  read.input = picture;
  read.wall_seconds = read.cpu_seconds = 60;
  read.max_memory = 2ull << 30;
  ProgramResult result = run(read, limits);
  Failure failure = failure_of(result);
  if (!failure) {
    table = std::move(result.output);
  }
  return failure;
}

Failure recognise(std::string_view bytes, int number, const Limits& limits,
                  std::vector<LayoutWord>& words) {
  const std::string page = std::to_string(number);
  ProgramCall draw;
  draw.arguments = {"pdftoppm", "-r",     std::to_string(kDotsPerInch), "-gray", "-f", page, "-l",
                    page,       "{input}"};
  draw.input = bytes;
  const ProgramResult picture = run(draw, limits);
  if (Failure failure = failure_of(picture)) {
    return failure;
  }
  std::string table;
  Failure failure = recognised(picture.output, limits, table);
  if (!failure) {
    words = parse_recognised_words(table, kDotsPerInch);
  }
  return failure;
}

/// Width and height that the first row (of the page) tells, in pixels.
std::pair<double, double> size_in(std::string_view table) {
  for (std::size_t at = 0; at < table.size();) {
    const std::size_t end = std::min(table.find('\n', at), table.size());
    const std::vector<std::string_view> row = columns_of(table.substr(at, end - at));
    if (row.size() == kColumns && row[0] == "1") {
      return {number_of(row[8]), number_of(row[9])};
    }
    at = end + 1;
  }
  return {0, 0};
}

}  // namespace

std::vector<LayoutWord> parse_recognised_words(std::string_view table, double dots_per_inch) {
  constexpr std::string_view kLine = "4", kWord = "5";
  std::vector<LayoutWord> words;
  const double scale = 72 / dots_per_inch;
  bool in_line = false;  // the last word stands in the line that is being read
  LayoutWord line;       // boxes of words hug their ink: the line tells where they all stand
  for (std::size_t at = 0; at < table.size();) {
    const std::size_t end = std::min(table.find('\n', at), table.size());
    const std::vector<std::string_view> row = columns_of(table.substr(at, end - at));
    at = end + 1;
    if (row.size() < kColumns) {
      continue;
    }
    const double left = number_of(row[6]) * scale, top = number_of(row[7]) * scale;
    LayoutWord box = {left, top, left + number_of(row[8]) * scale, top + number_of(row[9]) * scale,
                      std::string(row[11])};
    if (row[0] == kLine) {
      line = std::move(box);
      in_line = false;
    } else if (row[0] == kWord && box.text.find_first_not_of(" \r") != std::string::npos &&
               !utf8::first_invalid(box.text)) {
      if (line.top <= box.top && box.bottom <= line.bottom) {
        box.top = line.top;
        box.bottom = line.bottom;
      }
      if (!in_line || !joined(words.back(), box)) {
        words.push_back(std::move(box));
      }
      in_line = true;
    }
  }
  return words;
}

Failure recognise_picture(std::string_view bytes, const Limits& limits, LayoutPage& page) {
  constexpr double kPageWidth = 595;  // points
  std::string table;
  if (Failure failure = recognised(bytes, limits, table)) {
    return failure;
  }
  const auto [width, height] = size_in(table);
  const double dots_per_inch = width > 0 ? width / kPageWidth * 72 : kDotsPerInch;
  page.width = kPageWidth;
  page.height = height * 72 / dots_per_inch;
  page.words = parse_recognised_words(table, dots_per_inch);
  return {};
}

Failure recognise_pdf_pages(std::string_view bytes, const std::vector<int>& pages,
                            const Limits& limits, std::vector<LayoutPage>& layout) {
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (i == kMostPages) {
      return {ReadOutcome::kLimitExceeded, std::string(locale::kTooManyScans)};
    }
    std::vector<LayoutWord>& words = layout[static_cast<std::size_t>(pages[i] - 1)].words;
    if (Failure failure = recognise(bytes, pages[i], limits, words)) {
      return failure;
    }
  }
  return {};
}

}  // namespace plumbline::readers
