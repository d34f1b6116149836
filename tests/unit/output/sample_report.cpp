#include "sample_report.h"

namespace plumbline::output {
namespace {

Location at(int line, int column, int end_column, const char* section) {
  return {.line = line,
          .column = column,
          .end_line = line,
          .end_column = end_column,
          .section = section};
}

BasisReference regulation(const char* article) {
  return {"《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）", article, "A1"};
}

Finding absence() {
  return {.rule = "problems-section",
          .severity = Severity::kError,
          .message = "缺少“存在的不足和原因”部分",
          .advice = "请补写，或更正标题",
          .basis = {regulation("25(2)")},
          .location = at(9, 1, 7, "二、"),
          .fingerprint = "aa01",
          .absence = true};
}

Finding wrong_term(int line, const char* fingerprint) {
  return {.rule = "wording.W-01",
          .severity = Severity::kWarning,
          .message = "“法制政府”疑为“法治政府”",
          .advice = "请核实",
          .basis = {regulation("25"), {"常用表述", "8.2", "A4"}},
          .location = at(line, 3, 7, "一、>（二）"),
          .quote = "法制政府",
          .normalized = "法制政府",
          .fingerprint = fingerprint};
}

Finding waived_note() {
  return {.rule = "plan-year",
          .severity = Severity::kNote,
          .message = "安排部分未写明年度",
          .location = {.page = 3,
                       .paragraph = 14,
                       .boxes = {{3, 720, 1005, 5233, 1165}, {3, 720, 1285, 1200, 1445}}},
          .quote = "a,\"b\"\n=c",
          .fingerprint = "cc03",
          .waived = true,
          .waiver = "引用<原文>（批准：甲办）"};
}

std::vector<RuleResult> ledger() {
  return {{"achievements-section", "主要举措和成效", Outcome::kPass, "", 20, 20},
          {"problems-section", "存在的不足", Outcome::kFail, "缺少", 15, 0},
          {"problem-causes", "不足的原因", Outcome::kBlocked, "随不足部分", 5, 0},
          {"wording", "规范用语", Outcome::kPartial, "2处", 10, 6},
          {"plan-year", "安排的年度", Outcome::kWaived, "单位说明", 5, 5},
          {"date-deadline", "报送期限", Outcome::kNeedsReview, "未能确定单位类型", 5, 0},
          {"date-valid", "日期存在", Outcome::kNotApplicable, "没有日期", 5, 0}};
}

DocumentReport draft() {
  DocumentReport draft;
  draft.path = "送审/甲局.txt";
  draft.sha256 = std::string(64, 'a');
  draft.format = "txt";
  draft.status = DocumentStatus::kChecked;
  draft.read = ReadOutcome::kOkWithLosses;
  draft.losses = {{"page-number", "页码“— 2 —”", at(30, 1, 6, ""), false},
                  {"image", "图片，未能读出文字", {.page = 3}, true}};
  draft.facts.title = {"甲局关于2024年度法治政府建设情况的报告", at(1, 1, 21, "")};
  draft.facts.report_year = {"2024", at(1, 5, 9, "")};
  draft.elements = {
      {"achievements", "主要举措和成效", 1, false, "section", "一、主要举措和成效", "",
       at(4, 1, 10, "一、")},
      {"problems", "存在的不足", 2, false, "absent", "", "二、工作亮点", std::nullopt},
      {"first-responsible", "第一责任人履职", 3, false, "mention", "", "", at(6, 2, 9, "一、")}};
  draft.outline = {{1, "一、", "主要举措和成效", at(4, 1, 10, "一、")}};
  draft.rules = ledger();
  draft.findings = {wrong_term(5, "bb01"), absence(), wrong_term(12, "bb02"), waived_note()};
  draft.score =
      Score{31, 55, 31, 36, 56, "不合格", {{"problems-section", "不合格", "缺少必备内容"}}};
  return draft;
}

DocumentReport look_alike() {
  DocumentReport document;
  document.path = "送审/述法.docx";
  document.sha256 = std::string(64, 'b');
  document.format = "docx";
  document.status = DocumentStatus::kOtherKind;
  document.reason = "以第一人称述职";
  document.read = ReadOutcome::kOk;
  document.facts.title = {"述法报告", {.paragraph = 1}};
  return document;
}

DocumentReport unreadable() {
  DocumentReport document;
  document.path = "送审/\x1b[31m坏\n名.pdf";
  document.reason = "没有权限读取";
  return document;
}

}  // namespace

RunReport sample_report() {
  RunReport report;
  report.version = "0.0.0";
  report.profile = "submitted";
  report.reporter = "department";
  report.packs = {{"sample", "1.2.3", std::string(64, 'c'), "示例"}};
  report.documents = {draft(), look_alike(), unreadable()};
  report.summary = {3, 1, 1, 1, 2, 1, 2, 0, 1};
  return report;
}

DocumentReport clean_document() {
  DocumentReport document = draft();
  document.path = "clean.txt";
  document.losses.clear();
  document.findings.clear();
  document.elements.clear();
  document.rules = {{"achievements-section", "主要举措和成效", Outcome::kPass, "", 20, 20}};
  document.score = Score{20, 20, 20, 20, 100, "", {}};
  return document;
}

}  // namespace plumbline::output
