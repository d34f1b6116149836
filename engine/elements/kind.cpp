#include "engine/elements/kind.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace plumbline::elements {
namespace {

using document::Document;
using document::Role;

constexpr std::size_t kHeadBytes = 2400;  // about 800 characters

TextSpan fact_span(const std::optional<document::Fact>& fact) {
  return fact ? fact->at : TextSpan{};
}

/// Title to the first heading; no further than kHeadBytes.
TextSpan head_of(const Document& document) {
  const std::size_t size = document.text().view().size();
  std::size_t begin = fact_span(document.facts().title).begin;
  if (!document.facts().title) {
    const auto roles = document.roles();
    const auto first = std::find_if(roles.begin(), roles.end(),
                                    [](Role role) { return role != Role::kFurniture; });
    if (first != roles.end())
      begin =
          document.text().paragraphs()[static_cast<std::size_t>(first - roles.begin())].span.begin;
  }
  std::size_t end = std::min(size, begin + kHeadBytes);
  for (const document::Heading& heading : document.outline()) {
    if (heading.text.begin > begin) {
      end = std::min(end, heading.text.begin);
      break;
    }
  }
  return {begin, std::max(begin, end)};
}

std::vector<TextSpan> headings_of(const Document& document) {
  std::vector<TextSpan> spans;
  for (const document::Heading& heading : document.outline()) spans.push_back(heading.text);
  return spans;
}

std::vector<TextSpan> text_of(const Document& document) {
  std::vector<TextSpan> spans;
  const auto paragraphs = document.text().paragraphs();
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (document.role(i) != Role::kFurniture)
      spans.push_back(paragraphs[i].span);
  }
  return spans;
}

/// Where no title was found: the lines above the first sentence, addressee or heading, each on its
/// own. A title of a kind that nobody foresaw stands there, among the furniture of the page.
std::vector<TextSpan> front_of(const Document& document) {
  std::vector<TextSpan> spans;
  if (document.facts().title)
    return spans;
  const auto paragraphs = document.text().paragraphs();
  const auto roles = document.roles();
  for (std::size_t i = 0; i < paragraphs.size() && roles[i] == Role::kFurniture; ++i)
    spans.push_back(paragraphs[i].span);
  return spans;
}

std::vector<TextSpan> spans_of(const Document& document, std::string_view where) {
  if (where == "head")
    return {head_of(document)};
  if (where == "headings")
    return headings_of(document);
  if (where == "front")
    return front_of(document);
  if (where == "signature")
    return {fact_span(document.facts().signature)};
  if (where == "page")
    return {{0, document.text().view().size()}};
  return text_of(document);
}

bool found(const Document& document, const KindEvidence& evidence) {
  // A title over several lines is one line here.
  if (evidence.where == "title")
    return document.facts().title && evidence.match.found_in(document.facts().title->normal);
  int count = 0;
  for (TextSpan span : spans_of(document, evidence.where)) {
    if (span.empty())
      continue;
    // A stretch on its own, so that ^ and $ are its ends.
    const std::string_view words = document.text().view(span);
    evidence.match.each(words, {0, words.size()},
                        [&](const pattern::Match&) { return ++count < evidence.at_least; });
    if (count >= evidence.at_least)
      return true;
  }
  return false;
}

void append_reason(std::string& reasons, const std::string& reason) {
  if (reason.empty() || reasons.find(reason) != std::string::npos)
    return;
  if (!reasons.empty())
    reasons += "；";
  reasons += reason;
}

}  // namespace

KindVerdict judge_kind(const document::Document& document, std::span<const KindEvidence> evidence,
                       int threshold) {
  KindVerdict verdict;
  std::string against, missed;
  for (const KindEvidence& item : evidence) {
    const bool here = found(document, item);
    if (here)
      verdict.weight += item.weight;
    if (here == (item.weight < 0))
      append_reason(here ? against : missed, item.reason);
  }
  verdict.is_kind = verdict.weight >= threshold;
  if (!verdict.is_kind)
    verdict.reason = against.empty() ? missed : against;
  return verdict;
}

}  // namespace plumbline::elements
