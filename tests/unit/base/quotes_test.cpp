#include "engine/base/quotes.h"

#include <doctest/doctest.h>

using plumbline::inside_quotes;
using plumbline::unwrapped;

TEST_CASE("words between quotation marks nest by the rules") {
  CHECK(inside_quotes("推行一网通办") == "推行一网通办");
  CHECK(inside_quotes("推行“一网通办”改革") == "推行‘一网通办’改革");
  CHECK(inside_quotes("“一网通办”") == "一网通办");
  CHECK(inside_quotes("“甲”和“乙”") == "‘甲’和‘乙’");
  CHECK(inside_quotes("“") == "‘");
  CHECK(inside_quotes("") == "");
}

TEST_CASE("a wrapped line is shown as one") {
  CHECK(unwrapped("国土空\n  间规划") == "国土空间规划");
  CHECK(unwrapped("国土空\r\n　　间规划") == "国土空间规划");
  CHECK(unwrapped("plan\nA of 2024") == "plan A of 2024");
  CHECK(unwrapped("石桥镇 人民政府") == "石桥镇 人民政府");
  CHECK(unwrapped("石桥镇\n") == "石桥镇");
}
