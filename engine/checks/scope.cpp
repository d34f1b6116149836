#include "engine/checks/scope.h"

#include <algorithm>
#include <array>
#include <optional>

namespace plumbline::checks {
namespace {

using document::Document;
using document::Role;
using Spans = std::vector<TextSpan>;
using Elements = std::span<const elements::Element>;

constexpr std::string_view kElementPrefix = "element:";
constexpr std::string_view kPage = "page";

void add_fact(const std::optional<document::Fact>& fact, Spans& spans) {
  if (fact && !fact->at.empty())
    spans.push_back(fact->at);
}

void add_headings(const Document& document, int deepest, Spans& spans) {
  for (const document::Heading& heading : document.outline()) {
    if (heading.level <= deepest)
      spans.push_back(
          {heading.mark.empty() ? heading.text.begin : heading.mark.begin, heading.text.end});
  }
}

void add_role(const Document& document, Role role, Spans& spans) {
  const auto paragraphs = document.text().paragraphs();
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (document.role(i) == role)
      spans.push_back(paragraphs[i].span);
  }
}

void whole(const Document& document, Elements, Spans& spans) {
  spans.push_back({0, document.text().view().size()});
}
void body(const Document& document, Elements, Spans& spans) {
  spans.push_back(document.body());
}
void title(const Document& document, Elements, Spans& spans) {
  add_fact(document.facts().title, spans);
}
void preamble(const Document& document, Elements, Spans& spans) {
  add_role(document, Role::kPreamble, spans);
}
void lead_in(const Document& document, Elements, Spans& spans) {
  spans.push_back(document.lead_in());
}
void all_headings(const Document& document, Elements, Spans& spans) {
  constexpr int kDeepest = 9;
  add_headings(document, kDeepest, spans);
}
void first_headings(const Document& document, Elements, Spans& spans) {
  add_headings(document, 1, spans);
}
void signature(const Document& document, Elements, Spans& spans) {
  add_fact(document.facts().signature, spans);
}
void date(const Document& document, Elements, Spans& spans) {
  if (document.facts().date)
    add_fact(document.facts().date->fact, spans);
}
void document_number(const Document& document, Elements, Spans& spans) {
  add_fact(document.facts().document_number, spans);
}
void addressee(const Document& document, Elements, Spans& spans) {
  add_fact(document.facts().addressee, spans);
}

struct Row {
  std::string_view name;
  void (*add)(const Document& document, Elements elements, Spans& spans);
};
constexpr std::array kRows = {
    Row{"whole", whole},
    Row{kPage, whole},
    Row{"body", body},
    Row{"title", title},
    Row{"preamble", preamble},
    Row{"lead-in", lead_in},
    Row{"headings", all_headings},
    Row{"headings-1", first_headings},
    Row{"signature", signature},
    Row{"date", date},
    Row{"document-number", document_number},
    Row{"addressee", addressee},
};

void add_element(std::string_view id, Elements elements, Spans& spans) {
  for (const elements::Element& element : elements) {
    if (element.definition != nullptr && element.definition->id == id)
      spans.insert(spans.end(), element.spans.begin(), element.spans.end());
  }
}

void add_scope(std::string_view scope, const Document& document, Elements elements, Spans& spans) {
  if (scope.starts_with(kElementPrefix))
    return add_element(scope.substr(kElementPrefix.size()), elements, spans);
  for (const Row& row : kRows) {
    if (row.name == scope)
      return row.add(document, elements, spans);
  }
}

/// Sorted, without empty spans, overlapping ones and those that only a line end parts made one.
Spans merged(Spans spans, std::string_view text) {
  std::erase_if(spans, [](TextSpan span) { return span.empty(); });
  std::ranges::sort(spans);
  Spans result;
  for (const TextSpan span : spans) {
    if (!result.empty() && span.begin <= result.back().end)
      result.back().end = std::max(result.back().end, span.end);
    else if (!result.empty() && span.begin == result.back().end + 1 &&
             text[result.back().end] == '\n')
      result.back().end = span.end;
    else
      result.push_back(span);
  }
  return result;
}

Spans readable(const Document& document) {
  Spans spans;
  const auto paragraphs = document.text().paragraphs();
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (document.role(i) != Role::kFurniture)
      spans.push_back(paragraphs[i].span);
  }
  return merged(std::move(spans), document.text().view());
}

/// Both lists sorted and disjoint.
Spans intersection(const Spans& left, const Spans& right) {
  Spans result;
  for (std::size_t i = 0, j = 0; i < left.size() && j < right.size();) {
    const TextSpan both{std::max(left[i].begin, right[j].begin),
                        std::min(left[i].end, right[j].end)};
    if (both.begin < both.end)
      result.push_back(both);
    left[i].end < right[j].end ? ++i : ++j;
  }
  return result;
}

}  // namespace

std::vector<TextSpan> spans_of(std::string_view scope, const document::Document& document,
                               std::span<const elements::Element> elements) {
  const std::string name(scope);
  return spans_of(std::span(&name, 1), document, elements);
}

std::vector<TextSpan> spans_of(std::span<const std::string> scopes,
                               const document::Document& document,
                               std::span<const elements::Element> elements) {
  Spans spans;
  for (const std::string& scope : scopes) add_scope(scope, document, elements, spans);
  Spans all = merged(std::move(spans), document.text().view());
  if (std::ranges::find(scopes, kPage) != scopes.end())
    return all;
  return intersection(all, readable(document));
}

std::vector<std::string> scopes_at(const rules::Node& node, std::string_view fallback) {
  std::vector<std::string> scopes = rules::strings_at(node, "scope");
  if (scopes.empty())
    scopes.emplace_back(fallback);
  return scopes;
}

}  // namespace plumbline::checks
