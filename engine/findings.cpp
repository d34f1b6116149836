#include "engine/findings.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/base/sha256.h"
#include "engine/checks/locale_announced.h"
#include "engine/checks/message.h"
#include "engine/text/text.h"

namespace plumbline {
namespace {

constexpr std::size_t kFingerprintDigits = 16;

/// The entry for a state, or the entry for any state.
template <typename Map>
const typename Map::mapped_type* by_state(const Map& map, const std::string& state) {
  auto found = map.find(state);
  if (found == map.end())
    found = map.find("");
  return found == map.end() ? nullptr : &found->second;
}

std::string full_id(const checks::Context& context, const checks::Hit& hit) {
  return hit.name.empty() ? context.rule.id : context.rule.id + "." + hit.name;
}

/// What the profile says of this hit: outer nullopt = nothing.
std::optional<std::optional<Severity>> profile_severity(const checks::Context& context,
                                                        const checks::Hit& hit) {
  const rules::Profile* profile = context.pack.profile(context.profile);
  if (profile == nullptr)
    return std::nullopt;
  for (const std::string& id : {full_id(context, hit), context.rule.id}) {
    for (const rules::ProfileChange& change : profile->changes) {
      if (change.rule != id)
        continue;
      if (change.off)
        return std::optional<Severity>();
      if (const auto* severity = by_state(change.severity, hit.state))
        return *severity;
    }
  }
  return std::nullopt;
}

/// Where an absence is placed: its anchor, else the title, else the first line of the text.
TextSpan place_of(const checks::Context& context, const checks::Hit& hit) {
  if (!hit.at.empty())
    return hit.at;
  if (!hit.anchor.empty())
    return hit.anchor;
  if (context.document.facts().title)
    return context.document.facts().title->at;
  const auto paragraphs = context.document.text().paragraphs();
  return paragraphs.empty() ? TextSpan{} : paragraphs.front().span;
}

/// The severity that the rule itself gives a state in a report of this year.
std::optional<Severity> rule_severity(const checks::Context& context, const std::string& state,
                                      bool announced) {
  if (announced && context.rule.announced) {
    if (const auto* severity = by_state(context.rule.announced->severity, state))
      return *severity;
  }
  const auto* severity = by_state(context.rule.severity, state);
  return severity == nullptr ? std::nullopt : *severity;
}

/// A term that rests on practice alone is never an error, whatever its rule announces.
bool is_weak(const std::vector<BasisReference>& basis) {
  return !basis.empty() && std::ranges::all_of(basis, [](const BasisReference& one) {
    return one.level == "A4" || one.level == "A5";
  });
}

bool announcement_holds(const checks::Context& context) {
  return context.rule.announced && context.document.facts().year() >= context.rule.announced->from;
}

/// What will become of a finding like this; empty where nothing changes.
std::string announcement(const checks::Context& context, const checks::Hit& hit,
                         Severity severity) {
  if (!context.rule.announced || announcement_holds(context) || hit.severity || is_weak(hit.basis))
    return "";
  const std::optional<Severity> coming = rule_severity(context, hit.state, true);
  return coming && *coming != severity
             ? checks::announced_words(context.rule.announced->from, *coming)
             : "";
}

std::string words_for(const rules::TextByState& texts, const std::string& own,
                      const checks::Context& context, const checks::Hit& hit) {
  const std::string* chosen = own.empty() ? by_state(texts, hit.state) : &own;
  return chosen == nullptr ? "" : checks::fill(*chosen, context, hit.values);
}

/// The same edits in the text as read; none where one of them would swallow a line end or
/// furniture.
std::vector<Edit> raw_edits(const text::Text& text, const std::vector<checks::TextEdit>& edits) {
  std::vector<Edit> result;
  for (const checks::TextEdit& edit : edits) {
    const RawSpan raw = text.to_raw(edit.at);
    const std::string_view words = text.raw(raw);
    if (words.find_first_of("\r\n\f\v") != std::string_view::npos ||
        text::fold(words) != text.view(edit.at))
      return {};
    result.push_back({raw.begin, raw.end, edit.text});
  }
  return result;
}

}  // namespace

std::optional<Severity> severity_of(const checks::Context& context, const checks::Hit& hit) {
  if (const auto decided = profile_severity(context, hit))
    return *decided;
  if (hit.severity)
    return hit.severity;
  return rule_severity(context, hit.state, announcement_holds(context) && !is_weak(hit.basis));
}

Finding make_finding(const checks::Context& context, const checks::Hit& hit, Severity severity,
                     const Masking& masking) {
  const TextSpan place = place_of(context, hit);
  const RawSpan raw = context.document.text().to_raw(place);
  Finding finding;
  finding.rule = full_id(context, hit);
  finding.state = hit.state;
  finding.severity = severity;
  finding.absence = hit.at.empty();
  finding.location = context.document.locate(place);
  finding.raw_begin = raw.begin;
  finding.raw_end = finding.absence ? raw.begin : raw.end;
  if (!finding.absence) {
    finding.quote = masking.raw(context.document, hit.at);
    finding.normalized = masking.normal(context.document, hit.at);
  }
  checks::Hit told = hit;
  told.values.emplace("quote", masking.display(context.document, hit.at));
  finding.message = words_for(context.rule.message, hit.message, context, told);
  finding.advice = words_for(context.rule.advice, hit.advice, context, told);
  finding.advice += announcement(context, hit, severity);
  finding.basis = hit.basis.empty() ? context.rule.basis : hit.basis;
  finding.edits = raw_edits(context.document.text(), hit.edits);
  return finding;
}

void order_findings(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.raw_begin, a.raw_end, a.rule) < std::tie(b.raw_begin, b.raw_end, b.rule);
  });
  std::map<std::string, int> seen;
  for (Finding& finding : findings) {
    const std::string key =
        finding.rule + '\n' + finding.location.section + '\n' + finding.normalized;
    const int occurrence = ++seen[key];
    finding.fingerprint =
        sha256(key + '\n' + std::to_string(occurrence)).substr(0, kFingerprintDigits);
  }
}

}  // namespace plumbline
