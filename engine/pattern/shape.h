#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/pattern/literals.h"

namespace plumbline::pattern {

inline constexpr std::size_t kEndless = static_cast<std::size_t>(-1);

/// What can be told of a pattern before RE2 has compiled it.
struct Shape {
  /// Every match holds at least one of these; empty where nothing of the kind is known.
  Literals required;
  /// The first of them that a match holds begins at most so many bytes behind the match's begin;
  /// kEndless where that is not known.
  std::size_t reach = kEndless;
  /// RE2 takes it, it does not match the empty text and its program stays below the bound: nobody
  /// needs to ask RE2.
  bool is_sound = false;
};

/// Reads a folded pattern (source.h). nullopt where it holds what is not surely understood.
std::optional<Shape> shape_of(std::string_view folded, std::size_t most_instructions);

}  // namespace plumbline::pattern
