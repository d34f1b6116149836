#pragma once

#include "plumbline/message.h"

/// Names that are not there, names that stand twice, tables, dates: P12xx and terms of P13xx.
namespace plumbline::rules::words {

inline constexpr Form kNoSuchPack =
    form("P1201", "pack '{0}' is neither beside this pack nor in the pack path",
         "找不到规则包“{0}”：本包旁边没有，存放规则包的文件夹里也没有");
inline constexpr Form kExtendsCircle =
    form("P1202", "'extends' goes in a circle: {0}", "extends 绕成了圈：{0}；请去掉其中一环");
inline constexpr Form kExtendsTooDeep =
    form("P1202", "packs extend each other more than {0} deep", "规则包继承超过{0}层，请去掉几层");
inline constexpr Form kDocumentTwice =
    form("P1203", "document '{0}' is defined twice (first in {1})",
         "文件“{0}”定义了两次（第一次在 {1}），请改名或只留一个");
inline constexpr Form kElementTwice = form("P1203", "element '{0}' is defined twice (first in {1})",
                                           "要素“{0}”定义了两次（第一次在 {1}），请改名或只留一个");
inline constexpr Form kTableTwice = form("P1203", "table '{0}' is defined twice (first in {1})",
                                         "表“{0}”定义了两次（第一次在 {1}），请改名或只留一个");
inline constexpr Form kRuleTwice =
    form("P1203", "rule '{0}' is defined twice (first in {1})",
         "规则“{0}”定义了两次（第一次在 {1}）；请改名，要修改其他规则包的规则请写在 override 中");
inline constexpr Form kNameTwice =
    form("P1203", "'{0}' is defined twice", "“{0}”定义了两次，请改名或只留一个");
inline constexpr Form kFileTwice =
    form("P1203", "'{0}' is listed twice", "“{0}”列了两次，请只留一个");
inline constexpr Form kTwoMeanings = form("P1203", "term '{0}' has two meanings (the other in {1})",
                                          "片段“{0}”有两种内容（另一种在 {1}），请改名");
inline constexpr Form kUnknownRule = form("P1204", "unknown rule '{0}'{1}", "没有规则“{0}”{1}");
inline constexpr Form kHitsNothing =
    form("P1204", "{0} hits nothing: unknown rule '{1}'{2}", "{0} 落空：没有规则“{1}”{2}");
inline constexpr Form kRetiredHint = form("", "; it is retired: {0}", "；它已停止使用：{0}");
inline constexpr Form kUnknownName = form("P1205", "unknown {0} '{1}'; '{2}' does not define it{3}",
                                          "没有{0}“{1}”：{2} 中没有定义{3}");
inline constexpr Form kElement = form("", "element", "要素");
inline constexpr Form kDocument = form("", "document", "文件");
inline constexpr Form kTable = form("", "table", "表");
inline constexpr Form kProfile = form("", "profile", "使用场景");
inline constexpr Form kReporter = form("", "reporter", "报告主体");
inline constexpr Form kGrade = form("", "grade", "等次");
inline constexpr Form kRetired = form("P1209", "rule id '{0}' is retired and not used again: {1}",
                                      "规则编号“{0}”已停止使用，不能再用，请另起编号：{1}");
inline constexpr Form kTableEmpty =
    form("P1214", "the table is empty; its first line names the columns", "表是空的；首行应为列名");
inline constexpr Form kNamelessColumn =
    form("P1214", "a column has no name", "有一列没有列名，请补上");
inline constexpr Form kColumnTwice =
    form("P1214", "column '{0}' is named twice", "列名“{0}”写了两次，请改名");
inline constexpr Form kRowLength =
    form("P1214", "the row has {0} cells, the header {1}", "这一行有{0}格，首行有{1}格，请对齐");
inline constexpr Form kCsvFault = form("P1214", "{0}", "{0}");
inline constexpr Form kLeavesFolder =
    form("P1215", "'{0}' leaves the pack's folder", "“{0}”在规则包的文件夹之外；请复制进来");
inline constexpr Form kCaseLeavesFolder =
    form("P1215", "'{0}' leaves the pack's folder: copy it inside",
         "“{0}”在规则包的文件夹之外；请复制进来");
inline constexpr Form kWeakBasis =
    form("P1216",
         "a basis of level {0} carries a warning at most; write warning or note, or cite a basis "
         "of level A1 to A3",
         "依据只有 {0} 层级，至多为 warning（请核实）；请改为 warning 或 note，或者引用 A1 至 A3 "
         "层级的依据");
inline constexpr Form kEndsBeforeBegin = form("P1217", "the pack ends before it begins on {0}",
                                              "截止日早于施行日 {0}，请核对 effective");

inline constexpr Form kUnknownTerm =
    form("P1321", "unknown term {{0}}{1} (a literal brace is written \\{)",
         "没有片段 {{0}}{1}；要写花括号本身请写 \\{");
inline constexpr Form kTermCircle =
    form("P1322", "terms go in a circle: {0}", "片段绕成了圈：{0}；请去掉其中一环");
inline constexpr Form kTermsTooDeep =
    form("P1322", "terms are nested too deep", "片段套得太深，请去掉几层");
inline constexpr Form kMessageFact =
    form("P1323", "{{0}} may stand in messages only, not in a pattern",
         "{{0}} 只能用在提示、建议中，不能用在写法里");
inline constexpr Form kTermInClass =
    form("P1324", "{{0}} inside [ ] means its letters; write it outside",
         "{{0}} 写在 [ ] 里只代表这几个字符，请写到外面");
inline constexpr Form kYearTooEarly =
    form("P1325", "{report_year} is not known here yet; it may stand in rules only",
         "这里还不知道 {report_year}；它只能写在规则中");
inline constexpr Form kGrowsTooLong =
    form("P1326", "with its terms the pattern grows beyond {0} bytes",
         "代入片段以后，写法超过{0}字节；请缩短片段");
inline constexpr Form kInTerm = form("", "{0} (in term '{1}')", "{0}（在片段“{1}”中）");

}  // namespace plumbline::rules::words
