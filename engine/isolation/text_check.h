#pragma once

#include <cstddef>
#include <string_view>

namespace plumbline::isolation {

bool is_utf8(std::string_view text);

/// At most `most` bytes of valid UTF-8, cut between characters.
std::string_view whole_characters(std::string_view text, std::size_t most);

}  // namespace plumbline::isolation
