#pragma once

#include <array>
#include <string_view>

#include "plumbline/message.h"

/// What the schema does not accept: P11xx. {0} of a sentence is its node, kOf or nothing.
namespace plumbline::rules::words {

// Parts
inline constexpr Form kOf = form("", "{0}: ", "{0}：");
inline constexpr Form kInFile = form("", "in the file", "文件");
inline constexpr Form kIn = form("", "in {0}", "“{0}”");
inline constexpr Form kAllowed = form("", "; allowed: {0}", "；可用：{0}");
inline constexpr Form kAMap = form("", "a map", "“键: 值”");
inline constexpr Form kAMapOfKeys = form("", "a map of 'key: value'", "“键: 值”");
inline constexpr Form kAList = form("", "a list", "清单");
inline constexpr Form kAText = form("", "text", "文字");
inline constexpr Form kAWholeNumber = form("", "a whole number", "整数");
inline constexpr Form kANumber = form("", "a number", "数");
inline constexpr Form kTrueOrFalse = form("", "true or false", "“true”或“false”");
inline constexpr Form kNothing = form("", "nothing", "空");
inline constexpr Form kThisText = form("", "text '{0}'", "文字“{0}”");
inline constexpr Form kThisNumber = form("", "the number {0}", "数 {0}");
inline constexpr Form kEither = form("", "{0} or {1}", "{0}或{1}");
inline constexpr Form kThisKey = form("", "key '{0}'", "键“{0}”");

inline constexpr Form kWriteAValue = form("", "; write a value after the colon, or remove the key",
                                          "；请在冒号后写上值，或者删去这个键");
inline constexpr Form kPutInQuotes = form("", "; put it in quotes", "；请加引号");
inline constexpr Form kWriteTrueOrFalse =
    form("", "; write true or false, without quotes", "；请写 true 或 false，不加引号");
inline constexpr Form kWriteDigits =
    form("", "; write decimal digits without quotes, leading zeros or units",
         "；请只写阿拉伯数字，不加引号、单位，不以 0 开头");

// Sentences
inline constexpr Form kWrongType =
    form("P1101", "{0}expected {1}, found {2}{3}", "{0}应为{1}，写的是{2}{3}");
inline constexpr Form kNotAllowed =
    form("P1102", "{0}{1} is not allowed{2}{3}", "{0}不能写{1}{2}{3}");
inline constexpr Form kUnknownKey =
    form("P1103", "unknown key '{0}' {1}{2}{3}", "{1}中没有“{0}”这个键{2}{3}");
inline constexpr Form kTopOnly =
    form("P1103", "key '{0}' may stand in pack.yaml only", "键“{0}”只能写在 pack.yaml 中");
inline constexpr Form kUnknownState =
    form("P1103", "unknown state '{0}' of rule '{1}'{2}{3}", "规则“{1}”没有“{0}”这种状态{2}{3}");
inline constexpr Form kMissingKey = form("P1104", "missing key {0} {1}", "{1}缺少键 {0}，请补上");
inline constexpr Form kMissingOneOf =
    form("P1104", "missing one of {0} {1}", "{1}缺少 {0} 中的一个键，请补上");
inline constexpr Form kMissingIdentity =
    form("P1104", "missing key {0} in pack.yaml", "pack.yaml 缺少键 {0}，请补上");
inline constexpr Form kMissingKind =
    form("P1104", "missing key 'for': say which documents the pack is for, or 'any'",
         "缺少键 'for'：请写明适用于哪种文书，或者写 any");
inline constexpr Form kTextEmpty = form("P1105", "{0}the text is empty", "{0}文字是空的，请填写");
inline constexpr Form kWrongForm =
    form("P1105", "{0}{1} does not have the form {2}", "{0}{1}不合格式：{2}");
inline constexpr Form kBelow = form("P1106", "{0}{1} is below {2}", "{0}{1} 太小，至少应为 {2}");
inline constexpr Form kAbove = form("P1106", "{0}{1} is above {2}", "{0}{1} 太大，至多应为 {2}");
inline constexpr Form kOneItemAtLeast =
    form("P1107", "{0}the list needs at least 1 item", "{0}清单至少要有1项；没有内容请删去这个键");
inline constexpr Form kItemsAtLeast =
    form("P1107", "{0}the list needs at least {1} items", "{0}清单至少要有{1}项");
inline constexpr Form kOnlyOneOf =
    form("P1109", "only one of {0} may stand {1}", "{1}中 {0} 只能写一个，请只留一个");

/// What a `pattern` of a schema asks for; English shows the pattern itself.
struct TextForm {
  std::string_view pattern, chinese;
};
inline constexpr std::array<TextForm, 14> kTextForms = {{
    {R"(\S)", "不能是空白"},
    {R"(^[0-9]{4}-[0-9]{2}-[0-9]{2}$)", "应为日期，形如 2025-03-01"},
    {R"(^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$)", "应为日期，形如 2025-03-01"},
    {R"(^Y(\+[0-9])?-[0-9]{2}-[0-9]{2}$)", "应为 Y-11-01 或 Y+1-03-01 的形式（Y 为报告年度）"},
    {R"(^((>=|<=|>|<|=)?[0-9]{4}|[0-9]{4}\.\.[0-9]{4})$)",
     "应为年份，如 2024、'>=2019'、'<2019' 或 2019..2024"},
    {R"(^[0-9]+\.[0-9]+\.[0-9]+$)", "应为三段数字，如 1.0.0"},
    {R"(^[a-z][a-z0-9]*(-[a-z0-9]+)*$)",
     "应为小写字母、数字，用短横线相连，以字母开头，如 plan-year"},
    {R"(^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[A-Za-z0-9][A-Za-z0-9_-]*)?$)",
     "应为规则编号或 规则.子编号，如 plan-year、wording.W-01"},
    {R"(^[A-Za-z0-9][A-Za-z0-9_-]*$)", "应为字母、数字、短横线和下划线，如 W-01"},
    {R"(^[a-z][a-z0-9_-]*$)", "应为小写字母、数字、短横线和下划线，以字母开头"},
    {R"(^[^/\\:]+(/[^/\\:]+)*$)", "应为本包文件夹中的相对路径，用 / 分隔"},
    {R"(^https?://)", "应为以 http:// 或 https:// 开头的网址"},
    {R"(^element:.+$)", "应为 element: 加要素名称"},
    {R"(^[0-9a-f]{16}$)", "应为检查结果中的16位指纹，请照抄"},
}};

}  // namespace plumbline::rules::words
