#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "plumbline/span.h"

namespace plumbline::text {

/// The way from normalised bytes back to raw bytes: sorted runs of units. A unit is what was folded
/// as one; a run holds neighbours whose units have the same two lengths, so a text that was normal
/// already is one run, and so is a stretch of full-width digits.
class OffsetMap {
 public:
  struct Unit {
    TextSpan text;
    RawSpan raw;
    bool same = false;  ///< byte for byte the same
  };

  /// `unit` must lie behind all before it, in both texts.
  void add(const Unit& unit);
  /// What comes next starts a run of its own, so that runs() marks a border.
  void seal() { sealed_ = true; }
  /// Takes over the runs of [first, last) of `other`, moved by `text` bytes. Both are run indexes.
  void append(const OffsetMap& other, std::size_t first, std::size_t last, std::size_t text_begin);

  bool empty() const { return runs_.empty(); }
  std::size_t runs() const { return runs_.size(); }
  /// The unit that made the byte at `offset`. The map must not be empty.
  Unit unit_at(std::size_t offset) const;
  /// The unit behind `unit`; its text is empty at the end of the map.
  Unit next(const Unit& unit) const;

 private:
  struct Run {
    std::size_t text, raw;
    std::uint32_t text_unit, raw_unit;  ///< bytes of a unit
    std::uint32_t units;
    bool same;
  };
  static Unit unit_of(const Run& run, std::size_t index);
  std::size_t run_at(std::size_t offset) const;

  std::vector<Run> runs_;
  bool sealed_ = false;
};

}  // namespace plumbline::text
