#include "engine/readers/pdf_ocr.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "engine/base/code_points.h"
#include "engine/readers/locale_office.h"
#include "engine/readers/program.h"

namespace plumbline::readers {
namespace {

constexpr int kDotsPerInch = 300;
constexpr std::size_t kMostPages = 300;
constexpr std::size_t kColumns = 12;  // level … left top width height conf text

double number_of(std::string_view word) {
  double value = 0;
  const bool read =
      std::from_chars(word.data(), word.data() + word.size(), value).ec == std::errc();
  return read ? std::clamp(value, -1e6, 1e6) : 0;
}

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
  ProgramCall read;
  read.arguments = {"tesseract", "{input}", "stdout", "-l", "chi_sim", "tsv"};
  read.input = picture.output;
  read.wall_seconds = read.cpu_seconds = 60;
  read.max_memory = 2ull << 30;
  const ProgramResult result = run(read, limits);
  Failure failure = failure_of(result);
  if (!failure) {
    words = parse_recognised_words(result.output, kDotsPerInch);
  }
  return failure;
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
