#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// What readers tell the person who handed in a file: what happened and what to do next. The one
/// place in engine/readers that holds interface text.
namespace plumbline::readers::messages {

inline constexpr std::string_view kEmptyFile =
    "文件是空的（0 字节）。请检查是否保存或上传完整，重新提交。";
inline constexpr std::string_view kNoText = "文件里没有可以检查的文字。请提交含正文的文件。";
inline constexpr std::string_view kTooLarge =
    "文件超过大小上限，未检查。请去掉图片或附件后重新提交。";
inline constexpr std::string_view kOutOfMemory = "读取时内存不足，未检查。请拆分文件后重新提交。";
inline constexpr std::string_view kReadingFailed =
    "读取时程序出错，未检查。请另存为 docx 后重新提交。";
inline constexpr std::string_view kUnknownType =
    "无法识别的文件类型，未检查。请提交 docx、pdf、ofd、html、md 或 txt。";

inline constexpr std::string_view kUnknownEncoding =
    "不是文本文件，或文字编码无法识别（能读 UTF-8、UTF-16、GB18030），未检查。请另存为 UTF-8 "
    "编码的文本或 "
    "docx 后重新提交。";
inline constexpr std::string_view kUnreliableText =
    "文字编码前后不一致，有较多字符无法还原，未检查。请用原件另存为 UTF-8 编码后重新提交。";
inline constexpr std::string_view kSomeBroken = "个别字符无法还原，这些字未检查。";

inline constexpr std::string_view kBrokenCharacter = "无法还原的字符";
inline constexpr std::string_view kControlCharacter = "控制字符，已略去";
inline constexpr std::string_view kPrivateCharacter = "自造字（私用区字符），含义不明";
inline constexpr std::string_view kCutEnd = "文件末尾的字符不完整，文件可能没有保存完整";

inline constexpr std::string_view kPdf =
    "这是 PDF 文件，此处只能读文本，未检查。请以 .pdf 原文件提交。";
inline constexpr std::string_view kZip =
    "这是 zip 压缩包或其他办公软件的文件（不是 docx、ofd），未检查。请解压后提交报告原件。";
inline constexpr std::string_view kOle =
    "这是旧版 Office 文件（doc、wps、xls 等）或加密的文档，未检查。请另存为 "
    "docx（不加密）后重新提交。";
inline constexpr std::string_view kRtf = "这是 RTF 文件，未检查。请另存为 docx 后重新提交。";
inline constexpr std::string_view kOldWord =
    "这是 Word 2.0 或更早的文件，未检查。请另存为 docx 后重新提交。";
inline constexpr std::string_view kRar =
    "这是 rar 压缩包，未检查。请解压后提交报告原件，或改用 zip。";
inline constexpr std::string_view k7z =
    "这是 7z 压缩包，未检查。请解压后提交报告原件，或改用 zip。";
inline constexpr std::string_view kGzip =
    "这是 gzip 压缩包（gz、tgz），未检查。请解压后提交报告原件，或改用 zip。";
inline constexpr std::string_view kTar = "这是 tar 包，未检查。请解包后提交报告原件，或改用 zip。";
inline constexpr std::string_view kIso = "这是光盘映像（iso），未检查。请提交报告原件。";
inline constexpr std::string_view kArchive = "这是压缩包，未检查。请解压后提交报告原件。";
inline constexpr std::string_view kPicture =
    "这是图片，没有可检查的文字。请提交 Word 原件或可复制文字的 PDF。";
inline constexpr std::string_view kProgram = "这是程序文件，未检查。请提交报告原件。";

inline constexpr std::string_view kFrontMatter = "文首的元数据（front matter），不作为正文检查";
inline constexpr std::string_view kPictures = "图片，其中的文字未检查";
inline constexpr std::string_view kComments = "注释，不作为正文检查";
inline constexpr std::string_view kLeftOut = "部分内容不作为正文检查。";

/// "图片，其中的文字未检查（2 处）"
inline std::string counted(std::string_view what, int count) {
  return std::string(what) + "（" + std::to_string(count) + " 处）";
}

/// "第 3、17 行：无法还原的字符（2 处）"
inline std::string on_lines(std::string_view what, std::size_t count, std::string_view lines) {
  return "第 " + std::string(lines) + " 行：" + std::string(what) + "（" + std::to_string(count) +
         " 处）";
}

}  // namespace plumbline::readers::messages
