#pragma once

#include <string_view>

/// Numerals that Word counts with.
namespace plumbline::readers::locale {

struct Numerals {
  std::string_view zero_to_nine[10];
  std::string_view ten, hundred, thousand, ten_thousand;
};
inline constexpr Numerals kPlainNumerals = {
    {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, "十", "百", "千", "万"};
inline constexpr Numerals kLegalNumerals = {
    {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}, "拾", "佰", "仟", "万"};
inline constexpr std::string_view kStems[] = {"甲", "乙", "丙", "丁", "戊",
                                              "己", "庚", "辛", "壬", "癸"};
inline constexpr std::string_view kBranches[] = {"子", "丑", "寅", "卯", "辰", "巳",
                                                 "午", "未", "申", "酉", "戌", "亥"};

}  // namespace plumbline::readers::locale
