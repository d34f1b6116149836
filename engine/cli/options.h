#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/cli/arguments.h"
#include "engine/cli/session.h"
#include "plumbline/engine.h"

namespace plumbline::cli {

/// --profile, --reporter, --as-of, --explain; complains about a date that no calendar has.
CheckOptions check_options(const Arguments& arguments, const Session& session,
                           DiagnosticSink& sink);

/// --fail-on; nullopt = never.
std::optional<Severity> fail_on(const Arguments& arguments, const Session& session,
                                DiagnosticSink& sink);

/// --jobs; the number of processors without it.
std::size_t jobs(const Arguments& arguments, const Session& session, DiagnosticSink& sink);

/// A flag that takes 0 to 100; 0 without it.
int percent(const Arguments& arguments, std::string_view flag, const Session& session,
            DiagnosticSink& sink);

/// --format of a command with formats of its own; the first is the default.
std::string format_among(const Arguments& arguments, std::span<const std::string_view> known,
                         const Session& session, DiagnosticSink& sink);

}  // namespace plumbline::cli
