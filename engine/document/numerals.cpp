#include "engine/document/numerals.h"

#include <array>
#include <utility>

#include "engine/base/utf8.h"

namespace plumbline::document {
namespace {

constexpr std::size_t kHanBytes = 3;

/// 0 to 9; the zero of a year is written 〇, ○, 零, O or 0.
int han_digit(std::string_view text) {
  constexpr std::array<std::string_view, 10> kDigits{"〇", "一", "二", "三", "四",
                                                     "五", "六", "七", "八", "九"};
  const std::string_view head = text.substr(0, kHanBytes);
  for (std::size_t i = 0; i < kDigits.size(); ++i) {
    if (head == kDigits[i])
      return static_cast<int>(i);
  }
  return head == "零" || head == "○" ? 0 : -1;
}

}  // namespace

Number han_count_at(std::string_view text) {
  int total = 0;
  int pending = 0;
  std::size_t at = 0;
  while (at < text.size() && total < 1000) {
    const std::string_view head = text.substr(at, kHanBytes);
    const int digit = han_digit(head);
    if (digit >= 0) {
      if (pending > 0)
        break;  // 二〇 is a year's spelling, not a count
      pending = digit;
    } else if (head == "十") {
      total += (pending > 0 ? pending : 1) * 10;
      pending = 0;
    } else if (head == "百" && pending > 0) {
      total += pending * 100;
      pending = 0;
    } else {
      break;
    }
    at += kHanBytes;
  }
  total += pending;
  return total > 0 && total < 1000 ? Number{total, at} : Number{};
}

Number digits_at(std::string_view text, std::size_t most) {
  Number number;
  while (number.size < text.size() && number.size < most && text[number.size] >= '0' &&
         text[number.size] <= '9') {
    number.value = number.value * 10 + (text[number.size] - '0');
    ++number.size;
  }
  return number;
}

Number year_at(std::string_view text) {
  Number year;
  for (int i = 0; i < 4; ++i) {
    const std::string_view rest = text.substr(year.size);
    const bool letter = i > 0 && (rest.starts_with('O') || rest.starts_with('o'));
    const Number digit = letter ? Number{0, 1} : digits_at(rest, 1);
    const int value = digit.size > 0 ? digit.value : han_digit(rest);
    if (value < 0)
      return {};
    year.value = year.value * 10 + value;
    year.size += digit.size > 0 ? digit.size : kHanBytes;
  }
  return year.value >= 1900 && year.value < 2100 ? year : Number{};
}

Number small_number_at(std::string_view text) {
  const Number digits = digits_at(text, 2);
  if (digits.size > 0)
    return digits;
  const Number han = han_count_at(text);
  return han.value < 100 ? han : Number{};
}

int year_of(std::string_view text) {
  const Number year = year_at(text);
  return year.size == text.size() ? year.value : 0;
}

bool is_han(char32_t value) {
  return (value >= 0x4e00 && value <= 0x9fff) || (value >= 0x3400 && value <= 0x4dbf) ||
         value == 0x3007 || (value >= 0xf900 && value <= 0xfaff) ||
         (value >= 0x20000 && value <= 0x3ffff);
}

}  // namespace plumbline::document
