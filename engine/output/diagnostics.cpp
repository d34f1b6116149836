#include "engine/output/diagnostics.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/base/diagnostic.h"
#include "engine/output/uri.h"

namespace plumbline::output {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSchema = "https://json.schemastore.org/sarif-2.1.0.json";

std::string text(const Json& json) {
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json plain(const Diagnostic& one) {
  return {{"code", one.code},
          {"level", name_of(one.level)},
          {"message", one.message.in(Language::kEnglish)},
          {"message_zh", one.message.in(Language::kChinese)},
          {"path", one.path},
          {"line", one.line},
          {"column", one.column},
          {"length", one.length},
          {"source", one.source}};
}

Json region(const Diagnostic& one) {
  Json lines = {{"startLine", one.line}};
  if (one.column > 0) {
    lines["startColumn"] = one.column;
    lines["endColumn"] = one.column + std::max(one.length, 0);
  }
  return lines;
}

Json result(const Diagnostic& one) {
  Json object = {{"ruleId", one.code},
                 {"level", name_of(one.level)},
                 {"message", {{"text", one.message.in(Language::kEnglish)}}},
                 {"properties", {{"message_zh", one.message.in(Language::kChinese)}}}};
  if (one.path.empty())
    return object;
  Json physical = {{"artifactLocation", {{"uri", uri(one.path)}}}};
  if (one.line > 0)
    physical["region"] = region(one);
  object["locations"] = Json::array({{{"physicalLocation", physical}}});
  return object;
}

}  // namespace

std::string diagnostics_json(std::span<const Diagnostic> diagnostics,
                             const std::vector<PackInfo>& packs, std::string_view version) {
  Json infos = Json::array(), all = Json::array();
  for (const PackInfo& pack : packs)
    infos.push_back({{"id", pack.id}, {"version", pack.version}, {"sha256", pack.sha256}});
  for (const Diagnostic& one : diagnostics) all.push_back(plain(one));
  const auto count = [&](Level level) {
    return std::ranges::count(diagnostics, level, &Diagnostic::level);
  };
  return text({{"schema", "lint-v1"},
               {"plumbline", version},
               {"packs", infos},
               {"diagnostics", all},
               {"summary",
                {{"errors", count(Level::kError)},
                 {"warnings", count(Level::kWarning)},
                 {"notes", count(Level::kNote)}}}});
}

std::string diagnostics_sarif(std::span<const Diagnostic> diagnostics, std::string_view version) {
  std::set<std::string> codes;
  Json results = Json::array(), rules = Json::array();
  for (const Diagnostic& one : diagnostics) {
    codes.insert(one.code);
    results.push_back(result(one));
  }
  for (const std::string& code : codes) rules.push_back({{"id", code}});
  const Json driver = {{"name", "Plumbline"}, {"version", version}, {"rules", rules}};
  const Json run = {
      {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results}};
  return text({{"$schema", kSchema}, {"version", "2.1.0"}, {"runs", Json::array({run})}});
}

}  // namespace plumbline::output
