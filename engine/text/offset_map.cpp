#include "engine/text/offset_map.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace plumbline::text {

void OffsetMap::add(const Unit& unit) {
  const auto text_unit = static_cast<std::uint32_t>(unit.same ? 1 : unit.text.size());
  const auto raw_unit = static_cast<std::uint32_t>(unit.same ? 1 : unit.raw.size());
  const auto units = static_cast<std::uint32_t>(unit.same ? unit.text.size() : 1);
  if (!runs_.empty() && !sealed_) {
    Run& last = runs_.back();
    const bool continues = last.same == unit.same && last.text_unit == text_unit &&
                           last.raw_unit == raw_unit &&
                           unit.text.begin == last.text + std::size_t{last.units} * text_unit &&
                           unit.raw.begin == last.raw + std::size_t{last.units} * raw_unit &&
                           last.units <= std::numeric_limits<std::uint32_t>::max() - units;
    if (continues) {
      last.units += units;
      return;
    }
  }
  sealed_ = false;
  runs_.push_back({unit.text.begin, unit.raw.begin, text_unit, raw_unit, units, unit.same});
}

void OffsetMap::append(const OffsetMap& other, std::size_t first, std::size_t last,
                       std::size_t text_begin) {
  if (first == last)
    return;
  const std::size_t from = other.runs_[first].text;
  for (std::size_t i = first; i < last; ++i) {
    runs_.push_back(other.runs_[i]);
    runs_.back().text = runs_.back().text - from + text_begin;
  }
}

OffsetMap::Unit OffsetMap::unit_of(const Run& run, std::size_t index) {
  if (run.same)  // one unit for all: nothing in it depends on where it is entered
    return {{run.text, run.text + run.units}, {run.raw, run.raw + run.units}, true};
  const std::size_t text = run.text + index * run.text_unit;
  const std::size_t raw = run.raw + index * run.raw_unit;
  return {{text, text + run.text_unit}, {raw, raw + run.raw_unit}, false};
}

std::size_t OffsetMap::run_at(std::size_t offset) const {
  const auto after = std::upper_bound(runs_.begin(), runs_.end(), offset,
                                      [](std::size_t o, const Run& run) { return o < run.text; });
  return after == runs_.begin() ? 0 : static_cast<std::size_t>(after - runs_.begin()) - 1;
}

OffsetMap::Unit OffsetMap::unit_at(std::size_t offset) const {
  assert(!runs_.empty());
  const Run& run = runs_[run_at(offset)];
  const std::size_t into = offset < run.text ? 0 : (offset - run.text) / run.text_unit;
  return unit_of(run, std::min<std::size_t>(into, run.units - 1));
}

OffsetMap::Unit OffsetMap::next(const Unit& unit) const {
  const std::size_t run = run_at(unit.text.end);
  const bool ended =
      unit.text.end >= runs_[run].text + std::size_t{runs_[run].units} * runs_[run].text_unit;
  if (ended)
    return {{unit.text.end, unit.text.end}, {unit.raw.end, unit.raw.end}, true};
  return unit_at(unit.text.end);
}

}  // namespace plumbline::text
