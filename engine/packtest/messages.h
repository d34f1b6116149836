#pragma once

#include "plumbline/message.h"

/// Cases and samples that cannot be used: P16xx, and files of them that cannot be read.
namespace plumbline::packtest::words {

inline constexpr Form kCannotReadCase =
    form("P1001", "cannot read the case: {0}", "读不了这个例子：{0}");
inline constexpr Form kNamedCaseEmpty =
    form("P1002", "the case '{0}' is empty", "例子“{0}”是空的，请写上内容");
inline constexpr Form kCaseEmpty = form("P1002", "the case is empty", "这个例子是空的，请写上内容");
inline constexpr Form kNoCase =
    form("P1601",
         "this file is no case and is left out: the name of a case begins with pass-, fail-, "
         "not-applicable- or needs-review-",
         "这个文件不算例子，没有运行：例子的文件名应以 pass-、fail-、not-applicable- 或 "
         "needs-review- 开头");
inline constexpr Form kSampleUnread =
    form("P1602", "the sample cannot be read: {0}", "读不了这个样本：{0}");
inline constexpr Form kNotInSample =
    form("P1603", "the sample does not hold these words", "样本里没有这些文字；请从样本中照抄");
inline constexpr Form kTwiceInSample =
    form("P1603", "these words stand more than once in the sample",
         "这些文字在样本里不止一处；请多抄几个字，使它只有一处");

}  // namespace plumbline::packtest::words
