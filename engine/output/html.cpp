#include "engine/output/html.h"

#include <array>

#include "engine/base/sha256.h"
#include "engine/output/html_parts.h"
#include "engine/output/html_text.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

int nibble(char digit) {
  return digit <= '9' ? digit - '0' : digit - 'a' + 10;
}

/// Base64 of a hexadecimal hash, as a content security policy names it.
std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string result;
  // Three hexadecimal digits are twelve bits, two digits of base64; a hash leaves one over.
  for (std::size_t at = 0; at < hex.size(); at += 3) {
    int bits = 0;
    for (std::size_t i = at; i < at + 3; ++i)
      bits = bits * 16 + (i < hex.size() ? nibble(hex[i]) : 0);
    result += kDigits[static_cast<std::size_t>(bits / 64)];
    if (at + 2 <= hex.size())
      result += kDigits[static_cast<std::size_t>(bits % 64)];
  }
  result.append((4 - result.size() % 4) % 4, '=');
  return result;
}

/// Nothing is loaded, sent or framed; only the two blocks of this page take effect.
std::string policy() {
  return "default-src 'none'; style-src 'sha256-" + base64_of_hex(sha256(page_css())) +
         "'; script-src 'sha256-" + base64_of_hex(sha256(page_js())) +
         "'; base-uri 'none'; form-action 'none'";
}

std::string page_title(const RunReport& report) {
  if (report.documents.size() != 1)
    return "检查结果（" + std::to_string(report.documents.size()) + "份）";
  const DocumentReport& only = report.documents.front();
  return html_value(only.facts.title ? only.facts.title->value : only.path) + "：检查结果";
}

std::string head(const RunReport& report) {
  return "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
         policy() +
         "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" +
         page_title(report) + "</title>\n<style>" + std::string(page_css()) +
         "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">跳到正文</a>\n";
}

std::string top(const RunReport& report) {
  std::string run = "按" + html_text(profile_words(report.profile)) + "检查";
  if (!report.reporter.empty())
    run += "｜报告单位类型 " + html_text(report.reporter);
  if (!report.as_of.empty())
    run += "｜核对日期 " + html_text(report.as_of);
  std::string packs;
  for (const PackInfo& pack : report.packs) {
    packs += (packs.empty() ? "规则包 " : "、") +
             html_text(pack.title.empty() ? pack.id : pack.title) + " " + html_text(pack.version);
  }
  return "<header class=\"top\"><h1>" + std::string(kProgramName) + "</h1>" + "<p>版本 " +
         html_text(report.version) + "</p><p>" + run + "</p><p>" + packs + "</p></header>\n";
}

std::string number_cell(const std::string& words) {
  return "<td class=\"n\">" + words + "</td>";
}

std::string index_row(const DocumentReport& document, std::size_t number) {
  const Summary counts = count_findings(document);
  const bool checked = document.status == DocumentStatus::kChecked;
  const auto count = [&](int value) { return number_cell(checked ? std::to_string(value) : ""); };
  const std::string own = std::to_string(number);
  const std::string issuer = document.facts.issuer ? document.facts.issuer->value : "";
  std::string score = checked ? "" : html_text(document.reason);
  if (document.score)
    score = std::to_string(document.score->percent) + "%　" + html_text(document.score->grade);
  return "<tr>" + number_cell(own) + "<th scope=\"row\"><a href=\"#d" + own + "\">" +
         html_text(document.path) + "</a></th><td>" + html_text(issuer) + "</td><td>" +
         std::string(words_of(document.status)) + "</td>" + count(counts.errors) +
         count(counts.warnings) + count(counts.notes) + "<td>" + score + "</td></tr>\n";
}

std::string index(const RunReport& report) {
  std::string html =
      "<section id=\"index\" aria-labelledby=\"index-title\">\n<h2 "
      "id=\"index-title\">检查结果</h2>\n" +
      html_element(
          "p", "verdict",
          document_count_words(report.summary) + "。" + count_words(report.summary) + "。");
  html += "<div class=\"scroll\"><table>\n<thead><tr>";
  for (const char* name : {"序号", "文件", "单位", "状态", "必改", "请核实", "建议", "得分和等次"})
    html += "<th scope=\"col\">" + std::string(name) + "</th>";
  html += "</tr></thead>\n<tbody>\n";
  for (std::size_t i = 0; i < report.documents.size(); ++i)
    html += index_row(report.documents[i], i + 1);
  return html + "</tbody>\n</table></div>\n</section>\n";
}

/// From one document to those beside it.
std::string around(std::size_t number, std::size_t count) {
  if (count == 1)
    return {};
  const auto link = [](std::size_t to, const char* words) {
    return "<a href=\"#d" + std::to_string(to) + "\">" + words + "</a>\n";
  };
  return "<nav class=\"around\" aria-label=\"文件\"><a href=\"#index\">全部文件</a>\n" +
         (number > 1 ? link(number - 1, "上一份") : "") +
         (number < count ? link(number + 1, "下一份") : "") + "</nav>\n";
}

}  // namespace

Result<std::string> write_html(const RunReport& report, const WriteOptions&) {
  const std::size_t count = report.documents.size();
  std::string html = head(report) + top(report) + "<main id=\"content\">\n";
  if (count != 1)
    html += index(report);
  for (std::size_t i = 0; i < count; ++i)
    html += html_document(report.documents[i], i + 1) + around(i + 1, count) + "</section>\n";
  html += "</main>\n<footer class=\"foot\"><p>";
  if (report.summary.skipped > 0 && count == 1)
    html += document_count_words(report.summary) + "。";
  html += std::string(kDisclaimer) + "</p></footer>\n<script>" + std::string(page_js()) +
          "</script>\n</body>\n</html>\n";
  return html;
}

}  // namespace plumbline::output
