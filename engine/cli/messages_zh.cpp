#include "engine/cli/messages.h"

namespace plumbline::cli {

// NOLINTNEXTLINE(readability-function-size): a table of texts
std::string_view chinese(Say what) {
  switch (what) {
    case Say::kUnknownFlag:
      return "不认识的选项 {0}";
    case Say::kValueMissing:
      return "选项 {0} 后面缺少值";
    case Say::kFlagTwice:
      return "选项 {0} 只能给一次";
    case Say::kBadArguments:
      return "命令行有误：{0}";
    case Say::kUnknownFormat:
      return "不认识的格式 {0}；可用：{1}";
    case Say::kBadValue:
      return "选项 {0} 的值“{1}”不对；应为{2}";
    case Say::kUnknownCommand:
      return "不认识的命令，也没有这个文件：{0}";
    case Say::kNoPath:
      return "没有给出要检查的文件或文件夹";
    case Say::kNoPack:
      return "没有给出规则包的名称或文件夹";
    case Say::kOnePath:
      return "命令 {0} 只接受一个路径";
    case Say::kTwoFormats:
      return "标准输出只能写一种格式；其余请用 --output 格式=文件";
    case Say::kSameOutput:
      return "两个输出指向同一处：{0}";
    case Say::kOutputIsInput:
      return "输出会覆盖被检查的文件：{0}；请换一个文件名";
    case Say::kBinaryToTerminal:
      return "格式 {0} 不能显示在终端上；请用 --output 文件";
    case Say::kContactForNothing:
      return "--contact 只用于退回修改意见：请加上 --output note=文件";
    case Say::kOneEach:
      return "格式 {0} 每份文件各成一份；多份文件请指定文件夹：--output {0}=文件夹/";
    case Say::kPackNotFound:
      return "找不到规则包 {0}；已有：{1}{2}";
    case Say::kFlagNeeded:
      return "还需要选项 {0}";
    case Say::kBadId:
      return "“{0}”不能作编号：用小写字母、数字和短横线，以字母开头";
    case Say::kCaseFails:
      return "新规则的例子不成立：{0}";
    case Say::kPackExists:
      return "已经有了，没有改动：{0}";
    case Say::kNotAPackFolder:
      return "不是规则包的文件夹：{0}";
    case Say::kNewWhat:
      return "请写 rules new pack 文件夹，或 rules new rule 编号 --pack 文件夹";
    case Say::kAskPackTitle:
      return "规则包的名称（如 某县法治政府建设年度报告）：";
    case Say::kAskForbid:
      return "不应出现的词语（没有请直接回车）：";
    case Say::kAskRequire:
      return "应当出现的词语：";
    case Say::kAskRight:
      return "正确的写法（没有请直接回车）：";
    case Say::kAskRuleTitle:
      return "这条规则的要求，一句话：";
    case Say::kPackAndWorkbook:
      return "请给出规则包和 xlsx 文件";
    case Say::kColumnsMissing:
      return "首行缺少列：{0}";
    case Say::kBadCell:
      return "“{0}”一列的“{1}”不对；{2}";
    case Say::kCellTooLong:
      return "{0} 的写法太长，单元格放不下";
    case Say::kWordTwice:
      return "编号在表中出现两次";
    case Say::kWordNoMatch:
      return "写法不能为空";
    case Say::kWordSeveral:
      return "有多个写法或分状态的等级，请在规则包中修改";
    case Say::kWordCannotEmpty:
      return "原有的值不能在表中清空，请在规则包中删去";
    case Say::kWordNoList:
      return "规则包中没有这条规则的用语清单，或清单不是每项一行";
    case Say::kWordNew:
      return "新增";
    case Say::kWordKept:
      return "表中没有，规则包中保留";
    case Say::kWordMatch:
      return "写法已改";
    case Say::kWordRight:
      return "正确的写法已改";
    case Say::kWordSeverity:
      return "等级已改";
    case Say::kWordsSame:
      return "没有改动";
    case Say::kTwoPacks:
      return "请给出旧、新两个规则包";
    case Say::kUnknownRule:
      return "没有这条规则，也没有这个规则包：{0}";
    case Say::kSeeHelp:
      return "用 plumbline{0} --help 查看用法";
    case Say::kDidYouMean:
      return "；是不是 {0}？";
    case Say::kStandardOutput:
      return "无法写入标准输出";
    case Say::kInternal:
      return "程序内部出错：{0}";
    case Say::kFolderEmpty:
      return "文件夹中没有可以检查的文件";
    case Say::kCheckFailed:
      return "检查时出错：{0}";
    case Say::kAllowedDate:
      return "存在的日期，形如 2025-03-01";
    case Say::kAllowedJobs:
      return "1至1024的整数";
    case Say::kAllowedFailOn:
      return "error、warning、note 或 never";
    case Say::kAllowedBook:
      return "以 .md 或 .html 结尾的文件，或已有的文件夹";
    case Say::kAllowedPercent:
      return "0至100的整数";
    case Say::kNotCheckedBecause:
      return "未检查：{0}";
    case Say::kOtherKindBecause:
      return "其他文种：{0}";
    case Say::kWaiverUnused:
      return "这条豁免（{0}）没有用上：没有符合的问题；请删除，或核对规则、单位、文件和指纹";
    case Say::kWaiverExpired:
      return "这条豁免（{0}）已于 {1} 到期，不再适用";
    case Say::kWaiverUndecided:
      return "不能确定这条豁免（{0}，有效至 {1}）是否仍有效，暂不适用；请用 --as-of 给出检查日";
    case Say::kBlanks:
      return "意见中这些项目留空，请手工填写，或写入 --contact 文件：{0}";
    case Say::kFolderOrFile:
      return "以 / 结尾的是文件夹，而 {0} 像是文件名：要写一个文件请去掉末尾的 "
             "/，确实要文件夹请先建好";
    case Say::kWriteOrOutput:
      return "--write 改原文件，--output 写副本，只能用一个";
    case Say::kFixFolder:
      return "多份文件请指定文件夹：--output 文件夹/";
    case Say::kFixIsInput:
      return "副本会覆盖原文件：{0}；请换一个文件夹，或用 --write 直接改原文件";
    case Say::kFixArchive:
      return "不能改压缩包里的文件：请先解压";
    case Say::kFixable:
      return "{0}：可以代为改正 {1} 处{2}；留待人工 {3} 处；已豁免 {4} 处";
    case Say::kFixed:
      return "{0}：已改正 {1} 处{2}；留待人工 {3} 处；已豁免 {4} 处";
    case Say::kFixHint:
      return "没有写出：加 --output 文件夹/ 写副本，或加 --write 直接改原文件；Word "
             "文件留修订痕迹。";
    case Say::kUnitMissing:
      return "未报送：{0}";
    case Say::kUnitUnchecked:
      return "{0} 已报送，但没有一份能够检查";
    case Say::kUnitTwice:
      return "{0} 报送了多份";
    case Say::kStranger:
      return "报告单位不在名单中";
    case Say::kProgress:
      return "正在检查 {0}/{1}";
    case Say::kWritten:
      return "已写入 {0}";
    case Say::kLintClean:
      return "规则包 {0} {1}：{2}条规则，未发现问题";
    case Say::kLintFaults:
      return "共{0}个错误、{1}个提醒";
    case Say::kExpected:
      return "- 应为 {0}";
    case Say::kGot:
      return "+ 实为 {0}";
    case Say::kOnlyFurniture:
      return "  "
             "（这几个字没有构成句子，被当作网页的栏目文字而不是正文：请把例子写成整句，以句号结尾"
             "）";
    case Say::kRuleCoverage:
      return "{0}：例子覆盖 {1}/{2}";
    case Say::kNeverFired:
      return "{0} 没有例子命中";
    case Say::kNeverSpared:
      return "{0} 没有不命中的例子";
    case Say::kNeverTried:
      return "{0} 没有例子";
    case Say::kCoverage:
      return "例子覆盖 {0}%（{1}/{2}）";
    case Say::kCoverageBelow:
      return "覆盖率低于 --min-coverage {0}";
    case Say::kSampleUnclean:
      return "样本本身不合格：{0}";
    case Say::kSurvivor:
      return "改坏“{0}”而 {1} 没有发现";
    case Say::kBesides:
      return "改坏“{0}”时不相干的规则有反应：{1}";
    case Say::kMutations:
      return "变异得分 {0}%（{1}/{2}）";
    case Say::kMutationBelow:
      return "变异得分低于 --min-mutation {0}";
    case Say::kCasesRun:
      return "规则包 {0} {1}：{2}个例子，{3}个不符";
    case Say::kCasesSkipped:
      return "；另有{0}个属于停用的规则或用语，未运行";
    default:
      return chinese_help(what);
  }
}

}  // namespace plumbline::cli
