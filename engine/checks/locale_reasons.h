#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Why a check came to no verdict of its own, as the ledger prints it.
namespace plumbline::checks::reasons {

inline constexpr std::string_view kNoFact = "文中没有这一要素，无从核对";
inline constexpr std::string_view kNoDate = "文中没有成文日期";
inline constexpr std::string_view kNoSuchDay = "成文日期不是实有的日期，另行列出";
inline constexpr std::string_view kIncompleteDate = "成文日期没有写全，另行列出";
inline constexpr std::string_view kMetadataDate = "成文日期取自网页信息栏，其写法不作检查";
inline constexpr std::string_view kNoNumber = "文中没有发文字号";
inline constexpr std::string_view kNoYearInNumber = "发文字号中没有年份";
inline constexpr std::string_view kNoReportYear = "未能确定报告年度";
inline constexpr std::string_view kNeedsReportYear = "需要报告年度，未能确定";
inline constexpr std::string_view kNoYearForPeriods =
    "未能确定报告年度，不能核对文中的规划、纲要和会议名称";
inline constexpr std::string_view kNoReporter = "未能确定报告主体的类别";
inline constexpr std::string_view kNoDeadline = "规则包未给这一类报告主体规定期限";
inline constexpr std::string_view kDateOutOfRange = "成文日期与报告年度不相符，另行列出";
inline constexpr std::string_view kNoReferenceDay = "文中没有可用的成文日期，也未指定核对日期";
inline constexpr std::string_view kNoScope = "文中没有这一部分";
inline constexpr std::string_view kNoOrgans = "未能同时确定两处机关名称";
inline constexpr std::string_view kNoHeadings = "文中没有编号标题";

/// The element that a rule needs is absent, and counted there.
inline std::string counted_at(const std::string& label) {
  return "缺少“" + label + "”，已在该项计分";
}

/// Why a pack was taken although its `effective` does not cover the day; "" = open.
inline std::string not_in_force(const std::string& pack, const std::string& from,
                                const std::string& until) {
  return "规则包 " + pack + (from.empty() ? "" : " 自" + from + "起") +
         (until.empty() ? "" : " 至" + until + "止") + "施行，本文的日期不在其内，仍按它核对";
}

inline constexpr std::string_view kNamelessRow = "行首文字未能识别的行";

/// Rows of a table whose numbers could not be read.
inline std::string rows_unread(const std::string& names) {
  return "未能读出表格中这些行的数字，请人工核对：" + names;
}

/// Ends the reason of a rule with several findings that cost points.
inline std::string more_places(std::size_t count) {
  return "（另有" + std::to_string(count) + "处）";
}

/// A finding in words that a machine recognised on a picture.
inline std::string recognised(const std::string& finding) {
  return "文字由 OCR 识别，请人工核对：" + finding;
}

/// Ends the reason of a rule whose findings are too many to list.
inline std::string not_listed(std::size_t count) {
  return "（另有" + std::to_string(count) + "处没有逐一列出）";
}

}  // namespace plumbline::checks::reasons
