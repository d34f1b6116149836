#include "engine/base/iso_day.h"

#include <chrono>
#include <optional>

#include "engine/base/whole_number.h"

namespace plumbline {

bool is_iso_day(std::string_view date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-')
    return false;
  const std::optional<unsigned> year = whole_number(date.substr(0, 4));
  const std::optional<unsigned> month = whole_number(date.substr(5, 2));
  const std::optional<unsigned> day = whole_number(date.substr(8, 2));
  if (!year || !month || !day)
    return false;
  return std::chrono::year_month_day(std::chrono::year(static_cast<int>(*year)),
                                     std::chrono::month(*month), std::chrono::day(*day))
      .ok();
}

}  // namespace plumbline
