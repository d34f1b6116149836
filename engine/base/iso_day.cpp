#include "engine/base/iso_day.h"

#include <charconv>
#include <chrono>
#include <optional>

namespace plumbline {
namespace {

std::optional<unsigned> number(std::string_view digits) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size())
    return std::nullopt;
  return value;
}

}  // namespace

bool is_iso_day(std::string_view date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-')
    return false;
  const std::optional<unsigned> year = number(date.substr(0, 4));
  const std::optional<unsigned> month = number(date.substr(5, 2));
  const std::optional<unsigned> day = number(date.substr(8, 2));
  if (!year || !month || !day)
    return false;
  return std::chrono::year_month_day(std::chrono::year(static_cast<int>(*year)),
                                     std::chrono::month(*month), std::chrono::day(*day))
      .ok();
}

}  // namespace plumbline
