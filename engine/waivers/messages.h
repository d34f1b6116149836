#pragma once

#include <string>

/// What a report says of a finding that was let pass.
namespace plumbline::waivers::words {

inline constexpr const char* kKnown = "基线中已有的问题";

inline std::string waived(const std::string& reason, const std::string& approver,
                          const std::string& until) {
  return reason + "（批准：" + approver + (until.empty() ? "" : "；有效至" + until) + "）";
}

}  // namespace plumbline::waivers::words
