#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/checks/check.h"

/// Words of a finding: placeholders filled, personal data masked.
namespace plumbline::checks {

/// Fills every {name} of a message or advice: the hit's values, `quote` (masked where the rule
/// says so), and facts: report_year (also report_year+1, report_year-1), issuer, signature, title,
/// date, document_number, addressee, signer. An unknown name or an absent fact stays as written.
std::string fill(std::string_view text, const Hit& hit, const Context& context);

/// The {names} in a text, without braces, in order.
std::vector<std::string> placeholders(std::string_view text);

/// The hit's words fit to print: display form, masked where the rule says so.
std::string quote_of(const Hit& hit, const Context& context);

/// Letters and digits in the middle replaced by '*': the first three and the last four stay (of
/// fewer than eleven a quarter on either side). Everything else is kept.
std::string masked(std::string_view text);

}  // namespace plumbline::checks
