#include "engine/waivers/baseline.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/base/diagnostic.h"
#include "engine/waivers/messages.h"
#include "engine/waivers/waivers.h"

namespace plumbline::waivers {
namespace {

using Json = nlohmann::json;

std::string text_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const Json* list_at(const Json& object, const char* key) {
  if (!object.is_object())
    return nullptr;
  const auto found = object.find(key);
  return found != object.end() && found->is_array() ? &*found : nullptr;
}

/// False where `document` has not the form of one.
bool add(const Json& document, Baseline& baseline) {
  const Json* findings = list_at(document, "findings");
  const std::string path = findings == nullptr ? "" : text_at(document, "path");
  if (path.empty())
    return false;
  Baseline::Fingerprints prints;
  for (const Json& finding : *findings) {
    const std::string print = finding.is_object() ? text_at(finding, "fingerprint") : "";
    if (print.empty())
      return false;
    prints.insert(print);
  }
  if (const std::string digest = text_at(document, "sha256"); !digest.empty())
    baseline.by_digest[digest].insert(prints.begin(), prints.end());
  baseline.by_path[path].insert(prints.begin(), prints.end());
  return true;
}

const Baseline::Fingerprints* known_of(const Baseline& baseline, const DocumentReport& document) {
  if (const auto found = baseline.by_path.find(document.path); found != baseline.by_path.end())
    return &found->second;
  const auto moved = baseline.by_digest.find(document.sha256);
  return moved == baseline.by_digest.end() ? nullptr : &moved->second;
}

bool is_cut(const DocumentReport& document, const Finding& finding) {
  const std::string rule = finding.rule.substr(0, finding.rule.find('.'));
  return std::ranges::any_of(document.rules, [&](const RuleResult& result) {
    return result.id == rule && result.unlisted > 0;
  });
}

}  // namespace

Result<Baseline> read_baseline(const std::string& path, std::string_view bytes) {
  const Failure refused = fail(diagnostic_of(words::kNoReport, path));
  const Json report = Json::parse(bytes, nullptr, false);
  const Json* documents = list_at(report, "documents");
  if (documents == nullptr || text_at(report, "schema") != "report-v1")
    return refused;
  Baseline baseline;
  for (const Json& document : *documents) {
    if (!add(document, baseline))
      return refused;
  }
  return baseline;
}

void apply_baseline(const Baseline& baseline, std::vector<DocumentReport>& documents) {
  for (DocumentReport& document : documents) {
    const Baseline::Fingerprints* known = known_of(baseline, document);
    if (known == nullptr)
      continue;
    for (Finding& finding : document.findings) {
      if (finding.waived || !known->contains(finding.fingerprint) || is_cut(document, finding))
        continue;
      finding.waived = true;
      finding.waiver = words::kKnown;
    }
    settle_rules(document);
  }
}

}  // namespace plumbline::waivers
