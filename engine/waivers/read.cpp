#include <utility>

#include "engine/base/edit_distance.h"
#include "engine/base/iso_day.h"
#include "engine/rules/formed_yaml.h"
#include "engine/rules/source_file.h"
#include "engine/waivers/messages.h"
#include "engine/waivers/waivers.h"

namespace plumbline::waivers {
namespace {

using rules::Node;

/// RULE.NAME is known where it is listed, or where RULE is and lists no names of its own.
bool is_known(const std::string& id, std::span<const std::string> rule_ids) {
  const std::string rule = id.substr(0, id.find('.'));
  bool has_rule = false, has_names = false;
  for (const std::string& known : rule_ids) {
    if (known == id)
      return true;
    has_rule = has_rule || known == rule;
    has_names = has_names || known.starts_with(rule + ".");
  }
  return has_rule && !has_names;
}

void check_rule(const Node& rule, std::span<const std::string> rule_ids, DiagnosticSink& sink) {
  if (is_known(rule.scalar, rule_ids))
    return;
  const std::vector<std::string> known(rule_ids.begin(), rule_ids.end());
  sink.add(
      diagnostic_at(rule, {words::kUnknownRule, {rule.scalar, did_you_mean(rule.scalar, known)}}));
}

void check_until(const Node* until, DiagnosticSink& sink) {
  if (until != nullptr && !is_iso_day(until->scalar))
    sink.add(diagnostic_at(*until, {words::kNoSuchDay, {until->scalar}}));
}

Waiver waiver_of(const Node& node) {
  Waiver waiver;
  waiver.rule = string_at(node, "rule");
  waiver.unit = string_at(node, "unit");
  waiver.file = string_at(node, "file");
  waiver.fingerprints = strings_at(node, "fingerprint");
  waiver.reason = string_at(node, "reason");
  waiver.approver = string_at(node, "approver");
  waiver.until = string_at(node, "until");
  waiver.at = node.find("rule")->at;
  return waiver;
}

}  // namespace

WaiverFile read_waivers(std::string path, std::string_view bytes,
                        std::span<const std::string> rule_ids, DiagnosticSink& sink) {
  const rules::FormedYaml form =
      rules::read_formed_yaml(std::move(path), bytes, waivers_schema_json(), sink);
  if (!form.has_form)
    return {};
  WaiverFile file;
  file.source = form.top->file;
  for (const Node& node : form.top->find("waivers")->items) {
    check_rule(*node.find("rule"), rule_ids, sink);
    check_until(node.find("until"), sink);
    file.waivers.push_back(waiver_of(node));
  }
  if (sink.has_errors())
    return {};
  return file;
}

}  // namespace plumbline::waivers
