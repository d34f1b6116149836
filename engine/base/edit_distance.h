#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "plumbline/message.h"

namespace plumbline {

/// Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`, in code
/// points. More than `limit` is given as limit + 1. Time |a|·|b|.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The candidate nearest to `word`, near enough to be meant (a third of its length, at least 1);
/// the first of equals, never the word itself. Empty where none is.
std::string nearest(std::string_view word, std::span<const std::string> candidates);

/// "; did you mean 'pattern'?", or nothing.
Message did_you_mean(std::string_view word, std::span<const std::string> candidates);

}  // namespace plumbline
