#include "engine/document/dates.h"

#include <doctest/doctest.h>

#include <array>

using plumbline::document::closing_date;
using plumbline::document::Date;
using plumbline::document::find_date;
using plumbline::document::loose_closing_date;
using plumbline::document::whole_date;

TEST_CASE("a date is read in every form with its form") {
  struct Row {
    const char *text, *iso, *form;
  };
  constexpr std::array kRows{
      Row{"2024年2月9日", "2024-02-09", "plain"},
      Row{"2024年02月09日", "2024-02-09", "padded"},
      Row{"(2024年2月9日)", "2024-02-09", "plain"},
      Row{"2024.2.9", "2024-02-09", "dotted"},
      Row{"2024-02-09", "2024-02-09", "dotted"},
      Row{"2024/2/9", "2024-02-09", "dotted"},
      Row{"二〇二四年二月九日", "2024-02-09", "han"},
      Row{"二○二四年十二月三十一日", "2024-12-31", "han"},
      Row{"二〇二四年二月二十日", "2024-02-20", "han"},
      Row{"二O二四年二月二十日", "2024-02-20", "han"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    const auto date = whole_date(row.text);
    REQUIRE(date);
    CHECK(date->day.iso() == row.iso);
    CHECK(date->form == row.form);
  }
}

TEST_CASE("what is no date or more than one is refused") {
  for (const char* text : {"2024年2月", "2月9日", "2024年2月9日印发", "3.15", "12345", "2024年",
                           "20240209", "二月九日", "2024.2.99.1", "1024年2月9日"}) {
    CAPTURE(text);
    CHECK_FALSE(whole_date(text));
  }
}

TEST_CASE("a day that no calendar has is read and does not exist") {
  CHECK(Date{2024, 2, 29}.exists());
  CHECK_FALSE(Date{2023, 2, 29}.exists());
  CHECK_FALSE(Date{2100, 2, 29}.exists());
  CHECK(Date{2000, 2, 29}.exists());
  CHECK_FALSE(Date{2024, 13, 1}.exists());
  CHECK_FALSE(Date{2024, 4, 31}.exists());
  CHECK_FALSE(Date{2024, 1, 0}.exists());
  const auto written = whole_date("2023年2月29日");
  REQUIRE(written);
  CHECK(written->day == Date{2023, 2, 29});
}

TEST_CASE("a date is found inside and at the end of a line") {
  const auto inside = find_date("成文日期2024-01-15有效性");
  REQUIRE(inside);
  CHECK(inside->day == Date{2024, 1, 15});
  const auto closing = closing_date("安澜县水利局2024年1月15日");
  REQUIRE(closing);
  CHECK(closing->at.begin == std::string_view("安澜县水利局").size());
  CHECK_FALSE(closing_date("安澜县水利局2024年1月15日印发"));
}

TEST_CASE("a malformed date at the end of a line keeps what it tells") {
  struct Row {
    const char *text, *iso, *form;
  };
  constexpr std::array kRows{
      Row{"2025年1月20号", "2025-01-20", "loose"},
      Row{"2025年元月20日", "2025-01-20", "loose"},
      Row{"2025年1月20", "2025-01-20", "loose"},
      Row{"25年1月20日", "2025-01-20", "loose"},
      Row{"2025年1月20日。", "2025-01-20", "loose"},
      Row{"2025.1.20日", "2025-01-20", "loose"},
      Row{"(2025年1月20号)", "2025-01-20", "loose"},
      Row{"安澜县水利局2025年1月20号", "2025-01-20", "loose"},
      Row{"2025年1月", "2025-01-00", "incomplete"},
      Row{"2025年1月份", "2025-01-00", "incomplete"},
      Row{"2025年1月日", "2025-01-00", "incomplete"},
      Row{"2025年月日", "2025-00-00", "incomplete"},
      Row{"二〇二五年一月", "2025-01-00", "incomplete"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    const auto date = loose_closing_date(row.text);
    REQUIRE(date);
    CHECK(date->day.iso() == row.iso);
    CHECK(date->form == row.form);
  }
}

TEST_CASE("what is no malformed date is left alone") {
  for (const char* text : {"2025年1月20日", "2025年", "2025年度", "1月20号", "20__年__月__日", "20年月日",
                           "2025年1月20日印发", "2025年1号", "12025年1月", "225年1月20日"}) {
    CAPTURE(text);
    CHECK_FALSE(loose_closing_date(text));
  }
}
