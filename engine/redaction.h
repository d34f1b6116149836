#pragma once

#include "engine/document/document.h"
#include "engine/masking.h"
#include "plumbline/report.h"

namespace plumbline {

/// Stars personal data in every word of a report that was made from the text: facts, outline,
/// elements, reasons, messages. Quotes are masked where they are made, by their places.
void redact(DocumentReport& report, const document::Document& document, const Masking& masking);

}  // namespace plumbline
