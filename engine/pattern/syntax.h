#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/pattern/character_class.h"

namespace plumbline::pattern {

/// A part of a pattern. Parts are numbers, so that reading a pattern costs few allocations.
using PartId = std::uint32_t;
inline constexpr PartId kNoPart = std::numeric_limits<PartId>::max();

struct Part {
  enum class Kind {
    kText,      ///< characters that mean themselves
    kClass,     ///< one character of a class; '.' is one
    kPlace,     ///< ^ $ \b \B: takes no character
    kSequence,  ///< its children one behind the other
    kChoice,    ///< one of its children, the first that lets the rest match
    kGroup,     ///< its only child in brackets
    kRepeat,    ///< its only child `least` to `most` times
  };
  Kind kind = Kind::kSequence;
  bool is_lazy = false;              ///< kRepeat: the fewest first
  bool is_endless = false;           ///< kRepeat: or more than `most`
  std::uint32_t begin = 0, end = 0;  ///< bytes of the pattern: of kText and kPlace
  std::uint32_t number = 0;  ///< kClass: index in `classes`; kGroup: from 1, 0 where it is not kept
  std::uint32_t least = 1, most = 1;
  PartId child = kNoPart;  ///< the first
  PartId next = kNoPart;   ///< sibling
};

/// A pattern taken apart.
struct Syntax {
  std::vector<Part> parts;
  std::vector<CharacterClass> classes;
  PartId root = kNoPart;
  std::uint32_t groups = 0;  ///< that are kept

  const Part& operator[](PartId id) const { return parts[id]; }
};

/// Counts above it are RE2's to judge.
inline constexpr std::uint32_t kMostRepeats = 1000;

/// Reads a folded pattern (source.h). nullopt where it holds what is not surely understood: RE2
/// shall judge. Depth is bounded.
std::optional<Syntax> read_syntax(std::string_view folded);

}  // namespace plumbline::pattern
