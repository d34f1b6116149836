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

// What of a sample was broken
inline constexpr Form kElement = form("", "element {0}", "要素 {0}");
inline constexpr Form kFact = form("", "fact {0}", "事实 {0}");
inline constexpr Form kHeadingMark = form("", "heading mark", "标题序号");
inline constexpr Form kMark = form("", "mark {0}", "标点 {0}");
inline constexpr Form kSignature = form("", "signature", "署名");
inline constexpr Form kParagraph = form("", "paragraph", "段落重复");
inline constexpr Form kYear = form("", "year", "年度");
inline constexpr Form kYearOfNumber = form("", "year of the number", "文号的年份");
inline constexpr Form kNoSuchDay = form("", "date no such day", "日期：没有这一天");
inline constexpr Form kPadded = form("", "date padded", "日期：编了虚位");
inline constexpr Form kDotted = form("", "date dotted", "日期：用点号分隔");
inline constexpr Form kIncomplete = form("", "date incomplete", "日期：未标全");
inline constexpr Form kDateState = form("", "date {0}", "日期：{0}");
inline constexpr Form kOnDeadline = form("", "date on the deadline", "日期：期限当日");
inline constexpr Form kAfterDeadline = form("", "date after the deadline", "日期：期限之后");
inline constexpr Form kSum = form("", "sum {0}", "合计 {0}");
inline constexpr Form kPart = form("", "part {0}", "分项 {0}");
inline constexpr Form kCell = form("", "cell {0}", "表格中的 {0}");
inline constexpr Form kRate = form("", "rate {0}", "比率 {0}");
inline constexpr Form kPromisedYear = form("", "promised year {0}", "计划的年份 {0}");
inline constexpr Form kTerm = form("", "term {0}", "用语 {0}");
inline constexpr Form kPlantedCase = form("", "case of {0}", "放入 {0} 的反例");
inline constexpr Form kTitle = form("", "title", "文件名称");

}  // namespace plumbline::packtest::words
