#include <array>
#include <span>

#include "engine/checks/check.h"
#include "engine/checks/pairs.h"
#include "engine/checks/repeats.h"

namespace plumbline::checks {

/// One row per check kind, in the order of docs/formats/pack.md.
std::span<const Kind> kinds() {
  static constexpr std::array kRows = {
      Kind{"pairs", compile_pairs},
      Kind{"repeats", compile_repeats},
  };
  return kRows;
}

}  // namespace plumbline::checks
