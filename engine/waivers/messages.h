#pragma once

#include <string>

#include "plumbline/message.h"

/// What a report says of a finding that was let pass, and what is wrong with waivers: P21xx.
namespace plumbline::waivers::words {

inline constexpr const char* kKnown = "基线中已有的问题";

inline std::string waived(const std::string& reason, const std::string& approver,
                          const std::string& until) {
  return reason + "（批准：" + approver + (until.empty() ? "" : "；有效至" + until) + "）";
}

inline constexpr Form kUnknownRule =
    form("P2101", "waiver for an unknown rule '{0}'{1}", "要豁免的规则“{0}”不存在{1}");
inline constexpr Form kNoSuchDay = form("P2102", "'{0}' is no day that the calendar has",
                                        "“{0}”不是存在的日期；请写成 2025-03-01 的形式");
inline constexpr Form kNoReport =
    form("P2103", "not a report of plumbline; a baseline is what --format json wrote (report-v1)",
         "不是本程序的检查结果；基线应是 --format json 写出的文件（report-v1）");

}  // namespace plumbline::waivers::words
