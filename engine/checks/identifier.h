#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plumbline/span.h"

/// Numbers that name a person, recognised by their form and check digits alone.
namespace plumbline::checks {

/// ID card of 18 characters: region, birthday, MOD 11-2 (GB 11643). `x` and `X` are the same.
bool is_citizen_id(std::string_view digits);
/// 统一社会信用代码, 18 characters, MOD 31 (GB 32100): names an organisation, nobody's secret.
bool is_credit_code(std::string_view text);
/// Mobile number of mainland China: 11 digits, 13 to 19.
bool is_mobile(std::string_view digits);
/// 16 to 19 digits with a card issuer's prefix and the Luhn digit, and no citizen ID.
bool is_bank_card(std::string_view digits);

/// A run of digits as people write one: one blank or hyphen may part its groups.
struct DigitRun {
  TextSpan at;
  std::string digits;  ///< letters and digits without separators
};
/// Every run in `within` that could be an identifier: first a whole word of letters and digits,
/// then groups in the forms 3-4-4, 6-8-4 and 4-4-4-4(-3). Sorted, disjoint.
std::vector<DigitRun> digit_runs(std::string_view text, TextSpan within);

}  // namespace plumbline::checks
