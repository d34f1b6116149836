#pragma once

#include <string_view>

namespace plumbline {

/// YYYY-MM-DD of a day that exists.
bool is_iso_day(std::string_view date);

}  // namespace plumbline
