#include "engine/checks/identifier.h"

#include <algorithm>
#include <array>
#include <span>

#include "engine/document/document.h"

namespace plumbline::checks {
namespace {

constexpr std::size_t kIdLength = 18, kMobileLength = 11;
constexpr std::size_t kCardShortest = 16, kCardLongest = 19;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_word(char c) {
  return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}
bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, is_digit);
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool is_birthday(std::string_view digits) {
  const document::Date day{number(digits.substr(0, 4)), number(digits.substr(4, 2)),
                           number(digits.substr(6, 2))};
  constexpr int kOldest = 1900, kYoungest = 2099;
  return day.year >= kOldest && day.year <= kYoungest && day.exists();
}

bool luhn(std::string_view digits) {
  int sum = 0;
  bool twice = false;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, twice = !twice) {
    const int value = (*digit - '0') * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0;
}

/// Sizes of the groups of digits from `at` on, parted by one and the same separator.
std::vector<std::size_t> groups_from(std::string_view text, std::size_t at, std::size_t end) {
  constexpr std::size_t kMost = 6;
  std::vector<std::size_t> sizes;
  char separator = 0;
  while (sizes.size() < kMost) {
    std::size_t size = 0;
    while (at + size < end && is_word(text[at + size]) && text[at + size] != '_') ++size;
    if (size == 0)
      break;
    sizes.push_back(size);
    at += size;
    if (at >= end || (text[at] != ' ' && text[at] != '-') ||
        (separator != 0 && text[at] != separator))
      break;
    separator = text[at++];
  }
  return sizes;
}

constexpr std::array<std::array<std::size_t, 5>, 5> kForms = {
    {{4, 4, 4, 4, 3}, {4, 4, 4, 4, 2}, {4, 4, 4, 4, 0}, {6, 8, 4, 0, 0}, {3, 4, 4, 0, 0}}};

/// How many groups make up a known form; 0 = none.
std::size_t known_form(std::span<const std::size_t> sizes) {
  for (const auto& form : kForms) {
    const auto length = static_cast<std::size_t>(std::ranges::find(form, 0u) - form.begin());
    if (sizes.size() >= length &&
        std::equal(form.begin(), form.begin() + static_cast<std::ptrdiff_t>(length), sizes.begin()))
      return length;
  }
  return 0;
}

/// Bytes of +86, +86- and the like, at whose 8 `at` stands; 0 = none.
std::size_t country_code(std::string_view text, std::size_t at, std::size_t end) {
  if (at == 0 || text[at - 1] != '+' || !text.substr(at, end - at).starts_with("86"))
    return 0;
  const bool separated = at + 2 < end && (text[at + 2] == ' ' || text[at + 2] == '-');
  const std::size_t size = separated ? 3 : 2;
  return at + size < end && is_digit(text[at + size]) ? size : 0;
}

DigitRun run_at(std::string_view text, std::size_t at, std::size_t end) {
  const std::vector<std::size_t> sizes = groups_from(text, at, end);
  const std::size_t take = std::max<std::size_t>(1, known_form(sizes));
  DigitRun run{{at, at}, {}};
  for (std::size_t i = 0; i < take; ++i) {
    run.at.end += i > 0 ? 1 : 0;
    run.digits += text.substr(run.at.end, sizes[i]);
    run.at.end += sizes[i];
  }
  return run;
}

}  // namespace

bool is_citizen_id(std::string_view digits) {
  constexpr std::array kWeights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view kCheck = "10X98765432";
  constexpr int kFirstProvince = 11, kLastProvince = 91, kModulus = 11;
  if (digits.size() != kIdLength || !all_digits(digits.substr(0, kIdLength - 1)))
    return false;
  const int province = number(digits.substr(0, 2));
  if (province < kFirstProvince || province > kLastProvince || !is_birthday(digits.substr(6, 8)))
    return false;
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) sum += (digits[i] - '0') * kWeights[i];
  const char last = digits.back() == 'x' ? 'X' : digits.back();
  return kCheck[static_cast<std::size_t>(sum % kModulus)] == last;
}

bool is_credit_code(std::string_view text) {
  constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  constexpr std::array kWeights = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
  constexpr std::size_t kModulus = 31;
  if (text.size() != kIdLength)
    return false;
  std::size_t sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t value = kAlphabet.find(text[i]);
    if (value == std::string_view::npos)
      return false;
    if (i < kWeights.size())
      sum += value * static_cast<std::size_t>(kWeights[i]);
    else
      return (kModulus - sum % kModulus) % kModulus == value;
  }
  return false;
}

bool is_mobile(std::string_view digits) {
  return digits.size() == kMobileLength && all_digits(digits) && digits[0] == '1' &&
         digits[1] >= '3';
}

bool is_bank_card(std::string_view digits) {
  constexpr std::array<std::string_view, 8> kIssuers = {"62", "4",  "51", "52",
                                                        "53", "54", "55", "60"};
  if (digits.size() < kCardShortest || digits.size() > kCardLongest || !all_digits(digits))
    return false;
  return std::ranges::any_of(kIssuers, [&](auto issuer) { return digits.starts_with(issuer); }) &&
         luhn(digits) && !is_citizen_id(digits) && !is_credit_code(digits);
}

std::vector<DigitRun> digit_runs(std::string_view text, TextSpan within) {
  std::vector<DigitRun> runs;
  for (std::size_t at = within.begin; at < within.end;) {
    const bool follows_word = at > 0 && (is_word(text[at - 1]) || text[at - 1] == '.');
    if (!is_digit(text[at]) || follows_word) {
      ++at;
      continue;
    }
    DigitRun run = run_at(text, at + country_code(text, at, within.end), within.end);
    at = run.at.end;
    const bool decimal = at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1]);
    if (run.digits.size() >= kMobileLength && !decimal && (at >= text.size() || text[at] != '_'))
      runs.push_back(std::move(run));
  }
  return runs;
}

}  // namespace plumbline::checks
