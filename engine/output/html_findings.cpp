#include <array>

#include "engine/output/html_parts.h"
#include "engine/output/html_source.h"
#include "engine/output/html_text.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

std::string id_of(std::size_t number, std::size_t finding) {
  return std::to_string(number) + "-" + std::to_string(finding + 1);
}

std::string row(std::string_view label, const std::string& html) {
  return html.empty() ? html : "<dt>" + std::string(label) + "</dt><dd>" + html + "</dd>\n";
}

std::string place_link(const Finding& finding, const std::string& id) {
  const std::string place = place_words(finding.location);
  return "<a href=\"#m" + id + "\">" + html_text(place.empty() ? "见原文" : place) + "</a>";
}

std::string attributes(const Finding& finding, const std::string& number, const MarkRange& range) {
  return " data-doc=\"" + number + "\" data-from=\"" + std::to_string(range.from) +
         "\" data-to=\"" + std::to_string(range.to) + "\" data-rule=\"" + html_value(finding.rule) +
         "\" data-severity=\"" + std::string(name_of(finding.severity)) + "\" data-fingerprint=\"" +
         html_value(finding.fingerprint) + "\"";
}

std::string head_of(const Finding& finding, std::size_t index) {
  const std::string waived = finding.waived ? "·" + std::string(kWaivedWord) : std::string();
  return "<p class=\"head\"><span class=\"label\">" + std::to_string(index + 1) + "　" +
         std::string(words_of(finding.severity)) + waived + "</span><code>" +
         html_text(finding.rule) + "</code></p>\n";
}

std::string finding_item(const Finding& finding, std::size_t index, std::size_t number,
                         const MarkRange& range) {
  const std::string id = id_of(number, index);
  const std::string quote = finding.quote.empty() ? "" : "<q>" + html_text(finding.quote) + "</q>";
  std::string html = "<li id=\"f" + id + "\" tabindex=\"-1\" class=\"" +
                     std::string(name_of(finding.severity)) + "\"" +
                     attributes(finding, std::to_string(number), range) + ">\n";
  html += head_of(finding, index) + html_element("p", "message", html_text(finding.message));
  html += "<dl>\n" + row("位置", place_link(finding, id)) + row("原文", quote) +
          row("依据", html_text(basis_words(finding.basis))) +
          row("建议", html_text(finding.advice)) + row("豁免", html_text(finding.waiver));
  return html + "</dl></li>\n";
}

std::string filter_button(Severity severity, int count) {
  const std::string name(name_of(severity));
  return "<button type=\"button\" class=\"filter " + name + "\" data-severity=\"" + name +
         "\" aria-pressed=\"true\">" + std::string(words_of(severity)) + " " +
         std::to_string(count) + "</button>\n";
}

std::string tools(const DocumentReport& document) {
  std::array<int, 3> counts{};
  for (const Finding& finding : document.findings)
    ++counts[static_cast<std::size_t>(finding.severity)];
  std::string html =
      "<div class=\"tools needs-script\" role=\"toolbar\" aria-label=\"问题的筛选和翻看\" "
      "hidden>\n";
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNote})
    html += filter_button(severity, counts[static_cast<std::size_t>(severity)]);
  html +=
      "<span class=\"gap\"></span><output aria-live=\"polite\"></output>\n"
      "<button type=\"button\" data-step=\"-1\" aria-keyshortcuts=\"p k\">上一条 <kbd>p</kbd>"
      "</button>\n"
      "<button type=\"button\" data-step=\"1\" aria-keyshortcuts=\"n j\">下一条 <kbd>n</kbd>"
      "</button>\n"
      "<button type=\"button\" data-print>打印</button>\n</div>\n";
  return html;
}

/// Lines of a text file have numbers; elsewhere a place is a paragraph or a page.
bool has_lines(const DocumentReport& document) {
  return document.format == "txt" || document.format == "md";
}

}  // namespace

std::string html_findings(const DocumentReport& document, std::size_t number) {
  const SourceView source = source_view(document, number);
  const std::string own = std::to_string(number);
  std::string html = "<h3 id=\"o" + own + "\">问题与原文</h3>\n";
  if (!document.findings.empty())
    html += tools(document);
  html += "<div class=\"work\">\n<div class=\"source" +
          std::string(has_lines(document) ? " numbered" : "") +
          "\" role=\"region\" aria-label=\"原文\">\n" + source.html + "</div>\n";
  if (document.findings.empty())
    return html + html_element("p", "none", "未发现问题。") + "</div>\n";
  html += "<ol class=\"findings\" aria-label=\"问题\">\n";
  for (std::size_t i = 0; i < document.findings.size(); ++i)
    html += finding_item(document.findings[i], i, number, source.ranges[i]);
  return html + "</ol>\n</div>\n";
}

}  // namespace plumbline::output
