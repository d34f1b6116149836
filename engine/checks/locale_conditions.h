#pragma once

#include <string_view>

/// What a condition of `when` or `unless` says of a document: the reason of a verdict.
namespace plumbline::checks::conditions {

inline constexpr std::string_view kUnknown = "未能确定";
inline constexpr std::string_view kIs = "为";
inline constexpr std::string_view kYear = "年";
inline constexpr std::string_view kReportYear = "报告年度";
inline constexpr std::string_view kDateYear = "成文日期的年份";
inline constexpr std::string_view kProfileIs = "使用场景为";
inline constexpr std::string_view kReporterIs = "报告主体类别为";
inline constexpr std::string_view kNoReporter = "未能确定报告主体的类别";
inline constexpr std::string_view kMissing = "文中没有";
inline constexpr std::string_view kThere = "文中已有";
inline constexpr std::string_view kAllThere = "所需要素齐备";
inline constexpr std::string_view kNoneThere = "文中没有所列要素";
inline constexpr std::string_view kStrange = "不认识的条件";

// Names of facts.
inline constexpr std::string_view kTitle = "标题";
inline constexpr std::string_view kIssuer = "制发机关";
inline constexpr std::string_view kDocumentNumber = "发文字号";
inline constexpr std::string_view kSigner = "签发人";
inline constexpr std::string_view kAddressee = "主送机关";
inline constexpr std::string_view kSignature = "署名";
inline constexpr std::string_view kDate = "成文日期";

}  // namespace plumbline::checks::conditions
