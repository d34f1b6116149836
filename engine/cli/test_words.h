#pragma once

#include <string>

#include "engine/cli/session.h"
#include "engine/packtest/report.h"

namespace plumbline::cli {

/// What testing one pack told, for people: cases that fail as a difference, branches that no case
/// decides rule by rule, survivors, and the sums.
std::string test_words(const packtest::Report& report, const packtest::Bars& bars,
                       const Session& session);

}  // namespace plumbline::cli
