#pragma once

#include "plumbline/message.h"

/// Why a pattern is refused (P13xx) or doubted (P15xx).
namespace plumbline::pattern::words {

// Refused
inline constexpr Form kParenOpen = form("P1301", "this ( is never closed", "这个“(”没有配对的“)”");
inline constexpr Form kParenStray =
    form("P1301", "this ) closes nothing: escape it, or write the full-width mark",
         "这个“)”没有配对的“(”；要写括号本身请写 \\)，或者用全角括号");
inline constexpr Form kBracketOpen =
    form("P1301", "this [ is never closed", "这个“[”没有配对的“]”");
inline constexpr Form kLoneBackslash =
    form("P1301", "a pattern cannot end in a lone backslash", "写法不能以单独的“\\”结尾");
inline constexpr Form kNothingToRepeat =
    form("P1301", "there is nothing to repeat here: escape the mark if it is meant itself",
         "这里没有可以重复的内容；要写这个符号本身，请在前面加“\\”");
inline constexpr Form kBadEscape = form("P1301", "invalid escape sequence: {0}",
                                        "没有“{0}”这种转义；要写这个字符本身，请去掉前面的“\\”");
inline constexpr Form kBadClass =
    form("P1301", "invalid character class: {0}", "没有“{0}”这种字符类");
inline constexpr Form kBadRange =
    form("P1301", "invalid character class range: {0}", "字符范围“{0}”的起止颠倒或不成立");
inline constexpr Form kBadCount = form("P1301", "invalid repetition size: {0}", "次数“{0}”不成立");
inline constexpr Form kBadRepeat =
    form("P1301", "bad repetition operator: {0}", "重复的符号“{0}”连用了；请只留一个");
inline constexpr Form kBadGroup =
    form("P1301", "invalid perl operator: {0}", "没有“{0}”这种写法；分组请写 (…) 或 (?:…)");
inline constexpr Form kBadName =
    form("P1301", "invalid named capture group: {0}", "分组的名称“{0}”不成立");
inline constexpr Form kRefused = form("P1301", "{0}", "不能作为正则表达式读取（{0}）");
inline constexpr Form kNotUtf8 =
    form("P1301", "the pattern is not valid UTF-8", "写法不是 UTF-8 编码，请另存为 UTF-8");
inline constexpr Form kLookAround =
    form("P1302",
         "look-around does not exist here: use unless_before, unless_after or allow beside the "
         "pattern",
         "这里没有“前面是、后面不是”一类的写法（环视）；请在写法旁边用 unless_before、unless_after "
         "或 allow");
inline constexpr Form kBackReference =
    form("P1303", "back-references do not exist here: spell out the alternatives",
         "这里不能引用前面的分组（\\1 等）；请把各种情况分别写出来");
inline constexpr Form kMatchesEmpty =
    form("P1304",
         "the pattern can match the empty text, so it would match everywhere: make some part of it "
         "required",
         "这个写法可以什么都不含，会处处命中；请让其中一部分必须出现");
inline constexpr Form kCountTooLarge =
    form("P1305",
         "a class, dot or group may be counted up to 100: use * or + (a match never leaves its "
         "line)",
         "字符类、点号或分组的次数至多写 100；请用 * 或 +（命中不会越过一行）");
inline constexpr Form kTooLarge =
    form("P1306", "the pattern is too large: use * or + for large counts, or split it",
         "写法太大；大的次数请用 * 或 +，或者拆成几个写法");
inline constexpr Form kLineEnd =
    form("P1307",
         "a line end in a pattern can never match, and YAML's | adds one: write the pattern on one "
         "line, in single quotes",
         "写法里有换行，永远不会命中（YAML 的“|”会加上换行）；请写在一行里，加单引号");
inline constexpr Form kCrossesLines =
    form("P1307", "a match never crosses a line end: write one pattern for each line",
         "命中不会越过换行；请每行写一个写法");
inline constexpr Form kNotInText =
    form("P1308",
         "this character is not in normalised text (blanks beside Han are removed, U+3000 becomes "
         "a blank): leave it out",
         "规范化以后的文字里没有这个字符（汉字旁的空格已去掉，全角空格变为半角），请删去");
inline constexpr Form kSeveralInText =
    form("P1308",
         "this character is several in normalised text: write them in an alternative instead of a "
         "character class",
         "这个字符规范化以后变成几个字符；请写成用“|”分开的几种，不要写在 [ ] 里");

// Doubted
inline constexpr Form kInsideLine =
    form("P1507", "{0} inside a line never matches: begin the pattern or an alternative with it",
         "{0} 写在中间永远不会命中；请放在写法（或其中一种）的开头");
inline constexpr Form kInsideLineEnd =
    form("P1507", "{0} inside a line never matches: end the pattern or an alternative with it",
         "{0} 写在中间永远不会命中；请放在写法（或其中一种）的末尾");
inline constexpr Form kMatchesAnything =
    form("P1508", "the pattern matches any text: say what it is to find",
         "这个写法什么文字都命中；请写明要找什么");
inline constexpr Form kAsciiBorder = form(
    "P1509",
    "\\b knows ASCII letters only and never holds between Chinese characters: use "
    "unless_before, unless_after or the marks that may stand there",
    "\\b 只认英文字母，在汉字之间不起作用；请用 unless_before、unless_after，或写明可以出现的标点");
inline constexpr Form kAsciiLetters =
    form("P1509", "\\w knows ASCII letters only: write [\\p{Han}A-Za-z0-9]",
         "\\w 只认英文字母和数字，不含汉字；请写 [\\p{Han}A-Za-z0-9]");
inline constexpr Form kNoBlank =
    form("P1510",
         "normalised text has blanks between Latin letters and digits only, one at most: leave it "
         "out",
         "规范化以后的文字只在英文字母、数字之间有空格，且至多一个；请删去");
inline constexpr Form kWidthTwins =
    form("P1511",
         "this is the same as a character before it, which stands for either width: leave one out",
         "它与前面的一个字符相同（全角、半角算一个），请删去一个");
inline constexpr Form kTwice = form("P1512", "this alternative stands before it already",
                                    "这一种写法前面已经有了，请删去一个");
inline constexpr Form kNeverTaken =
    form("P1513",
         "this alternative is never taken: its beginning '{0}' stands before it; put the longer "
         "one first",
         "这一种写法永远轮不到：它的开头“{0}”排在前面；请把长的放在前面");
inline constexpr Form kNeverThere =
    form("P1530", "never matches: normalised text does not hold this character{0}",
         "永远不会命中：规范化以后的文字里没有这个字符{0}");
inline constexpr Form kLeaveItOut = form("", ": leave it out", "；请删去");
inline constexpr Form kHoldsInstead = form("", ", it holds '{0}'", "，那里写作“{0}”");

}  // namespace plumbline::pattern::words
