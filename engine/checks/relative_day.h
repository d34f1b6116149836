#pragma once

#include <optional>
#include <string_view>

#include "engine/document/document.h"

namespace plumbline::checks {

/// A day that counts from the report year, as packs write it: "Y-11-01", "Y+1-03-01".
struct RelativeDay {
  int years = 0, month = 0, day = 0;
  document::Date in(int report_year) const { return {report_year + years, month, day}; }
};

/// nullopt for anything else than Y or Y+n with a month and a day.
std::optional<RelativeDay> parse_relative_day(std::string_view text);

int last_day_of_month(int year, int month);

}  // namespace plumbline::checks
