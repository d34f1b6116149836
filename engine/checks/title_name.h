#pragma once

#include <optional>
#include <string>
#include <string_view>

/// The parts of a document title as it stands in 《》.
namespace plumbline::checks {

struct YearRange {
  int from = 0, to = 0;
  auto operator<=>(const YearRange&) const = default;
};

/// 《中华人民共和国X法（2021年修订）》: base X法, remark 2021年修订. A year range in brackets is
/// part of the name: 纲要（2021—2025年）.
struct TitleName {
  std::string base;    ///< without the name of the state, without the bracket at the end
  std::string remark;  ///< inside the bracket
  std::string tail;    ///< behind the bracket: the 年 of （2021—2025）年
  std::optional<YearRange> years;  ///< where the remark is one
  /// The years ran together (20212025): most likely lost by extraction.
  bool lost_dash = false;
};

/// `title` is normalised text without its marks. `state` is dropped from the front.
TitleName title_name(std::string_view title, std::string_view state);

}  // namespace plumbline::checks
