#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/document.h"
#include "engine/elements/elements.h"
#include "engine/rules/node.h"
#include "plumbline/span.h"

/// Which part of a document a rule looks at (`scope:` in a pack).
namespace plumbline::checks {

/// Normalised text of a scope: sorted, disjoint, page furniture cut out (only `page` keeps it).
/// Empty where the document has no such part. Neighbouring paragraphs make one span, line ends
/// inside.
std::vector<TextSpan> spans_of(std::string_view scope, const document::Document& document,
                               std::span<const elements::Element> elements);
/// The union of several scopes.
std::vector<TextSpan> spans_of(std::span<const std::string> scopes,
                               const document::Document& document,
                               std::span<const elements::Element> elements);

/// `scope:` of a rule or a term: one name or a list; `fallback` where it is not given.
std::vector<std::string> scopes_at(const rules::Node& node, std::string_view fallback = "whole");

}  // namespace plumbline::checks
