#pragma once

#include "plumbline/message.h"

/// What a rule of a pack lacks for its kind of check: P1360 and P14xx.
namespace plumbline::checks::words {

inline constexpr Form kBadRow = form("P1360", "table '{0}', row {1}: {2}", "表“{0}”第{1}条：{2}");
inline constexpr Form kNoTable =
    form("P1402", "no table '{0}' in the pack", "规则包里没有表“{0}”；请写在 tables 中");
inline constexpr Form kNoColumn = form("P1403", "table '{0}' lacks the column {1}; it has {2}",
                                       "表“{0}”缺少列 {1}；现有的列：{2}");
inline constexpr Form kNoDay = form("P1404", "no day of the form Y-11-01 or Y+1-03-01: '{0}'",
                                    "“{0}”不是 Y-11-01 或 Y+1-03-01 形式的日期（Y 为报告年度）");
inline constexpr Form kNoRow =
    form("P1405", "'{0}' is not among the rows", "rows 中没有“{0}”；请补上，或核对名称");

// What is wrong with a row
inline constexpr Form kColumnEmpty = form("", "column '{0}' is empty", "“{0}”一列是空的，请填写");
inline constexpr Form kColumnsEmpty =
    form("", "columns '{0}' and '{1}' must not be empty", "“{0}”“{1}”两列都要填写");
inline constexpr Form kNotADay =
    form("", "column '{0}' must be a day, YYYY-MM-DD", "“{0}”一列应是日期，形如 2025-03-01");
inline constexpr Form kNotANumber = form("", "column '{0}' must be a number", "“{0}”一列应是数");
inline constexpr Form kNotAYear = form("", "column '{0}' must be a year", "“{0}”一列应是年份");
inline constexpr Form kNotAKind = form("", "column '{0}' must be period, event, year or never",
                                       "“{0}”一列应是 period、event、year 或 never");
inline constexpr Form kBadPattern = form("", "column '{0}': {1}", "“{0}”一列：{1}");

}  // namespace plumbline::checks::words
