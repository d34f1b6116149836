#include "engine/cli/waive.h"

#include <utility>

#include "engine/base/code_points.h"
#include "engine/io/file.h"

namespace plumbline::cli {
namespace {

constexpr std::size_t kLargestWaivers = 8u << 20;   // bytes
constexpr std::size_t kLargestBaseline = 1u << 30;  // bytes

std::optional<std::string> bytes_of(const std::string& path, std::size_t most,
                                    DiagnosticSink& sink) {
  Result<std::string> bytes = io::read_file(path, most);
  if (bytes)
    return *std::move(bytes);
  sink.add(bytes.error());
  return std::nullopt;
}

struct Words {
  const char* code;
  Say say;
};

Words words_of(waivers::Use use) {
  if (use == waivers::Use::kExpired)
    return {"P2105", Say::kWaiverExpired};
  if (use == waivers::Use::kUndecided)
    return {"P2106", Say::kWaiverUndecided};
  return {"P2104", Say::kWaiverUnused};
}

Diagnostic complaint(const waivers::WaiverFile& file, const waivers::Waiver& waiver,
                     waivers::Use use, const Session& session) {
  const Words words = words_of(use);
  return {.code = words.code,
          .level = Level::kWarning,
          .message = session.words(words.say, {waiver.rule, waiver.until}),
          .path = file.source->path,
          .line = waiver.at.line,
          .column = waiver.at.column,
          .length = static_cast<int>(utf8::length(waiver.rule)),
          .source = std::string(file.source->line(waiver.at.line))};
}

}  // namespace

Excuses read_excuses(const Arguments& arguments, const Engine& engine, DiagnosticSink& sink) {
  Excuses excuses;
  if (arguments.has("--waivers")) {
    const std::string path = arguments.value("--waivers");
    if (const auto bytes = bytes_of(path, kLargestWaivers, sink))
      excuses.waivers = waivers::read_waivers(path, *bytes, engine.rule_ids(), sink);
  }
  if (arguments.has("--baseline")) {
    const std::string path = arguments.value("--baseline");
    if (const auto bytes = bytes_of(path, kLargestBaseline, sink)) {
      Result<waivers::Baseline> baseline = waivers::read_baseline(path, *bytes);
      if (baseline)
        excuses.baseline = *std::move(baseline);
      else
        sink.add(baseline.error());
    }
  }
  return excuses;
}

Excusing::Excusing(const Excuses& excuses, std::string as_of)
    : excuses_(excuses), as_of_(std::move(as_of)) {
  std::vector<DocumentReport> none;
  uses_ = waivers::apply_waivers(excuses_.waivers.waivers, as_of_, none);
}

void Excusing::apply(DocumentReport& document) {
  std::vector<DocumentReport> one;
  one.push_back(std::move(document));
  const std::vector<waivers::Use> uses =
      waivers::apply_waivers(excuses_.waivers.waivers, as_of_, one);
  for (std::size_t i = 0; i < uses.size(); ++i) {
    if (uses[i] == waivers::Use::kUsed)
      uses_[i] = uses[i];
  }
  if (excuses_.baseline)
    waivers::apply_baseline(*excuses_.baseline, one);
  document = std::move(one.front());
}

std::vector<Diagnostic> Excusing::complaints(const Session& session) const {
  std::vector<Diagnostic> out;
  const auto& all = excuses_.waivers.waivers;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (uses_[i] != waivers::Use::kUsed)
      out.push_back(complaint(excuses_.waivers, all[i], uses_[i], session));
  }
  return out;
}

}  // namespace plumbline::cli
