#include "engine/output/sarif.h"

#include <map>
#include <nlohmann/json.hpp>

#include "engine/output/uri.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSchema = "https://json.schemastore.org/sarif-2.1.0.json";

/// Rules of all documents by id, with their titles; sorted, so that every run lists them alike.
std::map<std::string, std::string> rules_of(const RunReport& report) {
  std::map<std::string, std::string> rules;
  for (const DocumentReport& document : report.documents) {
    for (const RuleResult& rule : document.rules) rules.emplace(rule.id, rule.title);
    for (const Finding& finding : document.findings) rules.emplace(finding.rule, finding.rule);
  }
  return rules;
}

Json region(const Location& place) {
  if (place.line == 0)
    return {};
  Json lines = {{"startLine", place.line}};
  if (place.column > 0)
    lines["startColumn"] = place.column;
  if (place.end_line >= place.line)
    lines["endLine"] = place.end_line;
  if (place.end_column > 0)
    lines["endColumn"] = place.end_column;
  return lines;
}

Json location(const DocumentReport& document, const Location& place) {
  Json physical = {{"artifactLocation", {{"uri", uri(document.path)}}}};
  if (const Json lines = region(place); !lines.is_null())
    physical["region"] = lines;
  Json whole = {{"physicalLocation", physical}};
  if (!place.section.empty())
    whole["logicalLocations"] = Json::array({{{"fullyQualifiedName", place.section}}});
  if (const std::string words = place_words(place); !words.empty())
    whole["message"] = {{"text", words}};
  return whole;
}

Json result(const DocumentReport& document, const Finding& finding) {
  const std::string advice = finding.advice.empty() ? "" : "（" + finding.advice + "）";
  const std::string basis = finding.basis.empty() ? "" : " " + basis_words(finding.basis);
  Json object = {{"ruleId", finding.rule},
                 {"level", name_of(finding.severity)},
                 {"message", {{"text", finding.message + advice + basis}}},
                 {"locations", Json::array({location(document, finding.location)})},
                 {"partialFingerprints", {{"plumbline/v1", finding.fingerprint}}}};
  if (finding.waived) {
    Json suppression = {{"kind", "external"}};
    if (!finding.waiver.empty())
      suppression["justification"] = finding.waiver;
    object["suppressions"] = Json::array({suppression});
  }
  return object;
}

Json notification(const DocumentReport& document, const std::string& words) {
  return {{"level", "error"},
          {"message", {{"text", words}}},
          {"locations", Json::array({location(document, {})})}};
}

void add_notifications(const DocumentReport& document, Json& notifications) {
  if (document.status != DocumentStatus::kChecked)
    notifications.push_back(
        notification(document, std::string(words_of(document.status)) + "：" + document.reason));
  for (const RuleResult& rule : document.rules) {
    if (rule.outcome == Outcome::kNotChecked || rule.outcome == Outcome::kRuleError)
      notifications.push_back(notification(
          document, rule.id + " " + std::string(words_of(rule.outcome)) + "：" + rule.reason));
  }
}

Json driver(const RunReport& report) {
  Json rules = Json::array();
  for (const auto& [id, title] : rules_of(report))
    rules.push_back({{"id", id}, {"shortDescription", {{"text", title.empty() ? id : title}}}});
  return {{"name", "Plumbline"}, {"version", report.version}, {"rules", rules}};
}

}  // namespace

Result<std::string> write_sarif(const RunReport& report, const WriteOptions&) {
  Json results = Json::array();
  Json notifications = Json::array();
  for (const DocumentReport& document : report.documents) {
    for (const Finding& finding : document.findings) results.push_back(result(document, finding));
    add_notifications(document, notifications);
  }
  const bool successful = notifications.empty();
  const Json invocation = {{"executionSuccessful", successful},
                           {"toolExecutionNotifications", notifications}};
  const Json run = {{"tool", {{"driver", driver(report)}}},
                    {"columnKind", "unicodeCodePoints"},
                    {"invocations", Json::array({invocation})},
                    {"results", results}};
  const Json log = {{"$schema", kSchema}, {"version", "2.1.0"}, {"runs", Json::array({run})}};
  return log.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace plumbline::output
