#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "engine/pattern/literals.h"
#include "engine/pattern/pair_index.h"

namespace plumbline::pattern {

/// Goes through the places of a text at which one of a few literals stands. Time is linear in the
/// text for each literal; with an index, in the places of its rarest pair of characters.
class Occurrences {
 public:
  /// Views: `literals` (at most kMostLiterals), `text` and `index` must live longer.
  /// `index`: of a text that begins with `text`; nullptr where there is none.
  Occurrences(std::string_view text, std::size_t begin, std::span<const Needle> literals,
              const PairIndex* index = nullptr);

  /// The first place at or after `at` where one begins; npos where there is none. `at` must not go
  /// back.
  std::size_t next(std::size_t at);

 private:
  /// Places of a literal's rarest pair that are not yet passed; `end` nullptr without index.
  struct Cursor {
    const std::uint32_t* next;
    const std::uint32_t* end;
    std::size_t offset;
  };

  Cursor cursor_of(const Needle& literal, const PairIndex* index) const;
  std::size_t place_of(std::size_t literal, std::size_t at);

  std::string_view text_;
  std::span<const Needle> literals_;
  std::array<std::size_t, kMostLiterals> places_;  ///< of each literal, the last that was found
  std::array<Cursor, kMostLiterals> cursors_;
};

}  // namespace plumbline::pattern
