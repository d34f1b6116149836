#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "engine/pattern/literals.h"

namespace plumbline::pattern {

/// Goes through the places of a text at which one of a few literals stands. Time is linear in the
/// text for each literal.
class Occurrences {
 public:
  /// Views: `literals` (at most kMostLiterals, none empty) and `text` must live longer.
  Occurrences(std::string_view text, std::size_t begin, std::span<const std::string> literals);

  /// The first place at or after `at` where one begins; npos where there is none. `at` must not go
  /// back.
  std::size_t next(std::size_t at);

 private:
  std::string_view text_;
  std::span<const std::string> literals_;
  std::array<std::size_t, kMostLiterals> places_;  ///< of each literal, the last that was found
};

}  // namespace plumbline::pattern
