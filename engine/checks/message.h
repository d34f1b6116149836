#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/checks/check.h"

/// Words of a finding.
namespace plumbline::checks {

using Values = std::map<std::string, std::string, std::less<>>;

/// Fills every {name} of a message or advice from `values` (a hit's, `quote` among them), then from
/// facts: report_year (also report_year+1, report_year-1), issuer, signature, title, date,
/// document_number, addressee, signer. An unknown name or an absent fact stays as written.
std::string fill(std::string_view text, const Context& context, const Values& values);

/// The {names} in a text, without braces, in order.
std::vector<std::string> placeholders(std::string_view text);

}  // namespace plumbline::checks
