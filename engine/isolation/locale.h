#pragma once

#include <string_view>

/// What a person is told where a worker could not read a file: what happened and what to do.
namespace plumbline::isolation::locale {

inline constexpr std::string_view kTimeout =
    "读取超时，已停止，未检查。请拆分文件，或用 Word、WPS 另存为 docx 后重新提交。";
inline constexpr std::string_view kOutOfMemory =
    "读取所需内存超过上限，已停止，未检查。请去掉图片或拆分文件后重新提交。";
inline constexpr std::string_view kCrashed =
    "读取进程异常退出，未检查。文件可能已损坏，请用 Word、WPS 打开后另存为 docx 重新提交。";
inline constexpr std::string_view kForbidden =
    "读取时出现不允许的操作，已终止，未检查。文件可能有恶意内容，请用 Word、WPS 另存为 docx "
    "后重新提交。";
inline constexpr std::string_view kBadAnswer =
    "读取结果不完整或无效，未检查。请用 Word、WPS 另存为 docx 后重新提交。";
inline constexpr std::string_view kTooMuchText = "文字过多，已停止读取。请拆分后重新提交。";
inline constexpr std::string_view kNotStarted =
    "无法启动读取进程（系统资源不足），未检查。请关闭其他程序后重试。";

}  // namespace plumbline::isolation::locale
