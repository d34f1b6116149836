#include "engine/checks/relative_day.h"

#include <charconv>

namespace plumbline::checks {
namespace {

/// Reads one number at the front and drops it.
std::optional<int> take_number(std::string_view& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc())
    return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

bool take(std::string_view& text, char mark) {
  if (text.empty() || text.front() != mark)
    return false;
  text.remove_prefix(1);
  return true;
}

/// "-11" at the front, between 1 and `most`.
std::optional<int> take_part(std::string_view& text, int most) {
  if (!take(text, '-'))
    return std::nullopt;
  const std::optional<int> part = take_number(text);
  return part && *part >= 1 && *part <= most ? part : std::nullopt;
}

}  // namespace

std::optional<RelativeDay> parse_relative_day(std::string_view text) {
  if (!take(text, 'Y'))
    return std::nullopt;
  RelativeDay result;
  if (take(text, '+')) {
    const std::optional<int> years = take_number(text);
    if (!years || *years < 0 || *years > 9)
      return std::nullopt;
    result.years = *years;
  }
  const std::optional<int> month = take_part(text, 12);
  const std::optional<int> day = month ? take_part(text, 31) : std::nullopt;
  if (!day || !text.empty())
    return std::nullopt;
  result.month = *month;
  result.day = *day;
  return result;
}

int last_day_of_month(int year, int month) {
  int day = 31;
  while (day > 28 && !document::Date{year, month, day}.exists()) --day;
  return day;
}

}  // namespace plumbline::checks
