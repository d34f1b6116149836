#include "engine/checks/identifier.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace plumbline;
using namespace plumbline::checks;

TEST_CASE("an id number counts only with a birthday and its check digit") {
  CHECK(is_citizen_id("11010519491231002X"));
  CHECK(is_citizen_id("11010519491231002x"));
  CHECK_FALSE(is_citizen_id("110105194912310021"));  // check digit
  CHECK_FALSE(is_citizen_id("11010519491331002X"));  // month 13
  CHECK_FALSE(is_citizen_id("1101051949123100"));
}

TEST_CASE("a credit code and an amount are no bank card") {
  CHECK(is_bank_card("4111111111111111"));
  CHECK_FALSE(is_bank_card("4111111111111112"));
  CHECK_FALSE(is_bank_card("1111111111111117"));
}

TEST_CASE("mobile numbers are found in the groups people write") {
  constexpr std::string_view kText =
      "13812345678 138-1234-5678 138 1234 5678 +8613812345678 +86 138-1234-5678 +86-13812345678 "
      "0900-6231180 v13812345678 8613812345678 13812345678+86";
  std::size_t mobiles = 0;
  for (const DigitRun& run : digit_runs(kText, {0, kText.size()}))
    mobiles += is_mobile(run.digits) ? 1u : 0u;
  CHECK(mobiles == 7);
}
