#pragma once

#include <string>

#include "plumbline/reading.h"
#include "plumbline/report.h"

/// What `plumbline show` and `plumbline text` print: the document, not its faults.
namespace plumbline::output {

/// Title, facts, elements and outline of one document, each with its place.
std::string overview(const DocumentReport& document);

/// Every block as read with its place, and what was lost.
std::string reading_words(const Reading& reading);

/// The same for whoever debugs a reader: kind, place, bytes and marks of every block, losses with
/// their kinds.
std::string annotated_reading(const Reading& reading);

}  // namespace plumbline::output
