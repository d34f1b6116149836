#include "engine/base/iso_day.h"

#include "doctest/doctest.h"

namespace plumbline {
namespace {

TEST_SUITE("base.iso_day") {
  TEST_CASE("a day is one that a calendar has and written in full") {
    for (const char* day : {"2025-03-01", "2024-02-29", "1999-12-31"}) {
      CAPTURE(day);
      CHECK(is_iso_day(day));
    }
    for (const char* day : {"", "2025-3-1", "2025-02-29", "2025-13-01", "2025-00-10", "2025/03/01",
                            "20250301", "2025-03-01 ", "+025-03-01", "２０２５-03-01"}) {
      CAPTURE(day);
      CHECK_FALSE(is_iso_day(day));
    }
  }
}

}  // namespace
}  // namespace plumbline
