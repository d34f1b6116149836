#include "engine/output/sarif.h"

#include <map>
#include <nlohmann/json.hpp>

#include "engine/output/uri.h"
#include "engine/output/wording.h"

namespace plumbline::output {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSchema = "https://json.schemastore.org/sarif-2.1.0.json";

struct Rule {
  std::string title, help;
  std::size_t index = 0;  ///< in the list of the log
};

/// Rules of all documents by id; sorted, so that every run lists them alike. What to do and why is
/// known of those with findings.
std::map<std::string, Rule> rules_of(const RunReport& report) {
  std::map<std::string, Rule> rules;
  for (const DocumentReport& document : report.documents) {
    for (const RuleResult& rule : document.rules)
      rules.try_emplace(rule.id, Rule{rule.title.empty() ? rule.id : rule.title, ""});
  }
  for (const DocumentReport& document : report.documents) {
    for (const Finding& finding : document.findings) {
      const auto whole = rules.find(finding.rule.substr(0, finding.rule.find('.')));
      const std::string title = whole == rules.end() ? finding.rule : whole->second.title;
      Rule& rule = rules.try_emplace(finding.rule, Rule{title, ""}).first->second;
      if (rule.help.empty() && !finding.basis.empty())
        rule.help = "依据：" + basis_words(finding.basis);
    }
  }
  std::size_t index = 0;
  for (auto& [id, rule] : rules) {
    rule.index = index++;
    rule.help = rule.title + (rule.help.empty() ? "" : "。" + rule.help);
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

Json result(const DocumentReport& document, const Finding& finding, std::size_t rule) {
  const std::string advice = finding.advice.empty() ? "" : "（" + finding.advice + "）";
  const std::string basis = finding.basis.empty() ? "" : " " + basis_words(finding.basis);
  Json object = {{"ruleId", finding.rule},
                 {"ruleIndex", rule},
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

/// What was not checked or not decided.
class Notifications {
 public:
  void add(const DocumentReport& document) {
    if (document.status != DocumentStatus::kChecked)
      add(document, "error", std::string(words_of(document.status)) + "：" + document.reason);
    for (const RuleResult& rule : document.rules) {
      const bool fails =
          rule.outcome == Outcome::kNotChecked || rule.outcome == Outcome::kRuleError;
      if (fails || rule.outcome == Outcome::kNeedsReview)
        add(document, fails ? "error" : "note",
            rule.id + " " + std::string(words_of(rule.outcome)) + "：" + rule.reason);
      if (rule.unlisted > 0)
        add(document, "note", rule.id + "：另有" + std::to_string(rule.unlisted) + "处未列出");
    }
  }
  /// Everything was checked; what a person must decide may be open.
  bool successful() const { return successful_; }
  const Json& list() const { return list_; }

 private:
  void add(const DocumentReport& document, const char* level, const std::string& words) {
    successful_ = successful_ && level != std::string_view("error");
    list_.push_back({{"level", level},
                     {"message", {{"text", words}}},
                     {"locations", Json::array({location(document, {})})}});
  }

  Json list_ = Json::array();
  bool successful_ = true;
};

Json driver(const RunReport& report, const std::map<std::string, Rule>& rules) {
  Json list = Json::array();
  for (const auto& [id, rule] : rules)
    list.push_back({{"id", id},
                    {"shortDescription", {{"text", rule.title}}},
                    {"help", {{"text", rule.help}}}});
  return {{"name", "Plumbline"}, {"version", report.version}, {"rules", list}};
}

}  // namespace

Result<std::string> write_sarif(const RunReport& report, const WriteOptions&) {
  const std::map<std::string, Rule> rules = rules_of(report);
  Json results = Json::array();
  Notifications notifications;
  for (const DocumentReport& document : report.documents) {
    for (const Finding& finding : document.findings)
      results.push_back(result(document, finding, rules.at(finding.rule).index));
    notifications.add(document);
  }
  const Json invocation = {{"executionSuccessful", notifications.successful()},
                           {"toolExecutionNotifications", notifications.list()}};
  const Json run = {{"tool", {{"driver", driver(report, rules)}}},
                    {"columnKind", "unicodeCodePoints"},
                    {"invocations", Json::array({invocation})},
                    {"results", results}};
  const Json log = {{"$schema", kSchema}, {"version", "2.1.0"}, {"runs", Json::array({run})}};
  return log.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace plumbline::output
