#pragma once

#include "plumbline/message.h"

/// What is wrong with a roster: P2121 and P2122.
namespace plumbline::roster::words {

inline constexpr Form kSharedName =
    form("P2121", "'{0}' is a name of the unit in line {1} already",
         "“{0}”已经是第{1}行那个单位的名称；请让每个单位的名称各不相同");
inline constexpr Form kCsvFault = form("P2122", "{0}", "{0}");
inline constexpr Form kEmpty = form("P2122", "the file is empty; the first line names the columns",
                                    "名单是空的；首行应为列名");
inline constexpr Form kNoUnit =
    form("P2122", "no unit stands below the header", "列名下面没有单位，请填写");
inline constexpr Form kColumnMissing =
    form("P2122", "the column '{0}' is missing", "缺少“{0}”这一列，请补上");
inline constexpr Form kUnknownColumn =
    form("P2122", "unknown column '{0}'{1}", "不认识“{0}”这一列{1}");
inline constexpr Form kColumnTwice =
    form("P2122", "the column '{0}' stands there twice", "“{0}”这一列写了两次，请只留一列");
inline constexpr Form kRowLength =
    form("P2122", "the row has {0} cells, the header {1}", "这一行有{0}格，首行有{1}格，请对齐");
inline constexpr Form kNameless = form("P2122", "the unit has no '{0}'", "这个单位没有填“{0}”");

}  // namespace plumbline::roster::words
