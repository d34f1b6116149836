#pragma once

#include "plumbline/message.h"

/// Workbooks that cannot be taken over: P34xx.
namespace plumbline::craft::words {

inline constexpr Form kNotAWorkbook =
    form("P3401", "not readable as an xlsx workbook: {0}", "不能作为 xlsx 工作簿读取：{0}");
inline constexpr Form kNoSheet = form("", "the workbook has no sheet", "工作簿里没有工作表");
inline constexpr Form kSheetTooLarge = form("", "the sheet is too large", "工作表太大，请拆分");
inline constexpr Form kNoXlsx = form("", "not an xlsx workbook", "不是 xlsx 文件，请另存为 xlsx");
inline constexpr Form kMergedCells = form("P3402", "merged cells ({0}): unmerge them first",
                                          "有合并的单元格（{0}）；请取消合并后再导入");

}  // namespace plumbline::craft::words
