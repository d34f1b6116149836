#include "engine/checks/relative_day.h"

#include <doctest/doctest.h>

#include <string>

namespace plumbline::checks {
namespace {

TEST_CASE("days that count from the report year") {
  CHECK(parse_relative_day("Y-11-01")->in(2024).iso() == "2024-11-01");
  CHECK(parse_relative_day("Y+1-03-01")->in(2024).iso() == "2025-03-01");
  for (const char* bad : {"", "Y", "2024-01-01", "Y+1", "Y+1-13-01", "Y+1-03-32", "Y+1-03-01x",
                          "Y-1-03-01", "Y+12-03-01", "Y+-03-01"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_relative_day(bad));
  }
}

TEST_CASE("months end when the calendar says") {
  CHECK(last_day_of_month(2024, 2) == 29);
  CHECK(last_day_of_month(2025, 2) == 28);
  CHECK(last_day_of_month(2025, 4) == 30);
  CHECK(last_day_of_month(2025, 12) == 31);
}

}  // namespace
}  // namespace plumbline::checks
