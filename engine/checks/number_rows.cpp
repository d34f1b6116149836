#include "engine/checks/number_rows.h"

#include <charconv>

namespace plumbline::checks {
namespace {

constexpr std::size_t kMostDigits = 9;

bool is_gap(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '|';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// What ties digits to the word before them: "2.5", "A4", "1,234", "-3".
bool joins(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         std::string_view(".,%+-").find(c) != std::string_view::npos;
}

/// The digits that end a word: all of it, or what a label runs into (blanks beside Chinese
/// characters are gone from normalised text). npos where there are none.
std::size_t digits_of(std::string_view word) {
  std::size_t begin = word.size();
  while (begin > 0 && is_digit(word[begin - 1])) --begin;
  const bool found = begin < word.size() && word.size() - begin <= kMostDigits;
  return found && (begin == 0 || !joins(word[begin - 1])) ? begin : std::string_view::npos;
}

long long value_of(std::string_view digits) {
  long long value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

std::vector<NumberRow> number_rows(std::string_view text, TextSpan span, std::size_t most) {
  std::vector<NumberRow> rows;
  NumberRow run;
  const auto close = [&] {
    if (!run.numbers.empty())
      rows.push_back(run);
    run.numbers.clear();
  };
  for (std::size_t at = span.begin; at < span.end;) {
    if (is_gap(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < span.end && !is_gap(text[end])) ++end;
    const std::string_view word = text.substr(at, end - at);
    const std::size_t begin = digits_of(word);
    if (begin != 0)
      close();
    if (begin != std::string_view::npos) {
      if (run.numbers.empty())
        run.at.begin = at + begin;
      run.at.end = end;
      if (run.numbers.size() <= most)
        run.numbers.push_back(value_of(word.substr(begin)));
    }
    at = end;
  }
  close();
  return rows;
}

}  // namespace plumbline::checks
