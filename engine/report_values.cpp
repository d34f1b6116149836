#include "engine/report_values.h"

namespace plumbline {
namespace {

std::optional<FactValue> value_of(const document::Document& document,
                                  const std::optional<document::Fact>& fact) {
  if (!fact)
    return std::nullopt;
  return FactValue{fact->value, document.locate(fact->at)};
}

std::optional<FactValue> value_of(const document::Document& document,
                                  const std::optional<document::DateFact>& date) {
  if (!date || !date->day.exists())
    return std::nullopt;
  return FactValue{date->day.iso(), document.locate(date->fact.at)};
}

}  // namespace

Facts report_facts(const document::Document& document) {
  const document::Facts& facts = document.facts();
  return {
      .title = value_of(document, facts.title),
      .report_year = value_of(document, facts.report_year),
      .issuer = value_of(document, facts.issuer),
      .document_number = value_of(document, facts.document_number),
      .signer = value_of(document, facts.signer),
      .addressee = value_of(document, facts.addressee),
      .signature = value_of(document, facts.signature),
      .date = value_of(document, facts.date),
  };
}

std::string heading_words(const document::Document& document, std::size_t heading) {
  if (heading == document::kNone)
    return "";
  const document::Heading& entry = document.outline()[heading];
  return document.text().display(entry.mark) + document.text().display(entry.text);
}

std::vector<OutlineEntry> report_outline(const document::Document& document) {
  std::vector<OutlineEntry> result;
  result.reserve(document.outline().size());
  for (const document::Heading& heading : document.outline()) {
    result.push_back(
        {heading.level, document.text().display(heading.mark),
         document.text().display(heading.text),
         document.locate(
             {heading.mark.empty() ? heading.text.begin : heading.mark.begin, heading.text.end})});
  }
  return result;
}

std::vector<ElementState> report_elements(const document::Document& document,
                                          std::span<const elements::Element> elements) {
  std::vector<ElementState> result;
  for (const elements::Element& element : elements) {
    ElementState state;
    state.id = element.definition->id;
    state.label = element.definition->label;
    state.item = element.definition->item;
    state.optional = element.definition->optional;
    state.state = elements::name_of(element.state);
    state.heading = heading_words(document, element.heading);
    state.nearest = heading_words(document, element.nearest);
    if (element.state != elements::State::kAbsent)
      state.location = document.locate(element.at);
    result.push_back(std::move(state));
  }
  return result;
}

}  // namespace plumbline
