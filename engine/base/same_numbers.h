#pragma once

#include <string_view>

namespace plumbline {

/// Both texts say the same numbers in the same order: values of runs of Arabic digits (in either
/// width, without the zeros in front), each Chinese numeral and percent sign as it stands. What
/// stands between them is not looked at. Linear.
bool same_numbers(std::string_view one, std::string_view other);

}  // namespace plumbline
