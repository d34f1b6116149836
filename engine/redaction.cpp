#include "engine/redaction.h"

#include <utility>

namespace plumbline {

void redact(DocumentReport& report, const document::Document& document, const Masking& masking) {
  const auto mask = [&](std::string& words) {
    words = masking.in_words(document, std::move(words));
  };
  Facts& facts = report.facts;
  for (std::optional<FactValue>* fact : {&facts.title, &facts.issuer, &facts.document_number,
                                         &facts.signer, &facts.addressee, &facts.signature}) {
    if (*fact)
      mask((*fact)->value);
  }
  for (OutlineEntry& entry : report.outline) mask(entry.text);
  for (ElementState& element : report.elements) {
    mask(element.heading);
    mask(element.nearest);
  }
  for (RuleResult& rule : report.rules) mask(rule.reason);
  for (Finding& finding : report.findings) {
    mask(finding.message);
    mask(finding.advice);
  }
  for (Loss& loss : report.losses) mask(loss.what);
  for (std::string& line : report.explanation) mask(line);
  mask(report.reason);
}

}  // namespace plumbline
