#include "engine/output/html_parts.h"
#include "engine/output/html_text.h"
#include "engine/output/items.h"
#include "engine/output/verdict.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

constexpr std::size_t kHashDigits = 12;
constexpr int kDeepestLevel = 4;  // of the style sheet

std::string_view verdict_class(const DocumentReport& document) {
  if (document.status != DocumentStatus::kChecked)
    return "unsure";
  const Summary counts = count_findings(document);
  if (counts.errors > 0)
    return "error";
  if (counts.warnings > 0)
    return "warning";
  return counts.notes > 0 ? "note" : "";
}

std::string head(const DocumentReport& document, const std::string& number) {
  const bool titled = document.facts.title && !document.facts.title->value.empty();
  const std::string& title = titled ? document.facts.title->value : document.path;
  std::string path = html_text(document.path);
  if (!document.sha256.empty())
    path += "　SHA-256 " + html_text(document.sha256.substr(0, kHashDigits)) + "…";
  return "<h2 id=\"t" + number + "\">" + html_text(title) + "</h2>\n" +
         html_element("p", "path", path) +
         html_element("p", "verdict " + std::string(verdict_class(document)),
                      html_text(verdict_words(document)));
}

std::string facts(const DocumentReport& document) {
  std::string html = "<dl class=\"facts\">\n";
  for (const LabelledFact& fact : labelled_facts(document.facts)) {
    html += "<div><dt>" + std::string(fact.label) + "</dt><dd>" +
            (fact.value.empty() ? "未见" : html_text(fact.value)) + "</dd></div>\n";
  }
  return html + "</dl>\n";
}

std::string_view item_class(const ElementState& element) {
  if (element.state == "absent")
    return element.optional ? "" : "wanting";
  return element.state == "section" ? "" : element.state == "mention" ? "wanting" : "weak";
}

std::string item_card(const Item& item) {
  const ElementState& element = *item.parts.front();
  std::string html = "<li class=\"" + std::string(item_class(element)) + "\"><b>" +
                     circled(item.number) + " " + html_text(element.label) +
                     "</b><span class=\"state\">" + html_text(item_state_words(item)) + "</span>";
  if (!element.heading.empty())
    html += "<small>" + html_text(element.heading) + "</small>";
  if (!element.nearest.empty())
    html += "<small>最接近：“" + html_text(element.nearest) + "”</small>";
  return html + "</li>\n";
}

std::string items(const DocumentReport& document) {
  std::string cards;
  for (const Item& item : items_of(document)) cards += item_card(item);
  return cards.empty() ? cards : "<h3>规定的内容</h3>\n<ol class=\"items\">\n" + cards + "</ol>\n";
}

/// What the conclusions do not cover: said before anything else.
std::string unchecked(const DocumentReport& document) {
  const std::string label = "<li><b>" + std::string(kUnchecked) + "</b>　";
  std::string html;
  for (const Loss& loss : document.losses) {
    if (loss.text_missing)
      html += label + html_text(place_words(loss.location) + " " + loss.what) +
              "；以下结论不包括该处。</li>\n";
  }
  for (const RuleResult& rule : document.rules) {
    if (is_undecided(rule.outcome)) {
      html += label + html_text(rule.title) + " <code>" + html_text(rule.id) + "</code>（" +
              std::string(words_of(rule.outcome)) +
              (rule.reason.empty() ? "" : "：" + html_text(rule.reason)) + "）</li>\n";
    }
  }
  return html.empty() ? html : "<ul class=\"unchecked\">\n" + html + "</ul>\n";
}

std::string details(std::string_view summary, const std::string& rows) {
  if (rows.empty())
    return rows;
  return "<details><summary>" + std::string(summary) + "</summary><ul>\n" + rows +
         "</ul></details>\n";
}

std::string outline(const DocumentReport& document) {
  std::string rows;
  for (const OutlineEntry& entry : document.outline) {
    const int level = entry.level < 1               ? 1
                      : entry.level > kDeepestLevel ? kDeepestLevel
                                                    : entry.level;
    rows += "<li class=\"level-" + std::to_string(level) + "\">" +
            html_text(entry.mark + entry.text) + "</li>\n";
  }
  return details("提纲", rows);
}

std::string left_out(const DocumentReport& document) {
  std::string rows;
  for (const Loss& loss : document.losses) {
    if (!loss.text_missing)
      rows += "<li>" + html_text(place_words(loss.location) + " " + loss.what) + "</li>\n";
  }
  return details("略去的内容", rows);
}

std::string explanation(const DocumentReport& document) {
  std::string rows;
  for (const std::string& line : document.explanation) rows += "<li>" + html_text(line) + "</li>\n";
  return details("判定过程", rows);
}

}  // namespace

std::string html_element(std::string_view name, std::string_view classes, std::string_view words) {
  const std::string tag(name);
  return "<" + tag + " class=\"" + std::string(classes) + "\">" + std::string(words) + "</" + tag +
         ">\n";
}

std::string html_document(const DocumentReport& document, std::size_t number) {
  const std::string own = std::to_string(number);
  std::string html = "<section class=\"document\" id=\"d" + own + "\" aria-labelledby=\"t" + own +
                     "\" data-status=\"" + std::string(name_of(document.status)) + "\">\n";
  html += head(document, own);
  if (document.status != DocumentStatus::kNotChecked)
    html += facts(document);
  html += unchecked(document);
  if (document.status == DocumentStatus::kChecked) {
    html += items(document) + html_findings(document, number) + html_ledger(document, number) +
            explanation(document) + outline(document);
  }
  return html + left_out(document);
}

}  // namespace plumbline::output
