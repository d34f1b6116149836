#include "engine/cli/messages.h"

namespace plumbline::cli {

// NOLINTNEXTLINE(readability-function-size): a table of texts
std::string_view chinese_help(Say what) {
  switch (what) {
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
      return "识别扫描页和整页图片（需 tesseract）；所得结论只作人工核对";
    case Say::kHelpAnnotatePlaces:
      return "逐块显示类型、位置和字节区间；pdf和ofd另有各行的边框";
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
    default:
      return "";
  }
}

}  // namespace plumbline::cli
