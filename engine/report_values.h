#pragma once

#include <span>
#include <vector>

#include "engine/document/document.h"
#include "engine/elements/elements.h"
#include "plumbline/report.h"

/// From the stages' own types to the plain values of the report.
namespace plumbline {

Facts report_facts(const document::Document& document);
std::vector<OutlineEntry> report_outline(const document::Document& document);
std::vector<ElementState> report_elements(const document::Document& document,
                                          std::span<const elements::Element> elements);
/// Mark and words of a heading as printed.
std::string heading_words(const document::Document& document, std::size_t heading);

}  // namespace plumbline
