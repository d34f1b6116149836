#include "engine/output/docx.h"

#include <algorithm>

#include "engine/docx/annotate.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

using docx::Comment;

constexpr std::string_view kDocx = "docx";

Comment comment_of(const Finding& finding) {
  const std::string waived = finding.waived ? "·" + std::string(kWaivedWord) : std::string();
  Comment comment{
      {finding.raw_begin, finding.raw_end},
      {"【" + std::string(words_of(finding.severity)) + waived + "】" + finding.message}};
  const std::string basis = basis_words(finding.basis);
  if (!basis.empty())
    comment.lines.push_back("依据：" + basis);
  if (!finding.advice.empty())
    comment.lines.push_back("建议：" + finding.advice);
  if (!finding.waiver.empty())
    comment.lines.push_back("豁免：" + finding.waiver);
  comment.lines.push_back("规则：" + finding.rule);
  comment.lines.push_back("指纹：" + finding.fingerprint);
  return comment;
}

/// What the whole comes to, and what was not read: on the first line of the text.
Comment verdict_of(const RunReport& report, const DocumentReport& document) {
  Comment comment;
  std::string& head = comment.lines.emplace_back(std::string(kProgramName) + " " + report.version +
                                                 "：" + std::string(words_of(document.status)));
  if (document.status != DocumentStatus::kChecked)
    head += "。" + document.reason;
  else
    head += "。" + count_words(count_findings(document)) + "。";
  if (document.score)
    comment.lines.push_back(score_words(*document.score));
  for (const RuleResult& rule : document.rules) {
    const bool open = rule.outcome == Outcome::kNeedsReview ||
                      rule.outcome == Outcome::kNotChecked || rule.outcome == Outcome::kRuleError;
    if (open)
      comment.lines.push_back(std::string(words_of(rule.outcome)) + "：" + rule.title + " " +
                              rule.reason);
    if (rule.unlisted > 0)
      comment.lines.push_back(rule.id + "：另有" + std::to_string(rule.unlisted) + "处未列出");
  }
  for (const Loss& loss : document.losses)
    comment.lines.push_back((loss.text_missing ? std::string(kUnchecked) + "：" : "读取说明：") +
                            place_words(loss.location) + " " + loss.what);
  comment.lines.emplace_back(kDisclaimer);
  return comment;
}

std::vector<Comment> comments_of(const RunReport& report, const DocumentReport& document) {
  std::vector<Comment> comments = {verdict_of(report, document)};
  const std::size_t title = document.source.text.find_first_not_of(" \n\r\t");
  comments.front().place = {title == std::string::npos ? 0 : title,
                            title == std::string::npos ? 0 : title};
  std::ranges::transform(document.findings, std::back_inserter(comments), comment_of);
  return comments;
}

Failure refused(const DocumentReport& document, const std::string& why) {
  return fail({.code = "P3303", .message = why, .path = document.path});
}

}  // namespace

Result<std::string> write_docx(const RunReport& report, const WriteOptions&) {
  const DocumentReport& document = report.documents.front();
  std::vector<Comment> comments = comments_of(report, document);
  const bool is_docx = document.format == kDocx && !document.source.file.empty() &&
                       document.status != DocumentStatus::kNotChecked;
  if (!is_docx) {
    const std::string& text = document.source.text;
    const docx::Copy copy = docx::annotate_text(text.empty() ? document.path : text, comments);
    return copy.bytes.empty() ? Result<std::string>(refused(document, copy.problem))
                              : Result<std::string>(copy.bytes);
  }
  const docx::Guards guards = docx::guards_of(document.source.file);
  if (guards.is_signed)
    comments.front().lines.emplace_back("原文件带有数字签名，本副本已加批注，签名不再有效");
  if (guards.is_protected)
    comments.front().lines.emplace_back("原文件设有编辑保护，本副本照旧保留");
  const docx::Copy copy = docx::annotate(document.source.file, comments, {});
  if (copy.bytes.empty())
    return refused(document, copy.problem);
  return copy.bytes;
}

}  // namespace plumbline::output
