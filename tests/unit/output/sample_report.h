#pragma once

#include "plumbline/report.h"

namespace plumbline::output {

/// One run with every kind of document: a draft with findings, a look-alike, an unreadable file.
RunReport sample_report();

/// A checked document without any finding.
DocumentReport clean_document();

}  // namespace plumbline::output
