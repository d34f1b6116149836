#include "engine/readers/docx_number_format.h"

#include <doctest/doctest.h>

namespace plumbline::readers {
namespace {

TEST_CASE("numbers are written as word writes them") {
  struct Row {
    std::string_view format;
    std::int64_t value;
    std::string_view text;
  };
  constexpr Row kRows[] = {
      {"decimal", 12, "12"},
      {"decimalFullWidth", 12, "１２"},
      {"decimalFullWidth2", 7, "７"},
      {"decimalZero", 3, "03"},
      {"decimalZero", 12, "12"},
      {"decimalEnclosedCircle", 1, "①"},
      {"decimalEnclosedCircle", 20, "⑳"},
      {"decimalEnclosedCircle", 21, "㉑"},
      {"decimalEnclosedCircleChinese", 36, "㊱"},
      {"decimalEnclosedCircleChinese", 51, "51"},
      {"decimalEnclosedParen", 2, "⑵"},
      {"decimalEnclosedFullstop", 2, "⒉"},
      {"chineseCounting", 1, "一"},
      {"chineseCounting", 10, "十"},
      {"chineseCounting", 11, "十一"},
      {"chineseCounting", 20, "二十"},
      {"chineseCounting", 21, "二十一"},
      {"chineseCounting", 105, "一〇五"},
      {"chineseCountingThousand", 10, "十"},
      {"chineseCountingThousand", 105, "一百零五"},
      {"chineseCountingThousand", 110, "一百一十"},
      {"chineseCountingThousand", 1001, "一千零一"},
      {"chineseCountingThousand", 10000, "一万"},
      {"chineseCountingThousand", 10010, "一万零一十"},
      {"chineseCountingThousand", 0, "〇"},
      {"japaneseCounting", 13, "十三"},
      {"taiwaneseCountingThousand", 12, "十二"},
      {"chineseLegalSimplified", 1, "壹"},
      {"chineseLegalSimplified", 10, "壹拾"},
      {"chineseLegalSimplified", 12, "壹拾贰"},
      {"ideographDigital", 10, "一〇"},
      {"ideographTraditional", 1, "甲"},
      {"ideographTraditional", 11, "11"},
      {"ideographZodiac", 12, "亥"},
      {"ideographEnclosedCircle", 1, "㊀"},
      {"upperRoman", 4, "IV"},
      {"lowerRoman", 1999, "mcmxcix"},
      {"upperRoman", 0, "0"},
      {"upperLetter", 1, "A"},
      {"upperLetter", 26, "Z"},
      {"lowerLetter", 27, "aa"},
      {"lowerLetter", 29, "cc"},
      {"ordinal", 1, "1st"},
      {"ordinal", 11, "11th"},
      {"ordinal", 22, "22nd"},
      {"ordinal", 103, "103rd"},
      {"001, 002, 003, ...", 7, "007"},
      {"none", 5, ""},
      {"bullet", 5, ""},
      {"someFutureFormat", 5, "5"},
      {"chineseCounting", 2147483648, "二一四七四八三六四八"},
      {"chineseCountingThousand", 2147483648, "2147483648"},
      {"lowerLetter", 2147483647, "2147483647"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.format);
    CAPTURE(row.value);
    CHECK(format_number(row.value, row.format) == row.text);
  }
}

}  // namespace
}  // namespace plumbline::readers
