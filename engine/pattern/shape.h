#pragma once

#include <optional>
#include <string_view>

#include "engine/pattern/literals.h"

namespace plumbline::pattern {

/// What is certain of a pattern before RE2 has compiled it.
struct Shape {
  /// Every match holds at least one of these; empty where nothing of the kind is known.
  Literals required;
};

/// Reads a folded pattern (source.h). nullopt unless it is certain that RE2 takes it, that it does
/// not match the empty text and that its program stays below `most_instructions`: then the pattern
/// needs no judge but itself. RE2 says what is wrong with, or unusual in, all others.
std::optional<Shape> shape_of(std::string_view folded, std::size_t most_instructions);

}  // namespace plumbline::pattern
