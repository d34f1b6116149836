#include "engine/packtest/trial.h"

#include <algorithm>
#include <utility>

#include "engine/checks/check.h"
#include "engine/option_check.h"
#include "engine/readers/reader.h"
#include "engine/text/text.h"

namespace plumbline::packtest {
namespace {

/// As much of the pack as judging one compiled rule needs; the rest is looked up while compiling.
std::shared_ptr<rules::Pack> shell_of(const rules::Pack& pack, rules::Rule rule) {
  auto shell = std::make_shared<rules::Pack>();
  shell->id = pack.id;
  shell->version = pack.version;
  shell->profiles = pack.profiles;
  shell->grades = pack.grades;
  shell->rules.push_back(std::move(rule));
  rules::Rule& own = shell->rules.back();
  own.when = own.body.find("when");
  own.unless = own.body.find("unless");
  return shell;
}

bool same_finding(const Finding& one, const Finding& other) {
  return one.rule == other.rule && one.state == other.state && one.severity == other.severity &&
         one.message == other.message && one.raw_begin == other.raw_begin &&
         one.raw_end == other.raw_end;
}

}  // namespace

Prepared prepare(const rules::Pack& pack, std::string_view path, std::string_view bytes,
                 const CheckOptions& options) {
  Prepared subject;
  text::Text text =
      text::Text::build(readers::read(path, bytes, {.max_input_bytes = options.max_input_bytes}));
  const ReadOutcome outcome = text.extraction().outcome;
  subject.reason = text.extraction().message;
  subject.profile = options.profile;
  if (outcome != ReadOutcome::kOk && outcome != ReadOutcome::kOkWithLosses)
    return subject;
  subject.read = true;
  subject.document =
      document::Document::build(std::move(text), pack.vocabulary, options.report_year);
  subject.elements = elements::recognise(subject.document, pack.elements);
  subject.reporter =
      options.reporter.empty() ? infer_reporter(pack, subject.document) : options.reporter;
  subject.as_of = parse_day(options.as_of);
  return subject;
}

bool same(const Judgement& one, const Judgement& other) {
  return one.result.outcome == other.result.outcome &&
         std::ranges::equal(one.findings, other.findings, same_finding);
}

std::string headings_above(const Prepared& subject, const Finding& finding) {
  const text::Text& text = subject.document.text();
  std::string words;
  for (const document::Heading& heading : subject.document.outline()) {
    const RawSpan section = text.to_raw(heading.section);
    if (finding.raw_begin < section.begin || finding.raw_begin >= section.end)
      continue;
    const TextSpan line = {heading.mark.empty() ? heading.text.begin : heading.mark.begin,
                           heading.text.end};
    words += (words.empty() ? "" : ">") + std::string(text.raw(text.to_raw(line)));
  }
  return words;
}

std::optional<Trial> Trial::create(rules::Rule rule, const rules::Pack& pack,
                                   DiagnosticSink& sink) {
  const std::shared_ptr<rules::Pack> shell = shell_of(pack, std::move(rule));
  Trial trial;
  trial.compiled_.pack = shell;
  for (const checks::Kind& kind : checks::kinds()) {
    if (kind.name == shell->rules.front().kind)
      trial.compiled_.checks.push_back(kind.compile(shell->rules.front(), pack, sink));
  }
  if (sink.has_errors() || trial.compiled_.checks.empty())
    return std::nullopt;
  return trial;
}

Judgement Trial::judge(const Prepared& subject, std::span<const elements::Element> elements) const {
  if (!subject.read) {
    const rules::Rule& rule = compiled_.pack->rules.front();
    return {{rule.id, rule.title, Outcome::kNotChecked, subject.reason, rule.points, 0}, {}};
  }
  CheckOptions options;
  options.profile = subject.profile;
  Assessment assessment =
      assess(compiled_, {subject.document, elements, subject.reporter, subject.as_of}, options);
  return {std::move(assessment.rules.front()), std::move(assessment.findings)};
}

}  // namespace plumbline::packtest
