#pragma once

#include <array>
#include <string_view>

#include "plumbline/message.h"

/// What yaml-cpp says, with the usual cause in a pack: parts of P1003.
namespace plumbline::rules::words {

struct YamlFault {
  std::string_view told;  ///< by yaml-cpp
  Form form;              ///< {0} is what it says behind those words
};

inline constexpr std::array<YamlFault, 13> kYamlFaults = {{
    {"illegal map value", form("", "illegal map value; a value that holds ': ' needs quotes",
                               "这里不应再有“键: 值”；值里有“: ”（冒号加空格）的，请加引号")},
    {"illegal map key",
     form("", "illegal map key; check the indentation; text that begins with '?' needs quotes",
          "这里不应有键；请核对缩进；以“?”开头的文字请加引号")},
    {"end of sequence flow not found",
     form("",
          "end of sequence flow not found; close the list with ']'; a pattern that begins with '[' "
          "needs single quotes",
          "方括号没有配对；请补上“]”；以“[”开头的写法请加单引号")},
    {"end of map flow not found",
     form("",
          "end of map flow not found; close the map with '}'; a pattern that begins with '{' needs "
          "single quotes",
          "花括号没有配对；请补上“}”；以“{”开头的写法请加单引号")},
    {"end of map not found",
     form("",
          "end of map not found; check the indentation: this line is deeper or shallower than its "
          "neighbours, or lacks ': '",
          "这一行的缩进与前后不一致，或者缺少“: ”（冒号加空格）；请核对缩进")},
    {"end of sequence not found",
     form("",
          "end of sequence not found; check the indentation: every item of a list begins with '- ' "
          "in one column",
          "清单在这里断了；清单每项以“- ”开头，并且上下对齐，请核对缩进")},
    {"unknown token", form("", "unknown token; text that begins with '@', '`' or '%' needs quotes",
                           "不认识的符号；以“@”“`”“%”开头的文字请加引号")},
    {"the referenced anchor is not defined",
     form("",
          "the referenced anchor is not defined; text that begins with '*' needs quotes; aliases "
          "are not allowed in a pack",
          "以“*”开头的文字请加引号；规则包不用别名（*名称）")},
    {"illegal EOF in scalar",
     form("", "illegal EOF in scalar; a quote that is never closed", "引号没有配对的后引号")},
    {"illegal flow end",
     form("", "illegal flow end", "多了一个“]”或“}”；如果是文字的一部分，请给文字加引号")},
    {"illegal block entry", form("", "illegal block entry",
                                 "“- ”不能写在这里；清单每项单独一行，以“-”开头的文字请加引号")},
    {"illegal document indicator in scalar",
     form("", "illegal document indicator in scalar",
          "带引号的文字里有一行“---”或“...”；请看前面是否有引号没有配对")},
    {"unknown escape character: ",
     form("", "unknown escape character: {0}; a pattern with '\\' needs single quotes",
          "双引号里不能写“\\{0}”；含“\\”的写法请用单引号")},
}};

inline constexpr Form kOtherYamlFault =
    form("", "{0}", "{0}（解析程序的原话；多半是引号、括号没有配对，或者缩进没有对齐）");

}  // namespace plumbline::rules::words
