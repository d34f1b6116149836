#include "engine/base/csv.h"

#include <doctest/doctest.h>

using namespace plumbline;

namespace {

std::string dump(std::string_view text) {
  const Csv csv = parse_csv(text);
  std::string out;
  for (const CsvRow& row : csv.rows) {
    out += std::to_string(row.line) + "[";
    for (const std::string& cell : row.cells) out += "<" + cell + ">";
    out += "]";
  }
  for (const CsvError& error : csv.errors)
    out += " !" + std::to_string(error.line) + ":" + std::to_string(error.column);
  return out;
}

}  // namespace

TEST_CASE("csv rows keep commas quotes and line ends inside quotes") {
  CHECK(dump("a,b\nc,d\n") == "1[<a><b>]2[<c><d>]");
  CHECK(dump("\xEF\xBB\xBF"
             "a,b\r\n\r\nc,\r\n") == "1[<a><b>]3[<c><>]");
  CHECK(dump("\"a,b\",\"say \"\"x\"\"\"\n") == "1[<a,b><say \"x\">]");
  CHECK(dump("\"a\nb\",c\nd,e") == "1[<a\nb><c>]3[<d><e>]");
  CHECK(dump("") == "");
}

TEST_CASE("every broken cell of a csv is named with its line and column") {
  CHECK(dump("a,b\n法,\"open") == "1[<a><b>]2[<法><open>] !2:3");
  CHECK(dump("a\"b,c\n\"d\"e,f\n") == "1[<a\"b><c>]2[<de><f>] !1:2 !2:4");
  CHECK(parse_csv("\"x").errors.at(0).message.in(Language::kEnglish) ==
        "this quote is never closed");
}
