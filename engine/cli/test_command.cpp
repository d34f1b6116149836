#include <algorithm>

#include "engine/cli/commands.h"
#include "engine/cli/options.h"
#include "engine/cli/packs.h"
#include "engine/cli/test_words.h"
#include "engine/cli/version.h"
#include "engine/craft/test_json.h"
#include "engine/io/pack_files.h"
#include "engine/packtest/report.h"

namespace plumbline::cli {
namespace {

/// What the command line asks.
struct Request {
  packtest::Bars bars;
  std::string format;
  std::size_t jobs = 1;
};

Request make_request(const Arguments& arguments, const Session& session, DiagnosticSink& sink) {
  if (arguments.paths.empty())
    sink.add(wrong_use("P3005", session.words(Say::kNoPack)));
  return {{percent(arguments, "--min-coverage", session, sink),
           percent(arguments, "--min-mutation", session, sink)},
          format_among(arguments, formats_of("rules test"), session, sink),
          jobs(arguments, session, sink)};
}

std::string words_of(const std::vector<packtest::Report>& reports, const Request& request,
                     const Session& session) {
  if (request.format == "json")
    return craft::test_json(reports, request.bars, version());
  std::string words;
  for (const packtest::Report& report : reports) words += test_words(report, request.bars, session);
  return words;
}

}  // namespace

int run_rules_test(const Arguments& arguments, const Session& session) {
  DiagnosticSink sink;
  const Request request = make_request(arguments, session, sink);
  Packs packs;
  if (!sink.has_errors())
    packs = load_packs(arguments.paths, session, sink);
  const io::DiskPackFiles files(session.environment.pack_path);
  std::vector<packtest::Report> reports;
  for (std::size_t i = 0; i < packs.size() && !sink.has_errors(); ++i)
    reports.push_back(packtest::test(packs[i], files, request.jobs, sink));
  session.complain(sink);
  if (sink.has_errors() || !print(session, words_of(reports, request, session)))
    return kUsage;
  const bool passes = std::ranges::all_of(
      reports, [&](const packtest::Report& report) { return report.passes(request.bars); });
  return passes ? kClean : kFindings;
}

}  // namespace plumbline::cli
