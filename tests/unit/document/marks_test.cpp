#include "engine/document/marks.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using plumbline::document::mark_at;

TEST_CASE("a mark is read with its level and number and style") {
  struct Row {
    const char* line;
    int level, number;
    const char* style;
    const char* rest;
  };
  constexpr std::array kRows{
      Row{"一、主要举措", 1, 1, "一、", "主要举措"},
      Row{"十二、其他", 1, 12, "一、", "其他"},
      Row{"二十、其他", 1, 20, "一、", "其他"},
      Row{"(三)规范执法", 2, 3, "（一）", "规范执法"},
      Row{"(三)、规范执法", 2, 3, "（一）", "规范执法"},
      Row{"一)规范执法", 2, 1, "一）", "规范执法"},
      Row{"(二、规范执法", 2, 2, "（一", "规范执法"},
      Row{"1.强化学习", 3, 1, "1.", "强化学习"},
      Row{"5、强化学习", 3, 5, "1、", "强化学习"},
      Row{"16.落实责任", 3, 16, "1.", "落实责任"},
      Row{"1.2024年统计表", 3, 1, "1.", "2024年统计表"},
      Row{"(2)落实责任", 4, 2, "（1）", "落实责任"},
      Row{"2)落实责任", 4, 2, "1）", "落实责任"},
      Row{"③落实责任", 5, 3, "①", "落实责任"},
      Row{"- 二、着力提升", 1, 2, "一、", "着力提升"},
      Row{"## 二、着力提升", 1, 2, "一、", "着力提升"},
      Row{"一.主要举措", 1, 1, "一.", "主要举措"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.line);
    const auto mark = mark_at(row.line);
    REQUIRE(mark);
    CHECK(mark->level == row.level);
    CHECK(mark->number == row.number);
    CHECK(mark->style == row.style);
    CHECK(std::string(row.line).substr(mark->end) == row.rest);
  }
}

TEST_CASE("what only looks like a mark is none") {
  for (const char* line :
       {"一是加强学习", "第一，加强学习", "第一责任人职责", "3.15消费者权益日", "2.86万件",
        "12.4国家宪法日", "二〇二四年一月", "2024年以来", "(2024年度)", "100件案件", "一、", "1.",
        "一把手带头", "三项制度", "", "(本页无正文)", "十分重视"}) {
    CAPTURE(line);
    CHECK_FALSE(mark_at(line));
  }
}
