#pragma once

#include <string_view>

/// Whose comments they are, the type of a plain copy; why there is no annotated copy, and what to
/// do.
namespace plumbline::docx::locale {

inline constexpr std::string_view kAuthor = "准绳";
inline constexpr std::string_view kBodyFont = "仿宋";

inline constexpr std::string_view kNotUtf8 =
    "文档正文不是UTF-8编码，不能加批注。请用 Word、WPS 另存为 docx 后再试。";
inline constexpr std::string_view kOddParts =
    "文档的批注或关系部分不规范，不能加批注。请用 Word、WPS 另存为 docx 后再试。";
inline constexpr std::string_view kNotWritten = "批注副本无法生成，请改用 html 或 xlsx 格式。";
inline constexpr std::string_view kNotProven =
    "批注副本与原文核对不一致，已放弃。请用 Word、WPS 另存为 docx 后再试，或改用 html 格式。";

inline constexpr std::string_view kSigned =
    "文件带有数字签名，改动会使签名失效，没有改。请在未签名的原稿上改。";
inline constexpr std::string_view kProtected =
    "文件设有编辑保护，没有改。请在 Word、WPS 中取消保护后再试。";
inline constexpr std::string_view kNotUtf8Revised =
    "文档正文不是UTF-8编码，不能改。请用 Word、WPS 另存为 docx 后再试。";
inline constexpr std::string_view kNotRevised = "带修订的副本无法生成，没有改。";
inline constexpr std::string_view kRevisionNotProven =
    "带修订的副本与原文核对不一致，已放弃。请用 Word、WPS 另存为 docx 后再试。";

}  // namespace plumbline::docx::locale
