#include <algorithm>
#include <ostream>

#include "engine/cli/commands.h"
#include "engine/cli/inputs.h"
#include "engine/cli/options.h"
#include "engine/cli/outputs.h"
#include "engine/cli/packs.h"
#include "engine/cli/summary.h"
#include "engine/cli/version.h"
#include "engine/cli/waive.h"
#include "engine/cli/work.h"
#include "engine/output/columns.h"

namespace plumbline::cli {
namespace {

/// The command line, checked as far as that goes without packs and documents.
struct Request {
  CheckOptions options;
  std::optional<Severity> fail_on;
  std::vector<Target> targets;
  std::size_t jobs = 1;
};

Request make_request(const Arguments& arguments, const Session& session, DiagnosticSink& sink) {
  Request request;
  if (arguments.paths.empty())
    sink.add(wrong_use("P3005", session.words(Say::kNoPath)));
  request.options = check_options(arguments, session, sink);
  request.fail_on = fail_on(arguments, session, sink);
  request.jobs = jobs(arguments, session, sink);
  request.targets = resolve_targets(arguments, session, sink);
  return request;
}

WorkOptions work_options(const Request& request, std::size_t documents, const Session& session) {
  WorkOptions work;
  work.jobs = request.jobs;
  work.worker = session.environment.worker;
  work.keep_source = std::ranges::any_of(
      request.targets, [](const Target& target) { return target.writer->needs_source; });
  if (session.environment.err_is_terminal && documents > 1) {
    work.on_progress = [&session, documents](std::size_t done) {
      // Blanks behind it wipe the line when all is done.
      const bool last = done == documents;
      const std::string words =
          session.words(Say::kProgress, {std::to_string(done), std::to_string(documents)});
      session.environment.err << '\r' << (last ? std::string(words.size(), ' ') + "\r" : words)
                              << std::flush;
    };
  }
  return work;
}

/// Without a report on the screen the documents that were not checked would pass in silence.
void tell_unchecked(const RunReport& report, const Session& session) {
  for (const DocumentReport& document : report.documents) {
    if (document.status != DocumentStatus::kChecked)
      session.complain({.code = "P3201",
                        .level = Level::kWarning,
                        .message = std::string(name_of(document.status)) + ": " + document.reason,
                        .path = document.path});
  }
}

/// Only the text format has a place for it.
void tell_explanations(const RunReport& report, const Request& request, const Session& session) {
  const bool is_told = std::ranges::any_of(request.targets, [](const Target& target) {
    return target.file.empty() && target.writer->name == "text";
  });
  if (is_told)
    return;
  for (const DocumentReport& document : report.documents) {
    for (const std::string& line : document.explanation)
      session.environment.err << output::printable(document.path + ": " + line) << "\n";
  }
}

/// The report, and what is to be said of waivers: as warnings they count for --fail-on.
struct Run {
  RunReport report;
  std::vector<Diagnostic> complaints;
};

Run run_report(const Engine& engine, const Request& request, const Excuses& excuses,
               const Inputs& inputs, const Session& session) {
  RunReport report;
  report.version = version();
  report.profile = request.options.profile;
  report.as_of = request.options.as_of;
  report.reporter = request.options.reporter;
  report.packs = engine.packs();
  Checked checked = check_all(engine, request.options, inputs.documents,
                              work_options(request, inputs.documents.size(), session));
  report.documents = std::move(checked.reports);
  std::vector<Diagnostic> complaints =
      apply_excuses(excuses, request.options.as_of, session, report.documents);
  report.summary = summarise(report.documents, inputs.skipped + checked.skipped);
  return {std::move(report), std::move(complaints)};
}

}  // namespace

int run_check(const Arguments& arguments, const Session& session) {
  DiagnosticSink sink;
  const Request request = make_request(arguments, session, sink);
  std::optional<Engine> engine;
  if (!sink.has_errors())
    engine = load_engine(arguments.all("--pack"), session, sink);
  Excuses excuses;
  if (engine) {
    engine->validate(request.options, sink);
    excuses = read_excuses(arguments, *engine, sink);
  }
  Inputs inputs;
  if (!sink.has_errors()) {
    inputs = gather_inputs(arguments.paths);
    std::vector<Input> spared = inputs.documents;
    if (arguments.has("--waivers"))
      spared.push_back({arguments.value("--waivers"), std::nullopt});
    spare_inputs(request.targets, spared, session, sink);
  }
  session.complain(sink);
  if (sink.has_errors())
    return kUsage;
  const Run run = run_report(*engine, request, excuses, inputs, session);
  const RunReport& report = run.report;
  if (!goes_to_standard_output(request.targets))
    tell_unchecked(report, session);
  tell_explanations(report, request, session);
  for (const Diagnostic& complaint : run.complaints) session.complain(complaint);
  if (!write_targets(request.targets, report, session))
    return kUsage;
  const int status = status_of(report.documents, request.fail_on);
  const bool warned =
      !run.complaints.empty() && request.fail_on && *request.fail_on <= Severity::kWarning;
  return status == kClean && warned ? kFindings : status;
}

}  // namespace plumbline::cli
