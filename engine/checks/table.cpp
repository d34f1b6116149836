#include <span>

#include "engine/checks/check.h"

namespace plumbline::checks {

/// One row per check kind, in the order of docs/formats/pack.md.
std::span<const Kind> kinds() {
  static constexpr std::span<const Kind> kRows;
  return kRows;
}

}  // namespace plumbline::checks
