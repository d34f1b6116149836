#pragma once

#include <vector>

#include "plumbline/report.h"

namespace plumbline::output {

/// Findings that say the same thing, in the order of the text.
struct Group {
  const Finding* first = nullptr;
  std::vector<const Finding*> others;

  std::size_t size() const { return others.size() + 1; }
};

/// What is waived last, before that the weightier first; else in the order of the text. Points
/// into `findings`.
std::vector<Group> grouped(const std::vector<Finding>& findings);

}  // namespace plumbline::output
