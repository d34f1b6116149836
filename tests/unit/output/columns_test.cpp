#include "engine/output/columns.h"

#include "doctest/doctest.h"

namespace plumbline::output {
namespace {

TEST_SUITE("output.columns") {
  TEST_CASE("chinese characters and marks are two columns wide") {
    const struct {
      const char* text;
      std::size_t width;
    } rows[] = {{"", 0},        {"abc", 3},    {"准绳", 4}, {"（一）", 6}, {"a准b", 4},
                {"e\u0301", 1}, {"\u200b", 0}, {"ｱ", 1},    {"𠀀", 2},     {"\xff\xfe", 2}};
    for (const auto& row : rows) {
      CAPTURE(row.text);
      CHECK(display_width(row.text) == row.width);
    }
    CHECK(padded("准绳", 6) == "准绳  ");
    CHECK(padded("准绳", 3) == "准绳");
  }

  TEST_CASE("a long text keeps its beginning and its end") {
    CHECK(shortened("一二三四五六七八九十", 10) == "一二三四五六七八九十");
    CHECK(shortened("一二三四五六七八九十", 7) == "一二三四…九十");
    CHECK(shortened("", 7) == "");
    CHECK(shortened("abcdef", 2) == "abcdef");
  }

  TEST_CASE("nothing that steers a terminal gets through and text stays as it is") {
    const struct {
      std::string in, out;
    } rows[] = {{"a\x1b[31mb", "a [31mb"},
                {"a\r\nb\tc", "a  b c"},
                {"\xc2\x9b", " "},
                {"\u202e", " "},
                {"\xff", "\uFFFD"},
                {"\xe5\x87", "\uFFFD"},
                {"\xed\xa0\x80", "\uFFFD\uFFFD\uFFFD"},
                {"\xc0\xaf", "\uFFFD\uFFFD"},
                {"准绳，“a”𠀀", "准绳，“a”𠀀"}};
    for (const auto& row : rows) {
      CAPTURE(row.in);
      CHECK(printable(row.in) == row.out);
    }
  }
}

}  // namespace
}  // namespace plumbline::output
