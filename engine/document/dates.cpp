#include "engine/document/dates.h"

#include <array>

#include "engine/base/utf8.h"
#include "engine/base/utf8_bytes.h"
#include "engine/document/numerals.h"

namespace plumbline::document {
namespace {

constexpr std::size_t kLongest = 60;  // bytes that the longest form takes

bool eat(std::string_view& text, std::string_view mark) {
  if (text.substr(0, mark.size()) != mark)
    return false;
  text.remove_prefix(mark.size());
  return true;
}

void skip_blanks(std::string_view& text) {
  while (!text.empty() && text[0] == ' ') text.remove_prefix(1);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_padded(std::string_view number) {
  return number.size() == 2 && number[0] == '0';
}

/// 年月日 with digits or Han numerals.
std::optional<WrittenDate> worded_date(std::string_view text, const Number& year) {
  std::string_view rest = text.substr(year.size);
  if (!eat(rest, "年"))
    return std::nullopt;
  const Number month = small_number_at(rest);
  const std::string_view month_text = rest.substr(0, month.size);
  rest.remove_prefix(month.size);
  if (month.size == 0 || !eat(rest, "月"))
    return std::nullopt;
  const Number day = small_number_at(rest);
  const std::string_view day_text = rest.substr(0, day.size);
  rest.remove_prefix(day.size);
  if (day.size == 0 || !eat(rest, "日"))
    return std::nullopt;
  const bool han = year.size > 4 || !is_digit(month_text[0]) || !is_digit(day_text[0]);
  const bool padded = is_padded(month_text) || is_padded(day_text);
  return WrittenDate{{year.value, month.value, day.value},
                     han      ? "han"
                     : padded ? "padded"
                              : "plain",
                     {0, text.size() - rest.size()}};
}

std::optional<WrittenDate> dotted_date(std::string_view text, const Number& year) {
  if (year.size != 4)
    return std::nullopt;
  std::string_view rest = text.substr(year.size);
  std::array<int, 2> parts{};
  for (int& part : parts) {
    if (rest.empty() || (rest[0] != '-' && rest[0] != '.' && rest[0] != '/'))
      return std::nullopt;
    rest.remove_prefix(1);
    skip_blanks(rest);
    const Number number = digits_at(rest, 2);
    if (number.size == 0)
      return std::nullopt;
    part = number.value;
    rest.remove_prefix(number.size);
  }
  if (!rest.empty() && is_digit(rest[0]))
    return std::nullopt;
  return WrittenDate{{year.value, parts[0], parts[1]}, "dotted", {0, text.size() - rest.size()}};
}

std::size_t next_point(std::string_view text, std::size_t at) {
  return decode_utf8(text, at).end;
}

/// 2024, 二〇二四, or the last two digits in front of 年.
Number loose_year_at(std::string_view text) {
  const Number year = year_at(text);
  if (year.size > 0)
    return year;
  const Number digits = digits_at(text, 3);
  return digits.size == 2 ? Number{2000 + digits.value, 2} : Number{};
}

/// 1月, 元月, 1月份 or, left open, 月.
bool eat_loose_month(std::string_view& text, int& month) {
  const Number number = small_number_at(text);
  text.remove_prefix(number.size);
  month = number.size == 0 && eat(text, "元") ? 1 : number.value;
  return eat(text, "月");
}

/// What follows year and month: 20号, 20, 日, 份 or nothing.
int eat_loose_day(std::string_view& text) {
  const Number day = small_number_at(text);
  text.remove_prefix(day.size);
  if (!eat(text, "日") && !eat(text, "号") && day.size == 0)
    eat(text, "份");
  return day.value;
}

std::optional<WrittenDate> loose_date_at(std::string_view text) {
  std::string_view rest = text;
  WrittenDate date{{}, "loose", {}};
  if (const std::optional<WrittenDate> formed = date_at(text)) {
    date.day = formed->day;
    rest.remove_prefix(formed->at.end);
    if (!eat(rest, "日") && !eat(rest, "号") && !rest.starts_with("。"))
      return std::nullopt;
  } else {
    const Number year = loose_year_at(rest);
    rest.remove_prefix(year.size);
    if (year.size == 0 || !eat(rest, "年") || !eat_loose_month(rest, date.day.month))
      return std::nullopt;
    date.day.year = year.value;
    if (year.size == 2 && date.day.month == 0)
      return std::nullopt;
    date.day.day = eat_loose_day(rest);
    if (date.day.day == 0)
      date.form = "incomplete";
  }
  eat(rest, "。");
  date.at = {0, text.size() - rest.size()};
  return date;
}

/// A date may begin here: not inside a longer number.
bool may_begin(std::string_view text, std::size_t at) {
  return at == 0 || !is_digit(text[at - 1]);
}

/// The longest date, as `read` reads it, that reaches to the end of `text`, but for a bracket.
std::optional<WrittenDate> last_of(std::string_view text,
                                   std::optional<WrittenDate> (*read)(std::string_view)) {
  const bool brackets = !text.empty() && text.back() == ')';
  const std::string_view body = text.substr(0, text.size() - (brackets ? 1 : 0));
  std::size_t at = body.size() > kLongest ? body.size() - kLongest : 0;
  while (at < body.size() && continues_character(body[at])) ++at;
  for (; at < body.size(); at = next_point(body, at)) {
    std::optional<WrittenDate> date = may_begin(body, at) ? read(body.substr(at)) : std::nullopt;
    if (date && at + date->at.end == body.size()) {
      date->at.begin += at;
      date->at.end += at;
      return date;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<WrittenDate> date_at(std::string_view text) {
  const Number year = year_at(text);
  if (year.size == 0)
    return std::nullopt;
  const std::string_view head = text.substr(0, kLongest);
  std::optional<WrittenDate> date = worded_date(head, year);
  return date ? date : dotted_date(head, year);
}

std::optional<WrittenDate> find_date(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at = next_point(text, at)) {
    if (!may_begin(text, at))
      continue;
    if (std::optional<WrittenDate> date = date_at(text.substr(at))) {
      date->at.begin += at;
      date->at.end += at;
      return date;
    }
  }
  return std::nullopt;
}

std::optional<WrittenDate> whole_date(std::string_view text) {
  const bool brackets = text.size() > 2 && text.front() == '(' && text.back() == ')';
  const std::string_view inner = brackets ? text.substr(1, text.size() - 2) : text;
  std::optional<WrittenDate> date = date_at(inner);
  if (!date || date->at.end != inner.size())
    return std::nullopt;
  if (brackets) {
    ++date->at.begin;
    ++date->at.end;
  }
  return date;
}

std::optional<WrittenDate> closing_date(std::string_view text) {
  return last_of(text, date_at);
}

std::optional<WrittenDate> loose_closing_date(std::string_view text) {
  return closing_date(text) ? std::nullopt : last_of(text, loose_date_at);
}

bool Date::exists() const {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1)
    return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int extra = month == 2 && leap ? 1 : 0;
  return day <= kDays[static_cast<std::size_t>(month - 1)] + extra;
}

std::string Date::iso() const {
  const auto padded = [](int value, std::size_t width) {
    std::string digits = std::to_string(value);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
  };
  return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

}  // namespace plumbline::document
