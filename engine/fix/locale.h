#pragma once

#include <string>
#include <string_view>

/// Why a document is not changed, and what to do.
namespace plumbline::fix::locale {

inline constexpr std::string_view kNotWritten =
    "改正后的文本与预期不一致，没有改。请另存为 UTF-8 文本后再试。";

inline std::string other_format(const std::string& format) {
  return "不能改 " + format + " 文件：请改它的 Word 原稿（docx）或文本（txt、md）；" +
         "问题清单可用 plumbline check 查看。";
}

}  // namespace plumbline::fix::locale
