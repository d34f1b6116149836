#include "engine/assessment.h"

#include <algorithm>
#include <exception>
#include <set>

#include "engine/checks/condition.h"
#include "engine/checks/locale_reasons.h"
#include "engine/findings.h"
#include "engine/masking.h"
#include "engine/score/score.h"

namespace plumbline {
namespace {

using checks::Context;
using checks::Verdict;

/// nullopt where the rule applies, else why it does not.
std::optional<Verdict> not_applying(const Context& context) {
  if (const rules::Profile* profile = context.pack.profile(context.profile)) {
    for (const rules::ProfileChange& change : profile->changes) {
      if (change.rule == context.rule.id && change.off)
        return Verdict{Outcome::kNotApplicable, change.reason, {}};
    }
  }
  for (const elements::Element& element : context.elements) {
    if (element.definition->id == context.rule.blocked_by &&
        element.state == elements::State::kAbsent)
      return Verdict{Outcome::kBlocked, element.definition->label, {}};
  }
  const checks::Condition condition = checks::applies(context);
  if (condition.answer == checks::Answer::kYes)
    return std::nullopt;
  return Verdict{
      condition.answer == checks::Answer::kNo ? Outcome::kNotApplicable : Outcome::kNeedsReview,
      condition.reason,
      {}};
}

Verdict run(const checks::Check& check, const Context& context) {
  try {
    if (auto verdict = not_applying(context))
      return *std::move(verdict);
    return check.run(context);
  } catch (const std::exception& error) {
    return {Outcome::kRuleError, error.what(), {}};
  }
}

/// What could not be read, or empty: then nothing can be called absent.
// Findings of one rule in one document. A text made to be wrong everywhere must not fill the
// memory.
constexpr std::size_t kMostListed = 1000;

std::string unread_part(const document::Document& document) {
  for (const Loss& loss : document.text().losses()) {
    if (loss.text_missing)
      return loss.what;
  }
  return "";
}

/// Where a machine recognised the words on a picture: what is found there may be its mistake.
struct Recognised {
  std::set<int> pages, paragraphs;

  bool empty() const { return pages.empty() && paragraphs.empty(); }
  bool holds(const Location& place) const {
    return pages.contains(place.page) || paragraphs.contains(place.paragraph);
  }
};
Recognised recognised_parts(const document::Document& document) {
  Recognised parts;
  for (const Loss& loss : document.text().losses()) {
    if (loss.kind == "ocr" && loss.location.paragraph > 0)
      parts.paragraphs.insert(loss.location.paragraph);
    else if (loss.kind == "ocr")
      parts.pages.insert(loss.location.page);
  }
  return parts;
}

Outcome outcome_of(int possible, int earned) {
  return possible > 0 && earned > 0 ? Outcome::kPartial : Outcome::kFail;
}

class Assessor {
 public:
  Assessor(const CompiledPack& compiled, const Subject& subject, const CheckOptions& options)
      : compiled_(compiled),
        subject_(subject),
        options_(options),
        unread_(unread_part(subject.document)),
        recognised_(recognised_parts(subject.document)) {}

  Assessment assess() {
    run_checks();
    for (std::size_t i = 0; i < verdicts_.size(); ++i) judge(i);
    order_findings(result_.findings);
    result_.score = score::compute(*compiled_.pack, result_.rules, errors());
    result_.masking = std::move(masking_);
    return std::move(result_);
  }

 private:
  Context context(std::size_t rule, checks::Trace* trace) const {
    return {*compiled_.pack,  compiled_.pack->rules[rule], subject_.document, subject_.elements,
            options_.profile, subject_.reporter,           subject_.as_of,    trace};
  }

  void run_checks() {
    for (std::size_t i = 0; i < compiled_.checks.size(); ++i) {
      const rules::Rule& rule = compiled_.pack->rules[i];
      checks::Trace trace;
      const bool explained = !options_.explain.empty() && options_.explain == rule.id;
      verdicts_.push_back(run(*compiled_.checks[i], context(i, explained ? &trace : nullptr)));
      if (explained)
        result_.explanation = trace.lines();
      if (!rule.mask)
        continue;
      for (const checks::Hit& hit : verdicts_.back().hits) masking_.add(hit.at);
    }
  }

  /// Says that something stands nowhere else.
  static bool is_about_rest(const checks::Hit& hit) { return hit.at.empty() || hit.needs_rest; }

  /// The words were recognised on a picture; with such pages an absence may be a misreading.
  bool is_doubtful(const checks::Hit& hit) const {
    if (recognised_.empty())
      return false;
    return is_about_rest(hit) || recognised_.holds(subject_.document.locate(hit.at));
  }

  int errors() const {
    return static_cast<int>(
        std::count_if(result_.findings.begin(), result_.findings.end(),
                      [](const Finding& finding) { return finding.severity == Severity::kError; }));
  }

  void judge(std::size_t index) {
    const Context where = context(index, nullptr);
    const Verdict& verdict = verdicts_[index];
    RuleResult result{where.rule.id,  where.rule.title,  verdict.outcome,
                      verdict.reason, where.rule.points, 0};
    score::Tally tally{verdict.outcome, {}};
    bool unread = false;
    std::string doubtful;  ///< what would be found, were the words certain
    std::size_t listed = 0, left_out = 0;
    Severity gravest = Severity::kNote;  // of the finding whose message is the reason
    for (const checks::Hit& hit : verdict.hits) {
      const std::optional<Severity> severity = severity_of(where, hit);
      if (!severity)
        continue;
      if (is_about_rest(hit) && !unread_.empty()) {
        // A note on how something stands is dropped; the rule holds.
        unread = unread || *severity != Severity::kNote || hit.at.empty();
        continue;
      }
      if (is_doubtful(hit)) {
        if (doubtful.empty())
          doubtful = make_finding(where, hit, *severity, masking_).message;
        continue;
      }
      if (*severity != Severity::kNote)
        tally.states.push_back(hit.state);
      if (listed == kMostListed) {
        ++left_out;
        continue;
      }
      ++listed;
      result_.findings.push_back(make_finding(where, hit, *severity, masking_));
      if (result.reason.empty() || *severity > gravest) {
        result.reason = result_.findings.back().message;
        gravest = *severity;
      }
    }
    if (tally.states.size() > 1 && left_out == 0)
      result.reason += checks::reasons::more_places(tally.states.size() - 1);
    result.unlisted = left_out;
    if (left_out > 0)
      result.reason += checks::reasons::not_listed(left_out);
    if (unread && tally.states.empty()) {
      result.outcome = tally.outcome = Outcome::kNotChecked;
      result.reason = unread_;
    }
    if (!doubtful.empty() && !unread && tally.states.empty()) {
      result.outcome = tally.outcome = Outcome::kNeedsReview;
      result.reason = checks::reasons::recognised(doubtful);
    }
    if (!tally.states.empty() && tally.outcome == Outcome::kPass)
      tally.outcome = Outcome::kFail;
    result.earned = score::earned_points(where.rule, tally);
    result.outcome = tally.outcome == Outcome::kFail ? outcome_of(result.possible, result.earned)
                                                     : tally.outcome;
    if (options_.explain == where.rule.id)
      explain(where, result, verdict);
    result_.rules.push_back(std::move(result));
  }

  /// What the rule came to and every place it hit, before the trace of its check.
  void explain(const Context& where, const RuleResult& result, const Verdict& verdict) {
    std::vector<std::string> lines = {result.id + " = " + std::string(name_of(result.outcome)) +
                                      (verdict.reason.empty() ? "" : " (" + verdict.reason + ")")};
    for (const checks::Hit& hit : verdict.hits) {
      const Location place = where.document.locate(hit.at.empty() ? hit.anchor : hit.at);
      lines.push_back("  + " + std::to_string(place.line) + ":" + std::to_string(place.column) +
                      " " + hit.name + (hit.name.empty() ? "" : " ") + hit.state + " " +
                      masking_.display(where.document, hit.at));
    }
    if (verdict.hits.empty())
      lines.push_back("  + 0");
    result_.explanation.insert(result_.explanation.begin(), lines.begin(), lines.end());
  }

  const CompiledPack& compiled_;
  const Subject& subject_;
  const CheckOptions& options_;
  const std::string unread_;
  const Recognised recognised_;
  std::vector<Verdict> verdicts_;
  Masking masking_;
  Assessment result_;
};

}  // namespace

std::string infer_reporter(const rules::Pack& pack, const document::Document& document) {
  if (!document.facts().issuer)
    return "";
  for (const rules::Reporter& reporter : pack.reporters) {
    for (const pattern::Pattern& issuer : reporter.issuer) {
      if (issuer.found_in(document.facts().issuer->normal))
        return reporter.id;
    }
  }
  return "";
}

Assessment assess(const CompiledPack& compiled, const Subject& subject,
                  const CheckOptions& options) {
  return Assessor(compiled, subject, options).assess();
}

Masking personal_data(const CompiledPack& compiled, const Subject& subject,
                      const CheckOptions& options) {
  Masking masking;
  for (std::size_t i = 0; i < compiled.checks.size(); ++i) {
    const rules::Rule& rule = compiled.pack->rules[i];
    if (!rule.mask)
      continue;
    const Verdict verdict =
        run(*compiled.checks[i], {*compiled.pack, rule, subject.document, subject.elements,
                                  options.profile, subject.reporter, subject.as_of, nullptr});
    for (const checks::Hit& hit : verdict.hits) masking.add(hit.at);
  }
  return masking;
}

}  // namespace plumbline
