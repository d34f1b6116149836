#include "engine/document/marks.h"

#include "engine/base/utf8.h"
#include "engine/document/numerals.h"

namespace plumbline::document {
namespace {

constexpr std::string_view kStop = "、";

bool starts(std::string_view text, std::string_view head) {
  return text.substr(0, head.size()) == head;
}

/// 2.86 is a quantity and 3.15 a day of the year; 1.2024年 is a mark before a year.
bool goes_on_as_number(std::string_view after_dot) {
  return !after_dot.empty() && after_dot[0] >= '0' && after_dot[0] <= '9' &&
         !(year_at(after_dot).size == 4 && starts(after_dot.substr(4), "年"));
}

std::optional<Mark> han_mark(std::string_view text, const Number& number) {
  const std::string_view rest = text.substr(number.size);
  if (starts(rest, kStop))
    return Mark{1, number.value, "一、", 0, number.size + kStop.size()};
  if (starts(rest, ".") && !goes_on_as_number(rest.substr(1)))
    return Mark{1, number.value, "一.", 0, number.size + 1};
  if (starts(rest, ")"))
    return Mark{2, number.value, "一）", 0, number.size + 1};
  return std::nullopt;
}

std::optional<Mark> digit_mark(std::string_view text, const Number& number) {
  const std::string_view rest = text.substr(number.size);
  if (starts(rest, kStop))
    return Mark{3, number.value, "1、", 0, number.size + kStop.size()};
  if (starts(rest, ".") && !goes_on_as_number(rest.substr(1)))
    return Mark{3, number.value, "1.", 0, number.size + 1};
  if (starts(rest, ")"))
    return Mark{4, number.value, "1）", 0, number.size + 1};
  return std::nullopt;
}

std::optional<Mark> bracket_mark(std::string_view text) {
  const std::string_view inner = text.substr(1);
  const Number han = han_count_at(inner);
  const Number digits = han.size > 0 ? Number{} : digits_at(inner, 2);
  const std::size_t size = 1 + han.size + digits.size;
  if (size == 1)
    return std::nullopt;
  const std::string_view rest = text.substr(size);
  if (starts(rest, ")")) {
    const std::size_t stop = starts(rest.substr(1), kStop) ? kStop.size() : 0;
    if (han.size > 0)
      return Mark{2, han.value, "（一）", 0, size + 1 + stop};
    return Mark{4, digits.value, "（1）", 0, size + 1 + stop};
  }
  if (han.size > 0 && starts(rest, kStop))
    return Mark{2, han.value, "（一", 0, size + kStop.size()};
  return std::nullopt;
}

std::optional<Mark> circled_mark(std::string_view text) {
  const CodePoint first = decode_utf8(text, 0);
  constexpr char32_t kOne = 0x2460;
  if (first.value < kOne || first.value >= kOne + 20)
    return std::nullopt;
  return Mark{5, static_cast<int>(first.value - kOne) + 1, "①", 0, first.end};
}

std::optional<Mark> plain_mark(std::string_view text) {
  if (text.empty())
    return std::nullopt;
  if (text[0] == '(')
    return bracket_mark(text);
  if (const Number digits = digits_at(text, 2); digits.size > 0)
    return digit_mark(text, digits);
  if (const Number han = han_count_at(text); han.size > 0)
    return han_mark(text, han);
  return circled_mark(text);
}

}  // namespace

std::size_t bullet_size(std::string_view paragraph) {
  std::size_t at = 0;
  bool bullet = false;
  while (at < paragraph.size()) {
    if (paragraph[at] == '#' || paragraph[at] == '*' || paragraph[at] == '-' ||
        paragraph[at] == '>') {
      bullet = true;
      ++at;
    } else if (starts(paragraph.substr(at), "•") || starts(paragraph.substr(at), "●")) {
      bullet = true;
      at += 3;
    } else if (paragraph[at] == ' ') {
      ++at;
    } else {
      break;
    }
  }
  return bullet ? at : 0;
}

std::optional<Mark> mark_at(std::string_view paragraph) {
  const std::size_t begin = bullet_size(paragraph);
  std::optional<Mark> mark = plain_mark(paragraph.substr(begin));
  if (!mark)
    return std::nullopt;
  mark->begin = begin;
  mark->end += begin;
  while (mark->end < paragraph.size() && paragraph[mark->end] == ' ') ++mark->end;
  if (mark->end == paragraph.size())
    return std::nullopt;  // a number alone: a cell, a page, a list that lost its words
  return mark;
}

}  // namespace plumbline::document
