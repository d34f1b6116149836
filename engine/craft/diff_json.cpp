#include "engine/craft/diff_json.h"

#include <array>
#include <cstddef>
#include <nlohmann/json.hpp>

namespace plumbline::craft {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 10> kKinds = {"added",  "removed", "stronger",  "weaker",
                                                     "points", "basis",   "condition", "announced",
                                                     "words",  "checking"};

Json identity(const rules::Pack& pack) {
  return {{"id", pack.id}, {"version", pack.version}, {"sha256", pack.sha256}};
}

Json findings(const std::vector<Finding>& all) {
  Json list = Json::array();
  for (const Finding& one : all)
    list.push_back({{"rule", one.rule},
                    {"severity", plumbline::name_of(one.severity)},
                    {"message", one.message},
                    {"line", one.location.line},
                    {"quote", one.quote},
                    {"fingerprint", one.fingerprint}});
  return list;
}

Json document(const DocumentImpact& one) {
  Json rules = Json::array();
  for (const RuleImpact& rule : one.rules)
    rules.push_back({{"rule", rule.rule}, {"before", rule.before}, {"after", rule.after}});
  return {{"path", one.path},
          {"before", plumbline::name_of(one.before)},
          {"after", plumbline::name_of(one.after)},
          {"reason", one.reason},
          {"score", {{"before", one.score_before}, {"after", one.score_after}}},
          {"grade", {{"before", one.grade_before}, {"after", one.grade_after}}},
          {"added", findings(one.added)},
          {"removed", findings(one.removed)},
          {"rules", rules}};
}

Json impact_json(const Impact& impact) {
  Json documents = Json::array(), rules = Json::array();
  for (const DocumentImpact& one : impact.documents) {
    if (one.changed() || one.after == DocumentStatus::kNotChecked)
      documents.push_back(document(one));
  }
  for (const auto& [id, tally] : impact.rules)
    rules.push_back({{"rule", id},
                     {"added", tally.added},
                     {"removed", tally.removed},
                     {"documents", tally.documents}});
  return {{"documents", impact.documents.size()},
          {"changed", impact.changed},
          {"grades", impact.grades},
          {"not_checked", impact.not_checked},
          {"rules", rules},
          {"changes", documents}};
}

}  // namespace

std::string_view name_of(Difference::Kind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

std::string diff_json(const rules::Pack& before, const rules::Pack& after,
                      const std::vector<Difference>& changes, const std::optional<Impact>& impact) {
  Json list = Json::array();
  for (const Difference& one : changes)
    list.push_back({{"kind", name_of(one.kind)},
                    {"id", one.id},
                    {"before", one.before},
                    {"after", one.after}});
  const Json all = {{"schema", "diff-v1"},
                    {"old", identity(before)},
                    {"new", identity(after)},
                    {"changes", list},
                    {"impact", impact ? impact_json(*impact) : Json()}};
  return all.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace plumbline::craft
