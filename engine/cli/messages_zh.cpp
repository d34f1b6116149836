#include "engine/cli/messages.h"

namespace plumbline::cli {

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
      return "两个输出指向同一个文件：{0}";
    case Say::kOutputIsInput:
      return "输出会覆盖被检查的文件：{0}；请换一个文件名";
    case Say::kBinaryToTerminal:
      return "格式 {0} 不能显示在终端上；请用 --output 文件";
    case Say::kContactForNothing:
      return "--contact 只用于退回修改意见：请加上 --output note=文件";
    case Say::kOneEach:
      return "格式 {0} 每份文件各成一份；多份文件请指定文件夹：--output {0}=文件夹/";
    case Say::kPackNotFound:
      return "找不到规则包 {0}；已有：{1}";
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
    case Say::kMergedCells:
      return "有合并的单元格（{0}）；请取消合并后再导入";
    case Say::kNotAWorkbook:
      return "不能作为 xlsx 工作簿读取：{0}";
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
    case Say::kFileMissing:
      return "找不到这个文件或文件夹，请核对路径";
    case Say::kFileIsFolder:
      return "这是文件夹，不是文件";
    case Say::kFileNoPermission:
      return "没有权限";
    case Say::kFileNotRegular:
      return "是管道、套接字或设备，不是普通文件";
    case Say::kFileTooLarge:
      return "文件超过100 MiB，未读取；请拆分后再查";
    case Say::kFileChanged:
      return "读取时文件正在变动，请等写入结束后再查";
    case Say::kFileReadFailed:
      return "读取失败";
    case Say::kFileWriteFailed:
      return "写入失败，原文件未改动";
    case Say::kFileNoFolder:
      return "所在的文件夹不存在";
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
      return "  （这几个字没有构成句子，被当作网页的栏目文字而不是正文：请把例子写成整句，以句号结尾）";
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
    case Say::kUsage:
      return "用法";
    case Say::kCommands:
      return "命令";
    case Say::kOptions:
      return "选项";
    case Say::kFormats:
      return "格式";
    case Say::kExitStatus:
      return "退出状态";
    case Say::kExitCheck:
      return "0  全部检查完毕，没有达到 --fail-on 的问题\n"
             "1  有达到 --fail-on 的问题\n"
             "2  用法有误、规则包有误或输出无法写入\n"
             "3  有文件缺失、读不了或不是要查的文种，文件夹中没有可查的文件，或有规则未能检查\n"
             "2 优先于 3，3 优先于 1。";
    case Say::kExitFix:
      return "0  已改正，或没有可以代为改正的问题；留待人工的问题不计\n"
             "1  显示了可以改正之处，没有写出（未用 --output、--write）\n"
             "2  用法有误、规则包有误或文件无法写入\n"
             "3  有文件缺失、读不了、不能改或不是要查的文种\n"
             "2 优先于 3，3 优先于 1。";
    case Say::kExitShow:
      return "0  已读取并显示\n"
             "2  用法有误、规则包有误或输出无法写入\n"
             "3  文件缺失，或者没有读到、没有读全";
    case Say::kExitLint:
      return "0  没有发现问题\n"
             "1  只有提醒\n"
             "2  用法有误，规则包有错误、不能使用，或输出无法写入";
    case Say::kExitTest:
      return "0  例子全部相符，样本本身合格，达到 --min-coverage 和 --min-mutation\n"
             "1  有例子不符，样本本身有问题，或没有达到\n"
             "2  用法有误，规则包有错误、不能使用，或输出无法写入";
    case Say::kExitDiff:
      return "0  已比较，不论有无不同\n"
             "2  用法有误、规则包有误或输出无法写入\n"
             "3  --on 的文件中有的缺失或未能检查";
    case Say::kExitPacks:
      return "0  已完成\n"
             "2  用法有误、规则包有误或输出无法写入";
    case Say::kExitWrite:
      return "0  已完成\n"
             "2  用法有误，规则包有误，或无法写入；已有的文件没有改动";
    case Say::kExitPlain:
      return "0  已显示\n"
             "2  用法有误或输出无法写入";
    case Say::kExamples:
      return "示例";
    case Say::kHelpEach:
      return "每个命令的选项、格式和退出状态：plumbline 命令 --help，如 plumbline rules test "
             "--help";
    case Say::kIntroduction:
      return "准绳：按规则包检查法治政府建设年度报告。文件不离开本机。";
    case Say::kRepeatable:
      return "（可多次）";
    case Say::kHelpCheck:
      return "检查文件或文件夹；plumbline 文件 与此相同";
    case Say::kHelpNote:
      return "给报送单位的退回修改意见（Word），同 check --format note";
    case Say::kHelpFix:
      return "代为改正机械性的问题：Word 文件用修订痕迹，文本显示差异；不改数字和内容";
    case Say::kHelpShow:
      return "显示标题、事实、提纲和要素";
    case Say::kHelpText:
      return "显示读到的文字、位置和未读到的部分";
    case Say::kHelpRulesLint:
      return "检查规则包本身";
    case Say::kHelpRulesTest:
      return "运行规则中的例子，统计覆盖率";
    case Say::kHelpRulesList:
      return "按条款列出规则、分值和等级";
    case Say::kHelpRulesShow:
      return "显示一条规则或一个规则包的实际取值";
    case Say::kHelpRulesDocs:
      return "写出手册：要求、依据、分值、正反例子";
    case Say::kHelpRulesDiff:
      return "说明两个规则包有何不同，以及对文件的影响";
    case Say::kHelpRulesNew:
      return "开始一个规则包或一条规则，附例子";
    case Say::kHelpExportWords:
      return "把用语表写成 xlsx，供填写";
    case Say::kHelpImportWords:
      return "把填好的用语表写回规则包";
    case Say::kHelpDoctor:
      return "显示本机能读哪些格式、读取时有哪些保护";
    case Say::kHelpVersion:
      return "显示版本";
    case Say::kHelpHelp:
      return "显示帮助";
    case Say::kHelpPack:
      return "规则包的名称或文件夹；默认 rule-of-law-report";
    case Say::kHelpPackOfRule:
      return "规则包的文件夹，新规则写在其中（rule 用）";
    case Say::kHelpProfile:
      return "submitted 报送稿（默认）或 published 公开稿";
    case Say::kHelpReporter:
      return "报告单位的类型，如 government、department、township；默认由报告单位推断";
    case Say::kHelpAsOf:
      return "把这一天当作检查日，形如 2025-03-01";
    case Say::kHelpWaivers:
      return "豁免清单 waivers.yaml；被豁免的问题仍列出，不再影响退出状态";
    case Say::kHelpBaseline:
      return "以往的检查结果（--format json）；其中已有的问题照样列出，不再影响退出状态";
    case Say::kHelpRoster:
      return "应当报送的单位的名单，units.csv 或 roster.yaml；列出没有报送的单位，有则退出状态为 3";
    case Say::kHelpContact:
      return "退回修改意见的署名、联系人和期限，contact.yaml";
    case Say::kHelpFormat:
      return "标准输出的格式，或不带格式的 --output 的格式";
    case Say::kHelpFormatOnly:
      return "输出的格式；默认 text";
    case Say::kHelpOutput:
      return "写入文件；可写成 格式=文件，- 为标准输出";
    case Say::kHelpOutputFix:
      return "写出改正的副本：一个文件，或以 / 结尾的文件夹；没有可改之处的不写";
    case Say::kHelpWrite:
      return "直接改原文件（先写好再整体替换）；Word 文件留修订痕迹";
    case Say::kHelpOutputBook:
      return "写入文件（.md 或 .html），或在文件夹中各写一份；不写则在屏幕上显示 Markdown";
    case Say::kHelpFailOn:
      return "从哪一级起退出状态为 1：error（默认）、warning、note、never";
    case Say::kHelpExplain:
      return "说明这条规则为何成立或不成立";
    case Say::kHelpJobs:
      return "同时检查的份数；默认为处理器数";
    case Say::kHelpJobsCases:
      return "同时运行的例子数；默认为处理器数";
    case Say::kHelpOcr:
      return "识别扫描的 pdf 页（需 tesseract）；所得结论只作人工核对";
    case Say::kHelpAnnotatePlaces:
      return "逐块显示类型、位置和字节区间";
    case Say::kHelpDump:
      return "用一行显示结构";
    case Say::kHelpMinCoverage:
      return "例子的覆盖率低于此数时退出状态为 1";
    case Say::kHelpOn:
      return "用两个规则包分别检查这些文件，列出变化";
    case Say::kHelpWatch:
      return "文件一有改动就重新检查";
    case Say::kHelpTitle:
      return "名称，或规则的一句话要求";
    case Say::kHelpExtends:
      return "新规则包所继承的规则包；默认 rule-of-law-report（pack 用）";
    case Say::kHelpForbid:
      return "不应出现的词语";
    case Say::kHelpRight:
      return "正确的写法";
    case Say::kHelpRequire:
      return "应当出现的词语";
    case Say::kHelpSeverity:
      return "note 建议、warning 请核实（默认）、error 必改";
    case Say::kHelpDocument:
      return "basis 中的依据文件；默认为本单位的要求";
    case Say::kHelpArticle:
      return "依据的条款，如 25(3)";
    case Say::kHelpOrigin:
      return "注明每个值写在哪个文件的哪一行";
    case Say::kHelpMinMutation:
      return "样本的变异得分低于此数时退出状态为 1";
    case Say::kHelpFlag:
      return "显示帮助";
  }
  return {};
}

}  // namespace plumbline::cli
