#include <algorithm>

#include "engine/waivers/messages.h"
#include "engine/waivers/waivers.h"

namespace plumbline::waivers {
namespace {

bool covers(const std::string& rule, const std::string& full_id) {
  return full_id == rule || (full_id.starts_with(rule) && full_id[rule.size()] == '.');
}

/// The whole path, or its last parts.
bool ends_path(const std::string& path, const std::string& file) {
  if (!path.ends_with(file))
    return false;
  return path.size() == file.size() || path[path.size() - file.size() - 1] == '/';
}

bool is_for(const Waiver& waiver, const DocumentReport& document) {
  if (!waiver.file.empty() && !ends_path(document.path, waiver.file))
    return false;
  return waiver.unit.empty() ||
         (document.facts.issuer && document.facts.issuer->value == waiver.unit);
}

bool lets_pass(const Waiver& waiver, const Finding& finding) {
  return covers(waiver.rule, finding.rule) &&
         (waiver.fingerprints.empty() ||
          std::ranges::find(waiver.fingerprints, finding.fingerprint) != waiver.fingerprints.end());
}

Use before_use(const Waiver& waiver, std::string_view as_of) {
  if (waiver.until.empty())
    return Use::kUnused;
  if (as_of.empty())
    return Use::kUndecided;
  return as_of > waiver.until ? Use::kExpired : Use::kUnused;
}

void apply_one(const Waiver& waiver, DocumentReport& document, Use& use) {
  if (!is_for(waiver, document))
    return;
  for (Finding& finding : document.findings) {
    if (finding.waived || !lets_pass(waiver, finding))
      continue;
    finding.waived = true;
    finding.waiver = words::waived(waiver.reason, waiver.approver, waiver.until);
    use = Use::kUsed;
  }
}

}  // namespace

void settle_rules(DocumentReport& document) {
  for (RuleResult& rule : document.rules) {
    if ((rule.outcome != Outcome::kFail && rule.outcome != Outcome::kPartial) || rule.unlisted > 0)
      continue;
    const Finding* last = nullptr;
    bool all = true;
    for (const Finding& finding : document.findings) {
      if (!covers(rule.id, finding.rule) || finding.severity == Severity::kNote)
        continue;
      all = all && finding.waived;
      last = &finding;
    }
    if (last == nullptr || !all)
      continue;
    rule.outcome = Outcome::kWaived;
    rule.reason = last->waiver;
  }
}

std::vector<Use> apply_waivers(std::span<const Waiver> waivers, std::string_view as_of,
                               std::vector<DocumentReport>& documents) {
  std::vector<Use> uses;
  for (const Waiver& waiver : waivers) {
    uses.push_back(before_use(waiver, as_of));
    if (uses.back() != Use::kUnused)
      continue;
    for (DocumentReport& document : documents) apply_one(waiver, document, uses.back());
  }
  for (DocumentReport& document : documents) settle_rules(document);
  return uses;
}

}  // namespace plumbline::waivers
