#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// What the readers of containers (zip, docx, ofd, pdf, html) tell the person who handed in a file.
namespace plumbline::readers::locale {

inline std::string damaged(std::string_view part, std::string_view check) {
  return "文件不完整或已损坏（" + std::string(part) + (part.empty() ? "" : "：") +
         std::string(check) + "），未检查。请重新导出或重新传输后提交。";
}

inline constexpr std::string_view kBomb = "文件异常膨胀（疑似压缩炸弹），已停止读取。";
inline constexpr std::string_view kTooMuchText = "文字过多，已停止读取。请拆分后重新提交。";
inline constexpr std::string_view kEncrypted = "文件已加密，请去除打开密码后重新提交。";

// zip
inline constexpr std::string_view kSplit = "zip 是分卷中的一卷";
inline constexpr std::string_view kNoDirectory = "zip 目录缺失";
inline constexpr std::string_view kDirectoryPlace = "zip 目录的位置不对";
inline constexpr std::string_view kDirectorySize = "zip 目录的大小不对";
inline constexpr std::string_view kDirectoryCut = "zip 目录不完整";
inline constexpr std::string_view kEntryPlace = "zip 条目的位置不对";
inline constexpr std::string_view kEntryBeyondFile = "zip 条目超出文件";
inline constexpr std::string_view kEntryName = "zip 条目名与目录不一致";
inline constexpr std::string_view kEntrySize = "zip 条目大小与目录不一致";
inline constexpr std::string_view kEntriesOverlap = "zip 条目重叠";
inline constexpr std::string_view kEntriesTwice = "zip 条目重名";
inline constexpr std::string_view kChecksum = "校验和不符";
inline constexpr std::string_view kInflation = "压缩数据不完整";
inline constexpr std::string_view kDeclaredSize = "大小与声明不符";
inline std::string too_many_entries(std::size_t count) {
  return "压缩包内文件过多（" + std::to_string(count) + " 个），未检查。";
}
inline constexpr std::string_view kIsArchive =
    "这是压缩包，里面的文件要逐份检查。请用 plumbline check 检查整个压缩包，或解压后提交报告原件。";
inline constexpr std::string_view kEmptyArchive = "压缩包里没有可以检查的文件。";
inline constexpr std::string_view kArchiveDepth =
    "压缩包嵌套超过 3 层，未检查。请解压后提交报告原件。";
inline constexpr std::string_view kArchiveRest =
    "压缩包内文件过多，从这一份起都未检查。请分成几个压缩包。";
inline constexpr std::string_view kArchiveTooLarge =
    "压缩包超过大小上限，未检查。请分成几个压缩包。";
inline constexpr std::string_view kArchiveMemory =
    "展开压缩包时内存不足，未检查。请分成几个压缩包。";
inline constexpr std::string_view kIsXlsx =
    "这是电子表格（xlsx），不是文字文档，未检查。请提交报告的 docx 文件。";
inline constexpr std::string_view kIsPptx =
    "这是演示文稿（pptx），不是文字文档，未检查。请提交报告的 docx 文件。";
inline std::string unknown_method(std::string_view name, int method) {
  return "压缩方法 " + std::to_string(method) + " 不支持（" + std::string(name) +
         "），未检查。请用常用软件另存后重新提交。";
}

// xml
inline constexpr std::string_view kDtd = "不允许 DTD";
inline constexpr std::string_view kXmlCut = "XML 不完整";
inline constexpr std::string_view kXmlUtf16 = "UTF-16 编码有误";
inline constexpr std::string_view kXmlNul = "含空字节";
inline constexpr std::string_view kXmlNotUtf8 = "不是有效的 UTF-8";
inline constexpr std::string_view kXmlOtherEncoding = "声明了不支持的编码";
inline std::string too_deep(std::string_view part) {
  return "文件结构异常（" + std::string(part) + "：嵌套过深），已停止读取。";
}
inline std::string too_many_tags(std::string_view part) {
  return "文件结构异常（" + std::string(part) + "：标记过多），已停止读取。";
}

// docx
inline constexpr std::string_view kNoMainPart = "找不到正文部件";
inline constexpr std::string_view kNotWord = "不是 Word 文字文档，未检查。请提交 docx 文件。";
inline constexpr std::string_view kOnlyPictures =
    "文档的内容是图片，没有可检查的文字。请提交文字版原件，或用 --ocr 识别（结果仅供参考）。";
inline std::string unread_pictures(int paragraph, std::size_t count) {
  return "第 " + std::to_string(paragraph) + " 段起有整页大小的图片 " + std::to_string(count) +
         " 幅，其中的文字未检查。请提交文字版原件，或用 --ocr 识别（结果仅供参考）";
}
inline std::string recognised_picture(int paragraph) {
  return "第 " + std::to_string(paragraph) + " 段起的图片由 OCR 识别，可能有误，请人工核对";
}
inline constexpr std::string_view kNoWords = "文档没有文字，未检查。";
inline constexpr std::string_view kOpenField = "有未结束的域，按其所在段落结束处理";
inline constexpr std::string_view kNumberingLost = "自动编号的定义缺失，部分编号未能还原";
inline constexpr std::string_view kMacro = "文档含宏，未运行";
inline std::string external_links(int count) {
  return "文档引用了外部文件 " + std::to_string(count) + " 处，未读取";
}
inline std::string revisions(int count) {
  return "文档含未接受的修订 " + std::to_string(count) + " 处，按全部接受后的文字检查";
}
inline std::string contents_lines(long count) {
  return "目录 " + std::to_string(count) + " 行未作正文";
}
inline std::string hidden_text(int count) {
  return "隐藏文字 " + std::to_string(count) + " 处未作正文";
}
inline std::string images(int count) {
  return "图片 " + std::to_string(count) + " 幅，其中的文字未读取";
}
inline std::string objects(int count) {
  return "图表或嵌入对象 " + std::to_string(count) + " 个，其中的文字未读取";
}
inline std::string word_art(std::string_view words) {
  return "艺术字未作正文：" + std::string(words);
}
inline std::string symbols(int count) {
  return "符号字体的字符 " + std::to_string(count) + " 个未读取";
}
inline std::string recalculated_fields(int count) {
  return "自动更新的日期、时间等 " + std::to_string(count) +
         " 处，转换后已不是原值，未作正文。请改为固定文字，或另存为 docx 后提交";
}
inline std::string embedded_documents(int count) {
  return "嵌入的其他文档 " + std::to_string(count) + " 个未读取";
}
inline std::string missing_notes(int count, bool endnotes) {
  return std::string(endnotes ? "尾注 " : "脚注 ") + std::to_string(count) + " 条缺失，未检查";
}
inline std::string part_unreadable(std::string_view part, std::string_view message) {
  return "部件 " + std::string(part) + " 未读取：" + std::string(message);
}

// pages
inline std::string watermark(std::string_view words) {
  return "斜排文字（水印）未作正文：" + std::string(words);
}
inline std::string outside_page(std::string_view words) {
  return "页面之外的文字未作正文：" + std::string(words);
}

// pdf
inline std::string damaged_content(std::string_view said) {
  return "文件有损坏之处，可能有文字未读出，请重新导出后提交（" + std::string(said) + "）";
}
inline std::string unseen_words(int page, std::string_view words) {
  return "第 " + std::to_string(page) + " 页上看不见的文字（与底色同色、不显示或过小）未作正文：" +
         std::string(words);
}
inline std::string perhaps_unseen_words(int page, std::string_view words) {
  return "第 " + std::to_string(page) +
         " 页的部分文字画出来看不见（文字隐藏，或本机缺少字体），已按正文检查，请人工核对：" +
         std::string(words);
}
inline std::string covered_words(int page, std::string_view words) {
  return "第 " + std::to_string(page) + " 页上被图片盖住的文字未作正文：" + std::string(words);
}
inline std::string pages_not_drawn(std::string_view pages) {
  return "第 " + std::string(pages) + " 页未能画出，没有核对是否含有看不见的文字";
}
inline std::string cropped_words(int page, std::string_view words) {
  return "第 " + std::to_string(page) + " 页上裁剪框以外的文字（打开时看不见）未作正文：" +
         std::string(words);
}
inline constexpr std::string_view kFramesUnknown =
    "未能取得各页的裁剪框和方向，没有核对是否含有看不见的文字";
inline constexpr std::string_view kFormPlaceholders[] = {
    "Pleasewait", "Please wait", "请稍候", "请稍等", "请等待", "如果此消息最终"};
inline constexpr std::string_view kDynamicForm =
    "这是动态表单（XFA），页面上只有“请稍候”一类的提示，未检查。请用 Adobe Reader "
    "打开后打印为普通 pdf，或提交 Word 原件。";
inline constexpr std::string_view kFormUnread =
    "文件含动态表单（XFA），表单里的文字可能没有读到，请人工核对。";
inline constexpr std::string_view kFormUnknown =
    "文件含表单域，无法核对其中填写的文字是否都已读到，请人工核对。";
inline std::string unread_remarks(std::string_view words) {
  return "页面上文本框批注里的文字没有读到：" + std::string(words);
}
inline std::string unread_values(std::string_view words) {
  return "表单域里填写的文字没有读到：" + std::string(words);
}
inline std::string portfolio(std::string_view names) {
  return "这是 pdf 包（文件集），页面只是封面，正文在其中的文件里，未检查。请提交其中的文件：" +
         std::string(names) + "。";
}
inline std::string portfolio_files(std::string_view names) {
  return "这是 pdf 包（文件集），其中的文件未读取：" + std::string(names);
}
inline std::string attachments(std::size_t count, std::string_view names) {
  return "文件带有附件 " + std::to_string(count) + " 个，未读取：" + std::string(names);
}
inline constexpr std::string_view kPdfStructure = "pdf 的结构无法读取";
inline constexpr std::string_view kNoPdftotext =
    "读取 pdf 需要 poppler-utils，本机没有安装，未检查。请运行 sudo apt-get install poppler-utils "
    "poppler-data 后重试，或改交 docx。";
inline constexpr std::string_view kPdfTimeout = "读取 pdf 超时，未检查。请改交 docx。";
inline constexpr std::string_view kPdfCrash = "读取 pdf 的程序异常退出，未检查。请改交 docx。";
inline constexpr std::string_view kProgramNotStarted =
    "转换程序无法运行（可能内存或 /tmp 空间不足），未检查。请稍后重试。";
inline constexpr std::string_view kUnknownEncryption =
    "文件用不支持的方式加密，未检查。请去除加密后重新提交。";
inline constexpr std::string_view kPdfWithoutText =
    "pdf 里没有文字（空白，或文字已转成曲线），未检查。请提交 Word 原件。";
inline std::string scanned_document(std::string_view pages) {
  return "第 " + std::string(pages) +
         " 页为扫描图片，没有可检查的文字。请提交 Word 原件，或用 --ocr 识别（结果仅供参考）。";
}
inline std::string scanned_pages(std::string_view pages) {
  return "第 " + std::string(pages) + " 页是图片，没有可检查的文字，这些页未检查";
}
inline std::string recognised_page(int page) {
  return "第 " + std::to_string(page) + " 页的文字由 OCR 识别，可能有误，请人工核对";
}
inline std::string layer_page(int page) {
  return "第 " + std::to_string(page) +
         " 页是扫描图片，文字来自其识别层（OCR），可能有误，请人工核对";
}
inline constexpr std::string_view kNoTesseract =
    "识别扫描页需要 tesseract 和它的中文数据，本机没有安装，未检查。请运行 sudo apt-get install "
    "tesseract-ocr tesseract-ocr-chi-sim 后重试，或改交 Word 原件。";
inline constexpr std::string_view kNotRecognised = "扫描页无法识别，未检查。请提交 Word 原件。";
inline constexpr std::string_view kOcrTimeout = "识别扫描页超时，未检查。请提交 Word 原件。";
inline constexpr std::string_view kTooManyScans = "扫描页过多，后面的页未识别。请提交 Word 原件。";
inline std::string drawn_pages(std::string_view pages) {
  return "第 " + std::string(pages) +
         " 页没有文字但有内容（可能已转成曲线），这些页未检查。请提交 "
         "Word 原件。";
}
inline std::string garbled_pages(std::string_view pages) {
  return "第 " + std::string(pages) + " 页的文字编码无法还原，这些页未检查。请提交 Word 原件。";
}
inline std::string blank_pages(std::string_view pages) {
  return "第 " + std::string(pages) + " 页没有文字";
}

// html
inline constexpr std::string_view kEmptyPage =
    "网页正文为空（可能是登录页、导航页，或正文由脚本载入），未检查。请另存正文为 docx 后提交。";
inline constexpr std::string_view kFlattened = "网页嵌套过深，深处的层次未还原，文字已保留";
inline constexpr std::string_view kPageUnclosed =
    "网页在注释或脚本中结束，其后的内容未读取，文件可能不完整";
inline constexpr std::string_view kPageCut = "网页过大，只读取了前一部分";
inline constexpr std::string_view kIsMail =
    "这是带附件的电子邮件，未检查。请提交附件中的报告原件。";
inline constexpr std::string_view kNoPageInArchive = "网页存档里没有网页";
template <typename Names>
std::string body_in_attachments(const Names& names) {
  std::string list;
  for (const std::string& name : names) {
    list += (list.empty() ? "" : "、") + name;
  }
  return "正文在附件中：" + list + "，未检查。请提交附件。";
}
inline std::string navigation(std::size_t lines) {
  return "网页正文之外的 " + std::to_string(lines) + " 行（导航等）未作正文";
}
inline std::string hidden_elements(long count) {
  return "网页隐藏的内容 " + std::to_string(count) + " 处未作正文";
}
inline std::string deleted_elements(long count) {
  return "网页中标为删除的文字 " + std::to_string(count) + " 处未作正文";
}
inline std::string glosses(long count) {
  return "网页中的注音 " + std::to_string(count) + " 处未作正文";
}
inline std::string white_words(long count) {
  return "网页中的白色文字 " + std::to_string(count) + " 处可能看不见，已按正文检查";
}
inline constexpr std::string_view kShownByScript =
    "网页样式隐藏了大部分正文（可能由脚本显示），已按正文检查";

// ofd
inline constexpr std::string_view kPartMissing = "部件缺失";
inline std::string template_words(std::string_view words) {
  return "页面模板中的文字未作正文：" + std::string(words);
}
inline std::string annotations(std::string_view words) {
  return "页面上的批注、印章、水印等未作正文：" + std::string(words);
}
inline std::string unordered_words(std::string_view words) {
  return "转了方向排列的文字，顺序无法确定，可能读错，请人工核对：" + std::string(words);
}
inline std::string sideways_words(std::string_view words) {
  return "横放或倒放的文字未作正文：" + std::string(words);
}
inline std::string older_versions(int count) {
  return "文件内另有 " + std::to_string(count) + " 个旧版本，只检查最新的一个";
}
inline constexpr std::string_view kVersionMissing =
    "最新版本的描述缺失或已损坏，检查的是文件首次写成时的版本";
inline std::string older_documents(int count) {
  return "文件内另有 " + std::to_string(count) + " 个旧文档，只检查最新的一个";
}
inline std::string outlined_pages(std::string_view pages) {
  return "第 " + std::string(pages) + " 页的文字已转成曲线，这些页未检查。请提交 Word 原件。";
}
inline std::string unread_pages(std::string_view pages) {
  return "第 " + std::string(pages) + " 页缺失或已损坏，这些页未检查。";
}

// formats that LibreOffice converts
inline constexpr std::string_view kNoLibreOffice =
    "读取 doc、wps、rtf 等格式需要 LibreOffice，本机没有安装，未检查。请另存为 docx 后提交，或运行 "
    "sudo apt-get install libreoffice-writer-nogui 后重试。";
inline constexpr std::string_view kConversionTimeout =
    "转换超时，未检查。请用 Word 或 WPS 另存为 docx 后提交。";
inline constexpr std::string_view kConversionCrash =
    "转换程序异常退出，未检查。请用 Word 或 WPS 另存为 docx 后提交。";
inline constexpr std::string_view kNotConverted = "无法转换为 docx";
inline constexpr std::string_view kConverted = "经 LibreOffice 转换为 docx 后读取";
inline constexpr std::string_view kIsExcel =
    "这是电子表格（xls），不是文字文档，未检查。请提交报告的 docx 文件。";
inline constexpr std::string_view kIsPowerPoint =
    "这是演示文稿（ppt），不是文字文档，未检查。请提交报告的 docx 文件。";
inline constexpr std::string_view kIsFlatPackage =
    "这是 Word 的单文件 XML，未检查。请用 Word 或 WPS 另存为 docx 后提交。";
inline constexpr std::string_view kIsOtherOdf =
    "这是电子表格或演示文稿（ods、odp），不是文字文档，未检查。请提交报告的 docx 文件。";
inline constexpr std::string_view kIsWorks =
    "这是 Microsoft Works 文件，未检查。请另存为 docx 后提交。";
inline constexpr std::string_view kIsOtherOle =
    "这是旧版 Office 的其他文件，不是文字文档，未检查。请提交报告的 docx 文件。";

}  // namespace plumbline::readers::locale
