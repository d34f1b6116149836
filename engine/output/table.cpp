#include <algorithm>
#include <array>

#include "engine/output/csv.h"
#include "engine/output/docx.h"
#include "engine/output/github.h"
#include "engine/output/html.h"
#include "engine/output/json.h"
#include "engine/output/junit.h"
#include "engine/output/markdown.h"
#include "engine/output/note.h"
#include "engine/output/sarif.h"
#include "engine/output/selfcheck.h"
#include "engine/output/text.h"
#include "engine/output/writer.h"
#include "engine/output/xlsx.h"

namespace plumbline::output {
namespace {

constexpr std::array kWriters = {
    Writer{"text", ".txt", "给人看的中文报告（默认）", "a report in Chinese for people (default)",
           write_text, /*binary=*/false, /*needs_source=*/false, &kTextPieces},
    Writer{"json", ".json", "完整结果，report-v1", "everything, report-v1", write_json,
           /*binary=*/false, /*needs_source=*/false, &kJsonPieces},
    Writer{"jsonl", ".jsonl", "同 json，每份文件一行", "as json, one document per line",
           write_jsonl, /*binary=*/false, /*needs_source=*/false, &kJsonLinesPieces},
    Writer{"sarif", ".sarif", "SARIF 2.1.0，供代码平台", "SARIF 2.1.0, for code platforms",
           write_sarif},
    Writer{"csv", ".csv", "一张表，可用电子表格打开", "one table for spreadsheets", write_csv,
           /*binary=*/false, /*needs_source=*/false, &kCsvPieces},
    Writer{"html", ".html", "一个网页文件，问题对照原文，可打印",
           "one web page: findings beside the text, for print too", write_html,
           /*binary=*/false, /*needs_source=*/true},
    Writer{"xlsx", ".xlsx", "工作簿：汇总、台账、问题明细、评分表",
           "a workbook: summary, ledger, findings, scores", write_xlsx, /*binary=*/true,
           /*needs_source=*/true},
    Writer{"docx", ".docx", "Word 副本，每个问题一条批注",
           "a Word copy with a comment for each finding", write_docx, /*binary=*/true,
           /*needs_source=*/true, /*pieces=*/nullptr, /*one_each=*/true},
    Writer{"note", ".docx", "退回修改意见，Word 文件，每份报告一份",
           "a letter to the unit, a Word file for each document", write_note, /*binary=*/true,
           /*needs_source=*/false, /*pieces=*/nullptr, /*one_each=*/true, "-审核意见",
           /*is_letter=*/true},
    Writer{"selfcheck", ".docx", "自查小结，Word 文件，一页",
           "a summary for the drafter on one page, a Word file for each document", write_selfcheck,
           /*binary=*/true, /*needs_source=*/false, /*pieces=*/nullptr,
           /*one_each=*/true, "-自查小结"},
    Writer{"junit", ".xml", "JUnit XML，供持续集成", "JUnit XML, for continuous integration",
           write_junit},
    Writer{"github", ".github", "GitHub Actions 批注", "annotations of GitHub Actions",
           write_github, /*binary=*/false, /*needs_source=*/false, &kGithubPieces},
    Writer{"md", ".md", "Markdown 报告", "a report in Markdown", write_markdown},
};

}  // namespace

std::string joined(const Pieces& pieces, const RunReport& report, const WriteOptions& options) {
  std::string bytes = pieces.begin(report, options);
  for (std::size_t i = 0; i < report.documents.size(); ++i)
    bytes += pieces.document(report.documents[i], i, options);
  return bytes + pieces.end(report, options);
}

std::span<const Writer> writers() {
  return kWriters;
}

const Writer* writer_named(std::string_view name) {
  const auto* found = std::ranges::find(kWriters, name, &Writer::name);
  return found == kWriters.end() ? nullptr : found;
}

}  // namespace plumbline::output
