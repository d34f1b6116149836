#include <algorithm>
#include <filesystem>
#include <ostream>

#include "engine/cli/commands.h"
#include "engine/cli/contact.h"
#include "engine/cli/inputs.h"
#include "engine/cli/options.h"
#include "engine/cli/outputs.h"
#include "engine/cli/packs.h"
#include "engine/cli/roll_call.h"
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
  Contact contact;
  std::optional<roster::Roster> roster;
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
  request.contact = read_contact(arguments, request.targets, session, sink);
  request.roster = read_roster(arguments, sink);
  return request;
}

WorkOptions work_options(const Request& request, std::size_t documents, const Session& session) {
  WorkOptions work;
  work.jobs = request.jobs;
  work.worker = session.environment.worker;
  work.keep_file = std::ranges::any_of(request.targets, [](const Target& target) {
    return target.writer->one_each && target.writer->needs_source;
  });
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

/// What standard error is told when all is done.
class Remarks {
 public:
  Remarks(const Request& request, const Session& session)
      : session_(session),
        tells_unchecked_(!goes_to_standard_output(request.targets)),
        tells_explanations_(std::ranges::none_of(request.targets, shows_explanations)) {}

  void add(const DocumentReport& document) {
    // Without a report on the screen the documents that were not checked would pass in silence.
    if (tells_unchecked_ && document.status != DocumentStatus::kChecked)
      unchecked_.push_back({.code = "P3201",
                            .level = Level::kWarning,
                            .message = message(document.status == DocumentStatus::kOtherKind
                                                   ? Say::kOtherKindBecause
                                                   : Say::kNotCheckedBecause,
                                               {document.reason}),
                            .path = document.path});
    for (const std::string& line : document.explanation) {
      if (tells_explanations_)
        explanations_.push_back(document.path + ": " + line);
    }
  }

  void add(const RollCall& roll_call) {
    // So that it is not said twice where the text says it.
    if (tells_explanations_)
      roster_ = roll_call.complaints(session_);
  }

  /// What stands below a text report on the screen.
  bool end_text(const RollCall& roll_call) const {
    return tells_explanations_ || print(session_, roll_call.words());
  }

  void tell() const {
    for (const Diagnostic& one : unchecked_) session_.complain(one);
    for (const Diagnostic& one : roster_) session_.complain(one);
    for (const std::string& line : explanations_)
      session_.environment.err << output::printable(line) << "\n";
  }

 private:
  /// Only the text format has a place for them.
  static bool shows_explanations(const Target& target) {
    return target.file.empty() && target.writer->name == "text";
  }

  const Session& session_;
  bool tells_unchecked_, tells_explanations_;
  std::vector<Diagnostic> unchecked_, roster_;
  std::vector<std::string> explanations_;
};

/// The run without its documents.
RunReport head_of(const Engine& engine, const CheckOptions& options) {
  RunReport run;
  run.version = version();
  run.profile = options.profile;
  run.as_of = options.as_of;
  run.reporter = options.reporter;
  run.packs = engine.packs();
  return run;
}

/// 2 outranks 3, 3 outranks 1.
int status_of(const Tally& tally, const RollCall& roll_call, bool warned) {
  if (roll_call.misses())
    return kNotChecked;
  return tally.status() == kClean && warned ? kFindings : tally.status();
}

/// The roster may lie among the submissions.
void leave_out(const std::string& roster, Inputs& inputs) {
  std::error_code none;
  inputs.skipped += static_cast<int>(std::erase_if(inputs.documents, [&](const Input& input) {
    return std::filesystem::equivalent(input.path, roster, none);
  }));
}

int check_inputs(const Engine& engine, const Request& request, const Excuses& excuses,
                 const Inputs& inputs, const Session& session) {
  tell_blanks(request.contact, request.targets, session);
  Outputs outputs(request.targets, head_of(engine, request.options), request.contact, session);
  Remarks remarks(request, session);
  Excusing excusing(excuses, request.options.as_of);
  Tally tally(request.fail_on, inputs.skipped);
  RollCall roll_call(request.roster);
  tally.skip(check_all(engine, request.options, inputs.documents,
                       work_options(request, inputs.documents.size(), session),
                       [&](DocumentReport&& document) {
                         excusing.apply(document);
                         tally.add(document);
                         roll_call.add(document);
                         remarks.add(document);
                         outputs.add(std::move(document));
                       }));
  remarks.add(roll_call);
  remarks.tell();
  // As warnings they count for --fail-on.
  const std::vector<Diagnostic> complaints = excusing.complaints(session);
  for (const Diagnostic& complaint : complaints) session.complain(complaint);
  if (!outputs.finish(tally.summary()) || !remarks.end_text(roll_call))
    return kUsage;
  const bool warned =
      !complaints.empty() && request.fail_on && *request.fail_on <= Severity::kWarning;
  return status_of(tally, roll_call, warned);
}

}  // namespace

int run_check(const Arguments& arguments, const Session& session) {
  DiagnosticSink sink;
  const Request request = make_request(arguments, session, sink);
  std::shared_ptr<const Engine> engine;
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
    std::vector<std::string> others;
    if (request.roster)
      leave_out(arguments.value("--roster"), inputs);
    for (const std::string_view flag : {"--waivers", "--contact", "--roster"}) {
      if (arguments.has(flag))
        others.push_back(arguments.value(flag));
    }
    spare_inputs(request.targets, inputs.documents, others, session, sink);
  }
  session.complain(sink);
  if (sink.has_errors())
    return kUsage;
  return check_inputs(*engine, request, excuses, inputs, session);
}

int run_note(const Arguments& arguments, const Session& session) {
  Arguments with_format = arguments;
  with_format.values["--format"] = {"note"};
  return run_check(with_format, session);
}

}  // namespace plumbline::cli
