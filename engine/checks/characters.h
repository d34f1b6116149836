#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

/// Code points of valid UTF-8, for checks that count or compare characters.
namespace plumbline::checks {

/// Bytes of the code point that `first` begins; 1 for a byte that begins none.
std::size_t character_size(char first);
/// Every code point of `text`, in order.
std::vector<std::string_view> characters(std::string_view text);

/// End of the clause that `offset` stands in: the next , 。 ; : ! ? or line end, or the text's end.
std::size_t clause_end(std::string_view text, std::size_t offset);

}  // namespace plumbline::checks
