#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/cli/arguments.h"
#include "engine/cli/cli.h"
#include "engine/cli/session.h"
#include "engine/roster/attendance.h"
#include "plumbline/report.h"

namespace plumbline::cli {

/// --roster, read; nullopt without it. Complains about a file that cannot be read and its form.
std::optional<roster::Roster> read_roster(const Arguments& arguments, DiagnosticSink& sink);

/// Calls the roll over the documents of a run.
class RollCall {
 public:
  explicit RollCall(const std::optional<roster::Roster>& roster);

  void add(const DocumentReport& document);
  /// The end of a text report, in Chinese as all reports; empty without a roster.
  std::string words() const;
  /// Who has submitted nothing that could be checked, and what is no unit's: for standard error
  /// where the report does not say so.
  std::vector<Diagnostic> complaints(const Session& session) const;
  /// A unit has submitted nothing that could be checked.
  bool misses() const;

 private:
  std::optional<roster::Attendance> attendance_;
};

}  // namespace plumbline::cli
