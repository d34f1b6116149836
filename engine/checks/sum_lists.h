#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/checks/quantity.h"
#include "plumbline/span.h"

/// Parts that do not add up to their stated whole. Words come from a pack.
namespace plumbline::checks {

struct SumWords {
  QuantityWords quantity;
  std::vector<std::string> whole;      ///< all parts follow: 分为 分别为
  std::vector<std::string> among;      ///< parts or examples follow: 其中 包括
  std::vector<std::string> referring;  ///< of these, what may open a sentence of its own: 其中
  /// Kinds that divide a stock without a rest, each with its synonyms: 继续有效 | 修改 | 废止. The
  /// first and the last kind must stand in a list that is read as complete.
  std::vector<std::vector<std::vector<std::string>>> partitions;
  std::vector<std::string> closing;  ///< parts came before: 共计 合计
  std::vector<std::string> rest;     ///< a part that makes a list complete: 其他 其余 另有
  std::vector<std::string> no_part;  ///< a label that is no part: 增加 减少 较
  std::vector<std::string> overlapping;  ///< units whose parts may overlap: 人 名
  int missing_percent = 10;  ///< after `among`: a list lacking more than this gives examples
};

struct SumFault {
  TextSpan at;  ///< from the clause of the whole to the last part
  long long total = 0;
  long long sum = 0;
  std::string parts;  ///< "17+9+8"
  std::string unit;
};

/// Faults inside `span`, one paragraph. Silent wherever the list may be open, mixed or vague.
std::vector<SumFault> sum_faults(std::string_view text, TextSpan span, const SumWords& words);

}  // namespace plumbline::checks
