#include "engine/rules/fact_pattern.h"

#include <map>
#include <mutex>
#include <utility>

#include "engine/rules/messages_pack.h"
#include "engine/rules/pack.h"
#include "engine/rules/pattern_source.h"
#include "engine/rules/source_file.h"

namespace plumbline::rules {
namespace {

// Any year of four digits proves that a pattern compiles for all of them.
constexpr int kSampleYear = 2000;
// A batch holds a handful of years; a hostile one shall not grow the cache.
constexpr std::size_t kMostYears = 64;

void complain(const Node& scalar, const Assembled& assembled, const pattern::PatternError& error,
              DiagnosticSink& sink) {
  const Assembled::Place place = assembled.source_place(error.offset, error.length);
  Diagnostic told = diagnostic_inside(scalar, place.offset, place.length, error.message);
  if (!place.term.empty())
    told.message = {words::kInTerm, {error.message, place.term}};
  sink.add(std::move(told));
}

bool usable(const Node& scalar, const Assembled& assembled, DiagnosticSink& sink) {
  for (const SourceError& error : assembled.errors)
    sink.add(diagnostic_inside(scalar, error.offset, error.length, error.message));
  return assembled.errors.empty();
}

std::optional<pattern::Pattern> compiled(const Node& scalar, const Assembled& assembled,
                                         const Pack& pack, DiagnosticSink& sink) {
  if (const auto known = pack.patterns.find(assembled.text); known != pack.patterns.end())
    return known->second;
  pattern::PatternError error;
  auto out = pattern::Pattern::compile(assembled.text, error);
  if (!out)
    complain(scalar, assembled, error, sink);
  return out;
}

}  // namespace

struct FactPattern::Years {
  std::string source;
  std::mutex mutex;
  std::map<int, pattern::Pattern> patterns;
};

FactPattern::FactPattern(pattern::Pattern fixed) : fixed_(std::move(fixed)) {}

FactPattern::FactPattern(std::string source) : years_(std::make_shared<Years>()) {
  years_->source = std::move(source);
}

const std::string& FactPattern::source() const {
  return years_ ? years_->source : fixed_.source();
}

std::optional<pattern::Pattern> FactPattern::for_year(int report_year) const {
  if (!years_)
    return fixed_;
  if (report_year == 0)
    return std::nullopt;
  const std::scoped_lock lock(years_->mutex);
  const auto found = years_->patterns.find(report_year);
  if (found != years_->patterns.end())
    return found->second;
  pattern::PatternError error;
  auto out = pattern::Pattern::compile(assemble(years_->source, {}, report_year).text, error);
  if (out && years_->patterns.size() < kMostYears)
    years_->patterns.emplace(report_year, *out);
  return out;
}

std::optional<FactPattern> compile_pattern(const Node& scalar, const Pack& pack,
                                           DiagnosticSink& sink) {
  const Assembled sample = assemble(scalar.scalar, pack.terms, kSampleYear);
  if (!usable(scalar, sample, sink))
    return std::nullopt;
  auto fixed = compiled(scalar, sample, pack, sink);
  if (!fixed)
    return std::nullopt;
  if (!sample.needs_year)
    return FactPattern(std::move(*fixed));
  return FactPattern(assemble(scalar.scalar, pack.terms, std::nullopt).text);
}

std::vector<FactPattern> compile_patterns(const Node* node, const Pack& pack,
                                          DiagnosticSink& sink) {
  std::vector<FactPattern> out;
  for (const Node* scalar : nodes_of(node)) {
    if (auto one = compile_pattern(*scalar, pack, sink))
      out.push_back(std::move(*one));
  }
  return out;
}

std::optional<pattern::Pattern> compile_fixed_pattern(const Node& scalar, const Pack& pack,
                                                      DiagnosticSink& sink) {
  const Assembled sample = assemble(scalar.scalar, pack.terms, kSampleYear);
  if (!usable(scalar, sample, sink))
    return std::nullopt;
  if (sample.needs_year) {
    sink.add(diagnostic_at(scalar, words::kYearTooEarly));
    return std::nullopt;
  }
  return compiled(scalar, sample, pack, sink);
}

std::vector<pattern::Pattern> compile_fixed_patterns(const Node* node, const Pack& pack,
                                                     DiagnosticSink& sink) {
  std::vector<pattern::Pattern> out;
  for (const Node* scalar : nodes_of(node)) {
    if (auto one = compile_fixed_pattern(*scalar, pack, sink))
      out.push_back(std::move(*one));
  }
  return out;
}

}  // namespace plumbline::rules
