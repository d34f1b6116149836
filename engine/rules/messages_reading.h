#pragma once

#include "plumbline/message.h"

/// Files of a pack that cannot be read, and what is not YAML: P10xx.
namespace plumbline::rules::words {

inline constexpr Form kCannotRead = form("P1001", "cannot read '{0}': {1}", "读不了“{0}”：{1}");
inline constexpr Form kCannotReadTable =
    form("P1001", "cannot read table '{0}': {1}", "读不了表“{0}”：{1}");
inline constexpr Form kFileEmpty = form("P1002", "the file is empty", "文件是空的，请写上内容");
inline constexpr Form kNotYaml =
    form("P1003", "not readable as YAML: {0}", "不能按 YAML 读取：{0}");
inline constexpr Form kKeyTwice =
    form("P1004", "key '{0}' stands twice here (first on line {1}); keep one",
         "键“{0}”在这里写了两次（第一次在第{1}行），请只留一个");
inline constexpr Form kTab = form("P1005", "a tab in the indentation; indent with spaces",
                                  "缩进里有制表符（Tab），请改用空格");
inline constexpr Form kAlias = form(
    "P1006",
    "an alias (*name) is not allowed in a pack; write it out, or name a fragment in 'terms'; "
    "text that begins with '*' needs quotes",
    "规则包不用别名（*名称）；请把内容写出来，或者写成 terms 中的片段；以“*”开头的文字请加引号");
inline constexpr Form kAnchor = form(
    "P1006", "an anchor (&name) is not allowed in a pack; text that begins with '&' needs quotes",
    "规则包不用锚点（&名称）；以“&”开头的文字请加引号");
inline constexpr Form kTag =
    form("P1006", "a tag (!name) is not allowed in a pack; text that begins with '!' needs quotes",
         "规则包不用标签（!名称）；以“!”开头的文字请加引号");
inline constexpr Form kTooDeep =
    form("P1007", "nested more than {0} levels deep", "套了{0}层以上；请看前面是否多了一个括号");
inline constexpr Form kUtf16 = form("P1008", "the file is UTF-16; save it again as UTF-8",
                                    "文件是 UTF-16 编码，请另存为 UTF-8");
inline constexpr Form kNotUtf8 =
    form("P1008",
         "the file is not UTF-8 (byte {0}); if it was saved as GB18030 or GBK, save it again as "
         "UTF-8",
         "文件不是 UTF-8 编码（字节 {0}）；如果存成了 GB18030 或 GBK，请另存为 UTF-8");
inline constexpr Form kControlCharacter =
    form("P1009", "control character {0}; a pack is plain text, remove it",
         "有控制字符 {0}；规则包只能是纯文本，请删去");
inline constexpr Form kFileTooLarge =
    form("P1010", "the file is larger than {0}", "文件超过{0}；长的表请放到 CSV 文件中");
inline constexpr Form kTooManyValues =
    form("P1010", "the file holds more than {0} values; move long tables to CSV files",
         "文件里的值超过{0}个；长的表请放到 CSV 文件中");
inline constexpr Form kPackTooLarge =
    form("P1010", "the pack and what it extends are too large",
         "规则包连同它继承的规则包太大；请把长的表放到 CSV 文件中，或者拆分");
inline constexpr Form kTableTooLarge =
    form("P1010", "cannot read table '{0}': it is larger than {1}",
         "读不了表“{0}”：超过{1}，请拆分");
inline constexpr Form kNotAMap =
    form("P1011", "the file must be a map of 'key: value' lines", "文件应由“键: 值”组成，每行一个");
inline constexpr Form kSecondDocument =
    form("P1012", "a second document begins here; a pack file holds one, remove the line '---'",
         "从这里起是第二份 YAML；一个文件只能有一份，请删去“---”这一行");
inline constexpr Form kEmptyKey =
    form("P1013", "an empty key; write a name before the colon", "冒号前没有键，请写上名称");
inline constexpr Form kKeyNoWord =
    form("P1013", "a key must be a word; text that begins with '[' or '{' needs quotes",
         "键应是一个词；以“[”或“{”开头的文字请加引号");
inline constexpr Form kTooManyMistakes =
    form("P1014", "too many mistakes; the rest is not shown",
         "错误太多，其余不再列出；请先改正以上各处，再运行一次");
inline constexpr Form kTooManyDoubts =
    form("P1014", "the other doubts about this pattern are not shown",
         "这个写法的其余疑问不再列出；请先改正以上各处，再运行一次");
inline constexpr Form kSchemaBroken = form("P1100", "the schema inside the program is broken: {0}",
                                           "程序自带的格式定义有误，这是程序的缺陷，请报告：{0}");

}  // namespace plumbline::rules::words
