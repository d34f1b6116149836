#pragma once

#include <string>
#include <string_view>

/// Words fit to stand between “ and ”.
namespace plumbline {

/// “ ” inside become ‘ ’; a pair around all of the words is left off, the outer one takes its part.
std::string inside_quotes(std::string_view words);

/// Line ends and the blanks beside them left out; one blank where Latin letters or digits meet.
std::string unwrapped(std::string_view words);

}  // namespace plumbline
