#include "plumbline/engine.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "engine/assessment.h"
#include "engine/base/diagnostic.h"
#include "engine/base/in_parallel.h"
#include "engine/base/sha256.h"
#include "engine/checks/locale_reasons.h"
#include "engine/elements/kind.h"
#include "engine/messages.h"
#include "engine/option_check.h"
#include "engine/readers/reader.h"
#include "engine/redaction.h"
#include "engine/report_values.h"
#include "engine/text/text.h"

namespace plumbline {

struct Engine::Impl {
  std::vector<CompiledPack> packs;
};

namespace {

std::optional<CompiledPack> compile(std::shared_ptr<const rules::Pack> shared,
                                    DiagnosticSink& sink) {
  CompiledPack compiled{std::move(shared), {}};
  const rules::Pack& pack = *compiled.pack;
  compiled.checks.resize(pack.rules.size());
  std::vector<DiagnosticSink> found(pack.rules.size());
  in_parallel(pack.rules.size(), [&](std::size_t i) {
    for (const checks::Kind& kind : checks::kinds()) {
      if (kind.name == pack.rules[i].kind)
        compiled.checks[i] = kind.compile(pack.rules[i], pack, found[i]);
    }
  });
  for (const DiagnosticSink& own : found) {
    for (const Diagnostic& one : own.all()) sink.add(one);
  }
  const auto is_made = [](const auto& check) { return check != nullptr; };
  if (sink.has_errors() || !std::ranges::all_of(compiled.checks, is_made))
    return std::nullopt;
  return compiled;
}

/// A document as one pack's vocabulary sees it.
struct Reading {
  const CompiledPack* pack = nullptr;
  document::Document document;
  elements::KindVerdict kind;
};

Reading read_with(const CompiledPack& compiled, const text::Text& text, int report_year) {
  Reading reading{
      &compiled, document::Document::build(text, compiled.pack->vocabulary, report_year), {}};
  if (compiled.pack->any_kind)
    reading.kind.is_kind = true;
  else
    reading.kind =
        elements::judge_kind(reading.document, compiled.pack->kind, compiled.pack->kind_threshold);
  return reading;
}

/// The day that the report is judged on lies in the pack's `effective`; an unknown day does.
bool in_force(const Reading& reading, const std::optional<document::Date>& as_of) {
  const rules::Pack& pack = *reading.pack->pack;
  const auto& fact = reading.document.facts().date;
  if (!as_of && (!fact || !fact->day.exists()))
    return true;
  const std::string day = as_of ? as_of->iso() : fact->day.iso();
  return day >= pack.effective_from &&
         (pack.effective_until.empty() || day <= pack.effective_until);
}

/// The first pack in force whose kind recognises the text, else the first that recognises it; the
/// first pack's reading where none does.
Reading choose_reading(std::span<const CompiledPack> packs, const text::Text& text,
                       const CheckOptions& options) {
  const std::optional<document::Date> as_of = parse_day(options.as_of);
  Reading chosen = read_with(packs.front(), text, options.report_year);
  if (chosen.kind.is_kind && in_force(chosen, as_of))
    return chosen;
  for (const CompiledPack& compiled : packs.subspan(1)) {
    Reading next = read_with(compiled, text, options.report_year);
    const bool now = next.kind.is_kind && in_force(next, as_of);
    if (now || (next.kind.is_kind && !chosen.kind.is_kind))
      chosen = std::move(next);
    if (now)
      break;
  }
  if (chosen.kind.is_kind && !in_force(chosen, as_of)) {
    const rules::Pack& pack = *chosen.pack->pack;
    chosen.kind.reason =
        checks::reasons::not_in_force(pack.id, pack.effective_from, pack.effective_until);
  }
  return chosen;
}

void describe(DocumentReport& report, const document::Document& document) {
  report.facts = report_facts(document);
  report.outline = report_outline(document);
  const auto losses = document.text().losses();
  report.losses.assign(losses.begin(), losses.end());
  report.source.text = document.text().raw();
}

void cover(DocumentReport& report, const document::Document& document, const Masking& masking) {
  report.source.masked = masking.raw_spans(document);
  redact(report, document, masking);
}

void check_reading(DocumentReport& report, const Reading& reading, const CheckOptions& options) {
  const rules::Pack& pack = *reading.pack->pack;
  const std::vector<elements::Element> elements =
      elements::recognise(reading.document, pack.elements);
  report.status = DocumentStatus::kChecked;
  report.pack = pack.id;
  report.reporter =
      options.reporter.empty() ? infer_reporter(pack, reading.document) : options.reporter;
  report.elements = report_elements(reading.document, elements);
  Assessment assessment =
      assess(*reading.pack, {reading.document, elements, report.reporter, parse_day(options.as_of)},
             options);
  report.rules = std::move(assessment.rules);
  report.findings = std::move(assessment.findings);
  report.explanation = std::move(assessment.explanation);
  report.score = assessment.score;
  cover(report, reading.document, assessment.masking);
}

/// Facts and headings are told of a text of another kind too: its personal data is masked as well.
void cover_other_kind(DocumentReport& report, const Reading& reading, const CheckOptions& options) {
  const Subject subject = {reading.document, {}, options.reporter, parse_day(options.as_of)};
  cover(report, reading.document, personal_data(*reading.pack, subject, options));
}

}  // namespace

Engine::Engine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

std::optional<Engine> Engine::create(std::vector<std::shared_ptr<const rules::Pack>> packs,
                                     DiagnosticSink& sink) {
  auto impl = std::make_unique<Impl>();
  for (std::shared_ptr<const rules::Pack>& pack : packs) {
    if (auto compiled = compile(std::move(pack), sink))
      impl->packs.push_back(*std::move(compiled));
  }
  if (sink.has_errors())
    return std::nullopt;
  if (impl->packs.empty()) {
    sink.add(diagnostic_of(words::kNoPackLoaded));
    return std::nullopt;
  }
  return Engine(std::move(impl));
}

std::vector<PackInfo> Engine::packs() const {
  std::vector<PackInfo> result;
  for (const CompiledPack& compiled : impl_->packs) {
    const rules::Pack& pack = *compiled.pack;
    result.push_back({pack.id, pack.version, pack.sha256, pack.title});
  }
  return result;
}

std::vector<std::string> Engine::rule_ids() const {
  std::vector<const rules::Pack*> packs;
  for (const CompiledPack& compiled : impl_->packs) packs.push_back(compiled.pack.get());
  return plumbline::rule_ids(packs);
}

void Engine::validate(const CheckOptions& options, DiagnosticSink& sink) const {
  std::vector<const rules::Pack*> packs;
  for (const CompiledPack& compiled : impl_->packs) packs.push_back(compiled.pack.get());
  check_options(options, packs, sink);
}

DocumentReport Engine::check(const InputDocument& input, const CheckOptions& options) const {
  return check(input,
               readers::read(input.path, input.bytes,
                             {.max_input_bytes = options.max_input_bytes, .ocr = options.ocr}),
               options);
}

DocumentReport Engine::check(const InputDocument& input, readers::Extraction extraction,
                             const CheckOptions& options) const {
  DocumentReport report;
  report.path = input.path;
  report.sha256 = sha256(input.bytes);
  try {
    const text::Text text = text::Text::build(std::move(extraction));
    report.format = text.extraction().format;
    report.read = text.extraction().outcome;
    report.reason = text.extraction().message;
    if (report.read != ReadOutcome::kOk && report.read != ReadOutcome::kOkWithLosses) {
      report.losses.assign(text.losses().begin(), text.losses().end());
      return report;
    }
    const Reading reading = choose_reading(impl_->packs, text, options);
    describe(report, reading.document);
    report.reason = reading.kind.reason;
    report.status = DocumentStatus::kOtherKind;
    if (reading.kind.is_kind)
      check_reading(report, reading, options);
    else
      cover_other_kind(report, reading, options);
  } catch (const std::exception& error) {
    report = {.path = input.path, .sha256 = report.sha256, .format = report.format};
    report.read = ReadOutcome::kCrashed;
    report.reason = error.what();
  }
  return report;
}

std::string Engine::dump(readers::Extraction extraction) const {
  return document::Document::build(text::Text::build(std::move(extraction)),
                                   impl_->packs.front().pack->vocabulary)
      .dump();
}

}  // namespace plumbline
