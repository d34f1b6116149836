#include "engine/output/xlsx.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/output/items.h"
#include "engine/output/wording.h"
#include "engine/output/workbook.h"

namespace plumbline::output {
namespace {

using Row = std::vector<Cell>;

const std::vector<std::string_view> kStates = {"待整改", "已整改", "忽略", "白名单"};

std::string issuer_of(const DocumentReport& document) {
  return document.facts.issuer ? document.facts.issuer->value : "";
}

std::string rule_part(const std::string& id) {
  return id.substr(0, id.find('.'));
}

std::size_t most_items(const RunReport& report) {
  std::size_t most = 0;
  for (const DocumentReport& document : report.documents) {
    for (const Item& item : items_of(document)) most = std::max(most, item.number);
  }
  return most;
}

/// Characters of the text without blanks, what a word processor counts; nothing where none was
/// read.
Cell length_cell(const DocumentReport& document) {
  const std::string& text = document.source.text;
  if (text.empty())
    return "";
  int count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = decode_utf8(text, at);
    count += next.value > 0x20 && next.value != 0x3000 && next.value != 0xA0 ? 1 : 0;
    at = next.end;
  }
  return count;
}

std::vector<Column> ledger_columns(std::size_t items) {
  static constexpr std::string_view kCircled[] = {"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩"};
  std::vector<Column> columns = {
      {"序号", 6, CellKind::kCentred},      {"单位全称", 26},
      {"单位类别", 12, CellKind::kCentred}, {"文件名", 30},
      {"收到时间", 12, CellKind::kCentred}, {"是否按时", 9, CellKind::kCentred, {"是", "否"}},
      {"版本", 8, CellKind::kCentred},      {"字数", 9, CellKind::kNumber}};
  for (std::size_t i = 0; i < std::min(items, std::size(kCircled)); ++i)
    columns.push_back({kCircled[i], 12, CellKind::kCentred});
  for (Column column :
       {Column{"必改数", 8, CellKind::kNumber}, Column{"请核实数", 9, CellKind::kNumber},
        Column{"建议数", 8, CellKind::kNumber}, Column{"得分", 7, CellKind::kNumber},
        Column{"应得", 7, CellKind::kNumber}, Column{"得分率", 8, CellKind::kPercent},
        Column{"等次", 9, CellKind::kCentred}, Column{"状态", 10, CellKind::kCentred},
        Column{"公开链接", 18}, Column{"公开日期", 12, CellKind::kCentred}, Column{"备注", 36}})
    columns.push_back(std::move(column));
  return columns;
}

void add_items(const DocumentReport& document, std::size_t count, Row& row) {
  std::map<std::size_t, std::string> states;
  for (const Item& item : items_of(document)) states[item.number] = item_state_words(item);
  for (std::size_t i = 1; i <= count; ++i) row.emplace_back(states[i]);
}

void add_score(const DocumentReport& document, Row& row) {
  const bool checked = document.status == DocumentStatus::kChecked;
  const Summary counts = count_findings(document);
  for (const int count : {counts.errors, counts.warnings, counts.notes})
    row.push_back(checked ? Cell(count) : Cell(""));
  if (!document.score) {
    row.insert(row.end(), 4, Cell(""));
    return;
  }
  row.insert(row.end(), {document.score->earned, document.score->applicable,
                         document.score->percent / 100.0, Cell(document.score->grade)});
}

std::string remark(const DocumentReport& document) {
  std::string words = document.reason;
  if (document.score && document.score->low != document.score->high) {
    words += "有待定项，得分在" + std::to_string(document.score->low) + "至" +
             std::to_string(document.score->high) + "之间。";
  }
  for (const Loss& loss : document.losses) {
    if (loss.text_missing)
      words += std::string(kUnchecked) + "：" + place_words(loss.location) + " " + loss.what + "。";
  }
  return words;
}

void add_ledger(const RunReport& report, Workbook& book) {
  const std::size_t items = std::min<std::size_t>(most_items(report), 10);
  std::vector<Row> rows;
  for (const DocumentReport& document : report.documents) {
    Row row = {static_cast<int>(rows.size() + 1),
               issuer_of(document),
               document.reporter,
               document.path,
               "",
               "",
               "",
               length_cell(document)};
    add_items(document, items, row);
    add_score(document, row);
    row.insert(row.end(), {Cell(words_of(document.status)), "", "", remark(document)});
    rows.push_back(std::move(row));
  }
  book.add_table("台账", ledger_columns(items), rows);
}

std::map<std::string, std::string> titles_of(const DocumentReport& document) {
  std::map<std::string, std::string> titles;
  for (const RuleResult& rule : document.rules) titles[rule.id] = rule.title;
  return titles;
}

void add_findings(const RunReport& report, Workbook& book) {
  const std::vector<Column> columns = {{"序号", 6, CellKind::kCentred},
                                       {"单位", 20},
                                       {"规则编号", 20},
                                       {"问题类别", 20},
                                       {"严重程度", 9, CellKind::kCentred},
                                       {"位置", 18},
                                       {"原文", 28},
                                       {"问题说明", 38},
                                       {"依据", 34},
                                       {"修改建议", 32},
                                       {"整改状态", 10, CellKind::kCentred, kStates},
                                       {"复核人", 9},
                                       {"复核时间", 12},
                                       {"首次发现时间", 12},
                                       {"文件名", 24},
                                       {"指纹", 18}};
  std::vector<Row> rows;
  for (const DocumentReport& document : report.documents) {
    const std::string issuer = issuer_of(document);
    const std::map<std::string, std::string> titles = titles_of(document);
    for (const Finding& finding : document.findings) {
      const auto title = titles.find(rule_part(finding.rule));
      rows.push_back({static_cast<int>(rows.size() + 1), issuer, finding.rule,
                      title == titles.end() ? "" : title->second, words_of(finding.severity),
                      place_words(finding.location), finding.quote, message_words(finding),
                      basis_words(finding.basis), finding.advice,
                      finding.waived ? kStates[3] : kStates[0], "", "", "", document.path,
                      finding.fingerprint});
    }
  }
  book.add_table("问题明细", columns, rows);
}

void add_scores(const RunReport& report, Workbook& book) {
  const std::vector<Column> columns = {{"序号", 6, CellKind::kCentred},
                                       {"单位", 22},
                                       {"文件名", 28},
                                       {"规则编号", 26},
                                       {"规则", 40},
                                       {"结果", 11, CellKind::kCentred},
                                       {"应得", 7, CellKind::kNumber},
                                       {"实得", 7, CellKind::kNumber},
                                       {"计入得分", 9, CellKind::kCentred},
                                       {"说明", 52}};
  std::vector<Row> rows;
  for (const DocumentReport& document : report.documents) {
    const std::string issuer = issuer_of(document);
    for (const RuleResult& rule : document.rules) {
      const bool outside =
          rule.outcome == Outcome::kNotApplicable || rule.outcome == Outcome::kBlocked;
      rows.push_back({static_cast<int>(rows.size() + 1), issuer, document.path, rule.id, rule.title,
                      words_of(rule.outcome), rule.possible, rule.earned, outside ? "否" : "是",
                      rule.reason});
    }
  }
  book.add_table("评分表", columns, rows);
}

struct RuleCount {
  std::string title;
  int errors = 0, warnings = 0, notes = 0, documents = 0;
};

std::map<std::string, RuleCount> rule_counts(const RunReport& report) {
  std::map<std::string, RuleCount> counts;
  for (const DocumentReport& document : report.documents) {
    const std::map<std::string, std::string> titles = titles_of(document);
    std::set<std::string> seen;
    for (const Finding& finding : document.findings) {
      if (finding.waived)
        continue;
      const std::string id = rule_part(finding.rule);
      RuleCount& count = counts[id];
      if (const auto title = titles.find(id); title != titles.end())
        count.title = title->second;
      count.errors += finding.severity == Severity::kError ? 1 : 0;
      count.warnings += finding.severity == Severity::kWarning ? 1 : 0;
      count.notes += finding.severity == Severity::kNote ? 1 : 0;
      count.documents += seen.insert(id).second ? 1 : 0;
    }
  }
  return counts;
}

void add_run(const RunReport& report, std::vector<Row>& rows) {
  rows.push_back({"检查情况"});
  rows.push_back({"程序", std::string(kProgramName) + " " + report.version});
  for (const PackInfo& pack : report.packs)
    rows.push_back({"规则包", (pack.title.empty() ? pack.id : pack.title) + " " + pack.version});
  rows.push_back({"按何种文稿检查", profile_words(report.profile)});
  const Summary& all = report.summary;
  rows.push_back({"文件（份）", all.documents});
  rows.push_back({"　已检查", all.checked});
  rows.push_back({"　其他文种", all.other_kind});
  rows.push_back({"　未检查", all.not_checked});
  rows.push_back({"另跳过（项）", all.skipped});
  rows.push_back({"必改（处）", all.errors});
  rows.push_back({"请核实（处）", all.warnings});
  rows.push_back({"建议（处）", all.notes});
}

void add_summary(const RunReport& report, Workbook& book) {
  std::vector<Row> rows;
  add_run(report, rows);
  std::map<std::string, int> grades;
  for (const DocumentReport& document : report.documents) {
    if (document.score && !document.score->grade.empty())
      ++grades[document.score->grade];
  }
  if (!grades.empty())
    rows.push_back({"等次（份）"});
  for (const auto& [grade, count] : grades) rows.push_back({grade, count});
  const std::map<std::string, RuleCount> counts = rule_counts(report);
  if (!counts.empty()) {
    rows.push_back({"各类问题"});
    rows.push_back({"问题类别", "必改", "请核实", "建议", "涉及文件", "规则编号"});
  }
  for (const auto& [id, count] : counts) {
    rows.push_back({count.title.empty() ? id : count.title, count.errors, count.warnings,
                    count.notes, count.documents, id});
  }
  rows.push_back({std::string(kDisclaimer)});
  book.add_list("汇总", rows);
}

}  // namespace

Result<std::string> write_xlsx(const RunReport& report, const WriteOptions&) {
  Workbook book;
  add_summary(report, book);
  add_ledger(report, book);
  add_findings(report, book);
  add_scores(report, book);
  return book.finish();
}

}  // namespace plumbline::output
