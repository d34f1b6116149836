#pragma once

#include <string>
#include <string_view>

namespace plumbline::readers {

/// What poppler's programs said on standard error of content that they could not read to its end:
/// the first such line; empty where they said nothing of the kind. They then go on with the next
/// content and end with 0, so that a page is cut and nobody would know.
std::string told_damage(std::string_view errors);

}  // namespace plumbline::readers
