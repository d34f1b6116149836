#pragma once

#include "plumbline/message.h"

/// What loads and yet cannot be meant: P15xx. Doubts about patterns are in engine/pattern.
namespace plumbline::rules::words {

inline constexpr Form kNoBasis =
    form("P1501", "rule '{0}' has no basis; a finding must be defensible",
         "规则“{0}”没有写依据；提示要站得住，请写明文件和条款");
inline constexpr Form kNoAdvice = form("P1502", "rule '{0}' has no advice; say what to do",
                                       "规则“{0}”没有写建议；请说明应当怎样改");
inline constexpr Form kNoCase = form("P1503", "rule '{0}' has no {1} case; write one in 'cases'",
                                     "规则“{0}”没有 {1} 的例子，请在 cases 中写一个");
inline constexpr Form kGateWithoutPoints =
    form("P1504", "the gate stands on rule '{0}', which has no points",
         "封顶所依据的规则“{0}”没有分值；请给分值，或者去掉封顶");
inline constexpr Form kTooStrong =
    form("P1505", "rule '{0}' says '{1}' without a basis of level A1 or A2",
         "规则“{0}”用了“{1}”，却没有 A1 或 A2 层级的依据；请改用“建议”“请核实”，或者补上依据");
inline constexpr Form kUnused =
    form("P1506", "nothing uses '{0}' of '{1}'",
         "{1} 中的“{0}”没有地方用到；请删去，或者核对应当用它的地方是否写错了名称");
inline constexpr Form kTwinPattern =
    form("P1512", "this pattern stands in line {0} of the list already",
         "这个写法在第{0}行已经列过，请删去一个");
inline constexpr Form kUnusedElement = form("P1514", "no rule asks for the element '{0}'",
                                            "没有规则检查要素“{0}”；请补上规则，或者删去这个要素");
inline constexpr Form kWrongTotal =
    form("P1515", "the points of the rules add up to {0}, not to {1}",
         "各条规则的分值合计{0}分，不是{1}分；请核对分值或总分");
inline constexpr Form kImpossible = form("P1516", "no report can meet this condition of '{0}': {1}",
                                         "规则“{0}”的这个条件没有报告能满足：{1}");
inline constexpr Form kNoYearThrough = form("", "it lets no year through", "任何年度都不符合");
inline constexpr Form kEveryOneTaken =
    form("", "'unless' takes out every {0} that 'when' lets through",
         "when 允许的，unless 都排除了（{0}）");
inline constexpr Form kYear = form("", "year", "年度");
inline constexpr Form kThereAndNot =
    form("", "'{0}' is to be there and not to be there", "“{0}”既要有，又要没有");
inline constexpr Form kNoMessage = form("P1517", "rule '{0}' has no message for the state '{1}'",
                                        "规则“{0}”的状态“{1}”没有写提示（message）");
inline constexpr Form kNeverSaid =
    form("P1518", "rule '{0}' gives the state '{1}' no severity, so this is never said",
         "规则“{0}”的状态“{1}”没有等级（severity），这句话永远用不上");
inline constexpr Form kNoValue = form("P1519", "a finding of '{0}' has no value '{1}'{2}",
                                      "规则“{0}”的提示没有“{1}”这个值可填{2}");
inline constexpr Form kEndsWithLineEnd = form(
    "P1520", "this text of '{0}' ends with a line end, which YAML's | adds: write |- or quotes",
    "规则“{0}”的这段文字末尾多了换行，是 YAML 的“|”加上的；请写“|-”或用引号");
inline constexpr Form kDeductsMore = form("P1521", "rule '{0}' deducts more than its {1} points",
                                          "规则“{0}”每处扣的分比它的分值（{1}分）还多");
inline constexpr Form kEarnsNoLess =
    form("P1521", "in the state '{0}' rule '{1}' earns no less than its {2} points",
         "规则“{1}”在状态“{0}”下得分不少于它的分值（{2}分）；部分得分应当少一些");
inline constexpr Form kGradeTwice = form("P1522", "another grade begins at the same percentage",
                                         "另一个等次也从这个百分比起，请改其中一个");
inline constexpr Form kNoLowestGrade =
    form("P1522", "no grade begins at 0, so a low score has none",
         "没有从 0 起的等次，得分低的就没有等次；请补上");
inline constexpr Form kThresholdTooHigh =
    form("P1523", "all evidence together weighs {0}, so no document is ever of this kind",
         "全部证据的权重加起来只有{0}，没有文书能认定为这一类；请降低 threshold 或补充证据");
inline constexpr Form kNoState =
    form("P1524", "rule '{0}' has no state '{1}'{2}", "规则“{0}”没有状态“{1}”{2}");
inline constexpr Form kNoTerm =
    form("P1524", "rule '{0}' has no term '{1}'{2}", "规则“{0}”没有用语“{1}”{2}");
inline constexpr Form kUncheckedWithRules =
    form("P1525", "this clause is not checked and yet names rules",
         "这一条款写明不核对（no），却列了规则；请改其中一处");
inline constexpr Form kCheckedWithoutRules =
    form("P1525", "no rule checks this clause: name one, or write 'no'",
         "没有规则核对这一条款；请列出规则，或者写 'no'");
inline constexpr Form kLeftToPeople =
    form("P1526", "say in 'unchecked' what the program does not check, so that people do",
         "请在 unchecked 中写明程序没有核对什么，好让人来核对");
inline constexpr Form kDoesNotCite =
    form("P1527", "rule '{0}' does not cite this document in its basis",
         "规则“{0}”的依据中没有这份文件；请核对依据或条款");
inline constexpr Form kUnderNoClause = form("P1528", "no clause of 'clauses' names the rule '{0}'",
                                            "clauses 中没有条款列出规则“{0}”，请列在相应的条款下");
inline constexpr Form kNeverCounts =
    form("P1530",
         "'{0}' never counts: this lets it through wherever it stands; write the longer words in "
         "which it is right",
         "“{0}”永远不会提示：这里把它在任何地方都放行了；请写出包含它、又正确的较长的词语");
inline constexpr Form kSameOverride =
    form("P1531", "this override changes nothing: '{0}' of '{1}' is this in {2} already",
         "这处 override 没有改变什么：“{1}”的 {0} 在 {2} 中已经是这样，请删去");
inline constexpr Form kFixUnderRequire =
    form("P1532", "'fix' has no effect under 'require': nothing is put in",
         "require 下的 fix 不起作用：程序不会代为添写，请删去");
inline constexpr Form kFixWithoutRight =
    form("P1532", "'fix: right' without 'right': nothing is ever put right",
         "写了 fix: right 却没有写 right，什么也不会改；请写上正确的写法");
inline constexpr Form kFixNothing =
    form("P1532", "this fix replaces nothing", "这个 fix 没有写要改的词语，请写上或者删去");
inline constexpr Form kFixNumber =
    form("P1533", "a fix must not change numbers: '{0}' and '{1}' do not say the same",
         "fix 不能改动数字：“{0}”与“{1}”的数字不同；数字请留给人来改");
inline constexpr Form kFixIsFinding =
    form("P1534", "'{0}' would be a finding itself: it matches '{1}'",
         "“{0}”改好以后自己又会被提示：它符合写法 {1}");

}  // namespace plumbline::rules::words
