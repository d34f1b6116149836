#include "tests/unit/text/sample.h"

#include "engine/base/utf8.h"

namespace plumbline::text {

std::string_view sample_report() {
  return "云岭县水务局2025年度法治政府建设情况报告\n"
         "县委、县政府：\n"
         "2025年，县水务局坚持依法行政，围绕河湖管护、供水保障和水土保持三项重点任务，把法治要求落"
         "实到规划、"
         "审批、执法和服务的各个环节，全年办理水行政处罚案件12件，办结率100%"
         "。现将有关情况报告如下：\n"
         "一、主要举措和成效\n"
         "（一）抓好制度建设，规范权力运行\n"
         "修订《云岭县农村供水工程管护办法》，公开征求意见30日，收到意见建议43条，采纳17条，未采纳"
         "的逐条说明理由。"
         "对6件规范性文件开展评估，废止1件、修改2件，清理结果向社会公布。\n"
         "（二）严格规范执法，提升办案质量\n"
         "落实行政执法“三项制度”，配备执法记录仪24台，巡查河道5420公里，立案19件，罚款46."
         "3万元。邀请县司法局开展案卷评查"
         "2次，评查发现的11个问题全部整改到位，没有发生行政复议纠错和行政诉讼败诉的情形。\n"
         "二、存在的不足和原因\n"
         "一是执法力量偏弱，持证人员平均年龄47岁，主要原因是近年来补充渠道不宽。二是普法形式较为单"
         "一，对取用水企业的需求"
         "调研不深，送法内容与生产实际结合得不够紧密。\n"
         "三、2026年工作安排\n"
         "制定分类普法清单，组织取用水企业负责人开展专题培训4期，推动执法人员每人每年参加不少于60学"
         "时的业务学习，"
         "并与公安、检察机关建立线索移送机制。\n"
         "云岭县水务局\n"
         "2026年1月16日\n";
}

std::string hard_wrapped(std::string_view report, std::size_t width, std::string_view indent,
                         std::string_view line_end) {
  std::string out;
  std::size_t on_line = 0;
  bool line_begins = true;
  for (std::size_t at = 0; at < report.size();) {
    const CodePoint c = decode_utf8(report, at);
    if (c.value == U'\n') {
      out += line_end;
      on_line = 0;
      line_begins = true;
    } else {
      if (on_line == width) {
        out += line_end;
        on_line = 0;
      }
      if (line_begins)
        out += indent;
      on_line += line_begins ? count_code_points(indent) : 0;
      line_begins = false;
      out += report.substr(at, c.end - at);
      ++on_line;
    }
    at = c.end;
  }
  return out;
}

Text text_of(std::string_view bytes, std::string_view path) {
  return Text::build(readers::read(path, bytes, {}));
}

std::string paragraphs_of(const Text& text) {
  std::string out;
  for (const Paragraph& paragraph : text.paragraphs()) {
    out += out.empty() ? "" : "|";
    out += text.view(paragraph.span);
    out += paragraph.uncertain_break ? "?" : "";
  }
  return out;
}

}  // namespace plumbline::text
