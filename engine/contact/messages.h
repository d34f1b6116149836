#pragma once

#include "plumbline/message.h"

/// Days of a contact file: P2111.
namespace plumbline::contact::words {

inline constexpr Form kNoSuchDay =
    form("P2111", "'{0}' is no day of the calendar; write YYYY-MM-DD",
         "“{0}”不是存在的日期；请写成 2025-03-01 的形式");

}  // namespace plumbline::contact::words
