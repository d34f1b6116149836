#pragma once

#include "plumbline/message.h"

/// Files that cannot be made: P33xx.
namespace plumbline::output::words {

inline constexpr Form kTooManyRows = form(
    "P3301", "a sheet would need more than 1,048,576 rows; write fewer documents or another format",
    "一张工作表放不下（超过 1,048,576 行）；请分几次检查，或改用 csv");
inline constexpr Form kNoWorkbook = form("P3302", "the workbook could not be made: {0}",
                                         "工作簿无法生成（{0}）；多半是存放临时文件的地方已满");
inline constexpr Form kNoPaper = form("P3303", "the file could not be made; take html or xlsx",
                                      "文件无法生成，请改用 html 或 xlsx 格式");

}  // namespace plumbline::output::words
