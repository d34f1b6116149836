#include "engine/readers/docx_number_format.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "engine/base/utf8.h"
#include "engine/readers/locale_numerals.h"

namespace plumbline::readers {
namespace {

using locale::Numerals, locale::kPlainNumerals, locale::kLegalNumerals;

std::string one_of(std::span<const std::string_view> list, std::int64_t value) {
  return value >= 1 && value <= static_cast<std::int64_t>(list.size())
             ? std::string(list[static_cast<std::size_t>(value - 1)])
             : std::to_string(value);
}

/// A run of characters that Unicode keeps in counting order.
std::string from_block(char32_t first, std::int64_t last, std::int64_t value) {
  if (value < 1 || value > last) {
    return std::to_string(value);
  }
  std::string text;
  append_utf8(first + static_cast<char32_t>(value - 1), text);
  return text;
}

std::string replaced_digits(std::int64_t value, const Numerals& digits) {
  std::string text;
  for (const char digit : std::to_string(value)) {
    text += digit == '-' ? "-" : std::string(digits.zero_to_nine[digit - '0']);
  }
  return text;
}

/// 1..9999 with place names: 一百零五. `full` writes the leading 一 of 一十.
std::string with_places(std::int64_t value, const Numerals& digits, bool full) {
  const std::array<std::pair<std::int64_t, std::string_view>, 4> places = {
      {{1000, digits.thousand}, {100, digits.hundred}, {10, digits.ten}, {1, ""}}};
  std::string text;
  bool gap = false;
  for (const auto& [place, name] : places) {
    const std::int64_t digit = value / place % 10;
    if (digit == 0) {
      gap = !text.empty();
      continue;
    }
    if (gap) {
      text += locale::kLegalNumerals.zero_to_nine[0];
      gap = false;
    }
    const bool bare_ten = !full && place == 10 && digit == 1 && text.empty();
    text += bare_ten ? std::string_view() : digits.zero_to_nine[digit];
    text += name;
  }
  return text;
}

std::string counted(std::int64_t value, const Numerals& digits, bool full) {
  if (value == 0) {
    return std::string(digits.zero_to_nine[0]);
  }
  if (value < 0 || value >= 100'000'000) {
    return std::to_string(value);
  }
  const std::int64_t high = value / 10'000, low = value % 10'000;
  std::string text;
  if (high > 0) {
    text = with_places(high, digits, full) + std::string(digits.ten_thousand);
    text += low > 0 && low < 1000 ? kLegalNumerals.zero_to_nine[0] : "";
  }
  return low > 0 ? text + with_places(low, digits, full || high > 0) : text;
}

std::string roman(std::int64_t value, bool upper) {
  if (value < 1 || value > 32'767) {
    return std::to_string(value);
  }
  constexpr std::pair<std::int64_t, std::string_view> kParts[] = {
      {1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
      {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
  std::string text;
  for (const auto& [part, letters] : kParts) {
    for (; value >= part; value -= part) {
      text += letters;
    }
  }
  if (!upper) {
    std::ranges::transform(text, text.begin(), [](char c) { return static_cast<char>(c + 32); });
  }
  return text;
}

/// a … z, aa, bb …, as Word counts.
std::string letters(std::int64_t value, char first) {
  if (value < 1 || value > 780) {
    return std::to_string(value);
  }
  return std::string(static_cast<std::size_t>((value - 1) / 26 + 1),
                     static_cast<char>(first + (value - 1) % 26));
}

std::string full_width(std::int64_t value) {
  std::string text;
  for (const char digit : std::to_string(value)) {
    append_utf8(static_cast<char32_t>(digit) - U'0' + U'\uFF10', text);
  }
  return text;
}

std::string ordinal(std::int64_t value) {
  const std::int64_t last = value % 10, teens = value / 10 % 10;
  const std::string_view ending = teens == 1 || last == 0 || last > 3 ? "th"
                                  : last == 1                         ? "st"
                                  : last == 2                         ? "nd"
                                                                      : "rd";
  return std::to_string(value) + std::string(ending);
}

std::string padded(std::int64_t value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

using Formatter = std::string (*)(std::int64_t);
struct Row {
  std::string_view name;
  Formatter write;
};

std::string nothing(std::int64_t) {
  return {};
}
std::string chinese(std::int64_t v) {
  return counted(v, kPlainNumerals, false);
}
std::string chinese_full(std::int64_t v) {
  return counted(v, kPlainNumerals, true);
}
std::string legal(std::int64_t v) {
  return counted(v, kLegalNumerals, true);
}
std::string digital(std::int64_t v) {
  return replaced_digits(v, kPlainNumerals);
}
std::string circled(std::int64_t v) {
  return v == 0    ? "⓪"
         : v <= 20 ? from_block(U'\u2460', 20, v)
         : v <= 35 ? from_block(U'\u3251', 15, v - 20)
         : v <= 50 ? from_block(U'\u32B1', 15, v - 35)
                   : std::to_string(v);
}
/// Up to 99 with places (十一), beyond that digit by digit (一〇五): Word's chineseCounting.
std::string chinese_simple(std::int64_t v) {
  return v < 100 ? chinese(v) : digital(v);
}

constexpr Row kRows[] = {
    {"bullet", nothing},
    {"none", nothing},
    {"chineseCounting", chinese_simple},
    {"taiwaneseCounting", chinese_simple},
    {"chineseCountingThousand", chinese},
    {"taiwaneseCountingThousand", chinese},
    {"japaneseCounting", chinese},
    {"koreanCounting", chinese},
    {"chineseLegalSimplified", legal},
    {"ideographLegalTraditional", legal},
    {"japaneseLegal", legal},
    {"ideographDigital", digital},
    {"taiwaneseDigital", digital},
    {"japaneseDigitalTenThousand", digital},
    {"chineseCountingFull", chinese_full},
    {"ideographTraditional", [](std::int64_t v) { return one_of(locale::kStems, v); }},
    {"ideographZodiac", [](std::int64_t v) { return one_of(locale::kBranches, v); }},
    {"ideographEnclosedCircle", [](std::int64_t v) { return from_block(U'\u3280', 10, v); }},
    {"decimalEnclosedCircle", circled},
    {"decimalEnclosedCircleChinese", circled},
    {"decimalEnclosedFullstop", [](std::int64_t v) { return from_block(U'\u2488', 20, v); }},
    {"decimalEnclosedParen", [](std::int64_t v) { return from_block(U'\u2474', 20, v); }},
    {"decimalFullWidth", full_width},
    {"decimalFullWidth2", full_width},
    {"decimalZero", [](std::int64_t v) { return padded(v, 2); }},
    {"upperRoman", [](std::int64_t v) { return roman(v, true); }},
    {"lowerRoman", [](std::int64_t v) { return roman(v, false); }},
    {"upperLetter", [](std::int64_t v) { return letters(v, 'A'); }},
    {"lowerLetter", [](std::int64_t v) { return letters(v, 'a'); }},
    {"ordinal", ordinal},
};

/// w14 writes patterns instead of names: "001, 002, 003, ...".
std::size_t pattern_width(std::string_view format) {
  const std::size_t comma = format.find(',');
  return comma != std::string_view::npos && format.starts_with('0') ? comma : 0;
}

}  // namespace

std::string format_number(std::int64_t value, std::string_view format) {
  const auto* row = std::ranges::find(kRows, format, &Row::name);
  if (row != std::end(kRows)) {
    return row->write(value);
  }
  const std::size_t width = pattern_width(format);
  return width > 0 ? padded(value, width) : std::to_string(value);
}

}  // namespace plumbline::readers
