#pragma once

#include "plumbline/message.h"

/// Options that the loaded packs do not know: P20xx.
namespace plumbline::words {

inline constexpr Form kNoPackLoaded = form("P2001", "no rule pack is loaded; name one with --pack",
                                           "没有载入规则包；请用 --pack 指定");
inline constexpr Form kUnknownValue = form("P2002", "unknown value '{0}' for {1}{2}; known: {3}",
                                           "{1} 没有“{0}”这个值{2}；可用：{3}");
inline constexpr Form kNoSuchDay = form("P2003", "'{0}' is no day for --as-of; write YYYY-MM-DD",
                                        "--as-of 的“{0}”不是存在的日期；请写成 2025-03-01 的形式");

}  // namespace plumbline::words
