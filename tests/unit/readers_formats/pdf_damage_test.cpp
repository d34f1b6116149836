#include "engine/readers/pdf_damage.h"

#include "doctest/doctest.h"

namespace plumbline::readers {
namespace {

TEST_CASE("what poppler says of content that it could not read is told and nothing else is") {
  struct Row {
    const char* said;
    const char* told;
  };
  const Row rows[] = {
      {"", ""},
      {"Syntax Error (971): Unexpected end of file in flate stream\n",
       "Syntax Error (971): Unexpected end of file in flate stream"},
      {"Syntax Error: Couldn't find trailer dictionary\nSyntax Error: Unterminated hex string\n",
       "Syntax Error: Unterminated hex string"},
      {"Syntax Error: Leftover args in content stream",
       "Syntax Error: Leftover args in content stream"},
      {"Syntax Error (711): Unknown filter 'VendorDecode'\n",
       "Syntax Error (711): Unknown filter 'VendorDecode'"},
      {"Syntax Error: Loop in Pages tree\n", "Syntax Error: Loop in Pages tree"},
      {"Syntax Warning: Invalid entry in bfrange block in ToUnicode CMap\n", ""},
      {"Internal Error: xref num 1 not found but needed, try to reconstruct<0a>\n", ""},
      {"Syntax Error: Couldn't find ToUnicode CMap file for 'Identity-H'\n", ""},
      {"Syntax Error: Missing 'endstream' or incorrect stream length\n", ""},
      {"Syntax Warning: Unknown operator 'x'\n", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.said);
    CHECK(told_damage(row.said) == row.told);
  }
}

TEST_CASE("what is told of damage is short") {
  CHECK(told_damage("Syntax Error: Unknown filter '" + std::string(9000, 'x')).size() == 100);
}

}  // namespace
}  // namespace plumbline::readers
