#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "plumbline/report.h"

namespace plumbline::checks {

/// Follows the advice of a finding whose severity is going to change.
inline std::string announced_words(int from, Severity severity) {
  constexpr std::array<const char*, 3> kWords = {"建议", "请核实", "必改"};
  return "（自" + std::to_string(from) + "年度报告起，此项列为“" +
         kWords[static_cast<std::size_t>(severity)] + "”。）";
}

}  // namespace plumbline::checks
