#include "engine/cli/options.h"

#include <algorithm>
#include <thread>

#include "engine/base/iso_day.h"
#include "engine/base/whole_number.h"

namespace plumbline::cli {
namespace {

constexpr std::size_t kMostJobs = 1024;

Diagnostic bad_value(std::string_view flag, const std::string& value, Say allowed,
                     const Session& session) {
  return wrong_use("P3013", session.words(Say::kBadValue, {flag, value, session.words(allowed)}));
}

}  // namespace

CheckOptions check_options(const Arguments& arguments, const Session& session,
                           DiagnosticSink& sink) {
  CheckOptions options;
  options.profile = arguments.value("--profile", options.profile);
  options.reporter = arguments.value("--reporter");
  options.as_of = arguments.value("--as-of");
  options.explain = arguments.value("--explain");
  options.ocr = arguments.has("--ocr");
  if (arguments.has("--as-of") && !is_iso_day(options.as_of))
    sink.add(bad_value("--as-of", options.as_of, Say::kAllowedDate, session));
  return options;
}

std::optional<Severity> fail_on(const Arguments& arguments, const Session& session,
                                DiagnosticSink& sink) {
  const std::string word = arguments.value("--fail-on", "error");
  const std::optional<Severity> severity = severity_named(word);
  if (!severity && word != "never")
    sink.add(bad_value("--fail-on", word, Say::kAllowedFailOn, session));
  return severity;
}

int percent(const Arguments& arguments, std::string_view flag, const Session& session,
            DiagnosticSink& sink) {
  constexpr unsigned kWhole = 100;
  if (!arguments.has(flag))
    return 0;
  const std::string word = arguments.value(flag);
  const std::optional<unsigned> value = whole_number(word);
  if (!value || *value > kWhole) {
    sink.add(bad_value(flag, word, Say::kAllowedPercent, session));
    return 0;
  }
  return static_cast<int>(*value);
}

std::string format_among(const Arguments& arguments, std::span<const std::string_view> known,
                         const Session& session, DiagnosticSink& sink) {
  std::string word = arguments.value("--format", known.front());
  if (std::ranges::find(known, word) != known.end())
    return word;
  const std::vector<std::string> names(known.begin(), known.end());
  std::string listed;
  for (const std::string& name : names) listed += (listed.empty() ? "" : " ") + name;
  sink.add(wrong_use("P3007", session.words(Say::kUnknownFormat, {word, listed}) +
                                  suggestion(session.language, word, names)));
  return std::string(known.front());
}

std::size_t jobs(const Arguments& arguments, const Session& session, DiagnosticSink& sink) {
  if (!arguments.has("--jobs"))
    return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kMostJobs);
  const std::string word = arguments.value("--jobs");
  const std::optional<unsigned> count = whole_number(word);
  if (!count || *count == 0 || *count > kMostJobs) {
    sink.add(bad_value("--jobs", word, Say::kAllowedJobs, session));
    return 1;
  }
  return *count;
}

}  // namespace plumbline::cli
