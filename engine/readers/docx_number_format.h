#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace plumbline::readers {

/// A number as Word writes it in the format that w:numFmt names. An unknown format counts in
/// decimal, "none" and "bullet" give nothing. Values beyond what a format can write fall back to
/// decimal, as Word does.
std::string format_number(std::int64_t value, std::string_view format);

}  // namespace plumbline::readers
