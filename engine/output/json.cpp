#include "engine/output/json.h"

#include <charconv>
#include <nlohmann/json.hpp>

namespace plumbline::output {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kCompact = -1;

/// Paths and quotes may hold any bytes: what is not UTF-8 is replaced, never thrown.
std::string dump(const Json& value, int indent) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}
Json or_null(int number) {
  return number == 0 ? Json() : Json(number);
}

Json box_json(const PageBox& box) {
  const auto points = [](int tenths) { return static_cast<double>(tenths) / 10; };
  return {{"page", box.page},
          {"x0", points(box.left)},
          {"y0", points(box.top)},
          {"x1", points(box.right)},
          {"y1", points(box.bottom)}};
}

Json location_json(const Location& place) {
  Json json = {{"line", or_null(place.line)},
               {"column", or_null(place.column)},
               {"end_line", or_null(place.end_line)},
               {"end_column", or_null(place.end_column)},
               {"page", or_null(place.page)},
               {"paragraph", or_null(place.paragraph)},
               {"section", place.section}};
  for (const PageBox& box : place.boxes) json["boxes"].push_back(box_json(box));
  return json;
}

Json year_json(const std::string& value) {
  int year = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), year);
  const bool whole = error == std::errc() && end == value.data() + value.size();
  return whole ? Json(year) : Json(value);
}

Json fact_json(const std::optional<FactValue>& fact, bool is_year = false) {
  if (!fact)
    return {};
  return {{"value", is_year ? year_json(fact->value) : Json(fact->value)},
          {"location", location_json(fact->location)}};
}

Json facts_json(const Facts& facts) {
  return {{"title", fact_json(facts.title)},
          {"report_year", fact_json(facts.report_year, true)},
          {"issuer", fact_json(facts.issuer)},
          {"document_number", fact_json(facts.document_number)},
          {"signer", fact_json(facts.signer)},
          {"addressee", fact_json(facts.addressee)},
          {"signature", fact_json(facts.signature)},
          {"date", fact_json(facts.date)}};
}

Json elements_json(const std::vector<ElementState>& elements) {
  Json object = Json::object();
  for (const ElementState& element : elements) {
    object[element.id] = {
        {"state", element.state},
        {"heading", or_null(element.heading)},
        {"location", element.location ? location_json(*element.location) : Json()},
        {"nearest", or_null(element.nearest)}};
  }
  return object;
}

/// A JSON array with one value per item.
template <typename Item>
Json list_json(const std::vector<Item>& items, Json (*convert)(const Item&)) {
  Json array = Json::array();
  for (const Item& item : items) array.push_back(convert(item));
  return array;
}

Json loss_json(const Loss& loss) {
  return {{"kind", loss.kind}, {"what", loss.what}, {"location", location_json(loss.location)}};
}

Json outline_json(const OutlineEntry& entry) {
  return {{"level", entry.level},
          {"mark", entry.mark},
          {"text", entry.text},
          {"location", location_json(entry.location)}};
}

Json rule_json(const RuleResult& rule) {
  return {{"id", rule.id},
          {"outcome", name_of(rule.outcome)},
          {"reason", rule.reason},
          {"possible", rule.possible},
          {"earned", rule.earned}};
}

Json basis_json(const BasisReference& basis) {
  return {{"document", basis.document}, {"article", basis.article}, {"level", basis.level}};
}

Json finding_json(const Finding& finding) {
  return {{"rule", finding.rule},
          {"severity", name_of(finding.severity)},
          {"message", finding.message},
          {"advice", finding.advice},
          {"basis", list_json(finding.basis, basis_json)},
          {"location", location_json(finding.location)},
          {"quote", finding.quote},
          {"fingerprint", finding.fingerprint},
          {"waived", finding.waived}};
}

Json gate_json(const Gate& gate) {
  return {{"rule", gate.rule}, {"cap", gate.cap}, {"reason", gate.reason}};
}

Json score_json(const std::optional<Score>& score) {
  if (!score)
    return {};
  return {{"earned", score->earned},
          {"applicable", score->applicable},
          {"low", score->low},
          {"high", score->high},
          {"percent", score->percent},
          {"grade", or_null(score->grade)},
          {"gates", list_json(score->gates, gate_json)}};
}

Json document_json(const DocumentReport& document) {
  return {
      {"path", document.path},
      {"sha256", or_null(document.sha256)},
      {"format", or_null(document.format)},
      {"status", name_of(document.status)},
      {"reason", document.reason},
      {"read",
       {{"outcome", name_of(document.read)}, {"losses", list_json(document.losses, loss_json)}}},
      {"facts", facts_json(document.facts)},
      {"elements", elements_json(document.elements)},
      {"outline", list_json(document.outline, outline_json)},
      {"rules", list_json(document.rules, rule_json)},
      {"findings", list_json(document.findings, finding_json)},
      {"score", score_json(document.score)}};
}

Json pack_json(const PackInfo& pack) {
  return {{"id", pack.id}, {"version", pack.version}, {"sha256", pack.sha256}};
}

Json head_json(const RunReport& report) {
  return {{"schema", "report-v1"},
          {"plumbline", report.version},
          {"run",
           {{"profile", report.profile},
            {"as_of", or_null(report.as_of)},
            {"reporter", or_null(report.reporter)}}},
          {"packs", list_json(report.packs, pack_json)}};
}

Json summary_json(const Summary& summary) {
  return {{"documents", summary.documents},   {"checked", summary.checked},
          {"other_kind", summary.other_kind}, {"not_checked", summary.not_checked},
          {"skipped", summary.skipped},       {"errors", summary.errors},
          {"warnings", summary.warnings},     {"notes", summary.notes}};
}

/// One line of JSON Lines: the object with its type in front.
std::string line(std::string_view type, const Json& object) {
  Json typed = {{"type", type}};
  typed.update(object);
  return dump(typed, kCompact) + "\n";
}

std::string begin_json(const RunReport& run, const WriteOptions&) {
  std::string bytes = "{\n";
  const Json head = head_json(run);
  for (const auto& [key, value] : head.items())
    bytes += dump(key, kCompact) + ": " + dump(value, kCompact) + ",\n";
  return bytes + "\"documents\": [";
}

std::string json_piece(const DocumentReport& document, std::size_t index, const WriteOptions&) {
  return (index == 0 ? "\n" : ",\n") + dump(document_json(document), 1);
}

std::string end_json(const RunReport& run, const WriteOptions&) {
  return (run.summary.documents == 0 ? "],\n" : "\n],\n") +
         ("\"summary\": " + dump(summary_json(run.summary), kCompact)) + "\n}\n";
}

std::string begin_lines(const RunReport& run, const WriteOptions&) {
  return line("run", head_json(run));
}

std::string line_piece(const DocumentReport& document, std::size_t, const WriteOptions&) {
  return line("document", document_json(document));
}

std::string end_lines(const RunReport& run, const WriteOptions&) {
  return line("summary", summary_json(run.summary));
}

}  // namespace

const Pieces kJsonPieces = {begin_json, json_piece, end_json};
const Pieces kJsonLinesPieces = {begin_lines, line_piece, end_lines};

Result<std::string> write_json(const RunReport& report, const WriteOptions& options) {
  return joined(kJsonPieces, report, options);
}

Result<std::string> write_jsonl(const RunReport& report, const WriteOptions& options) {
  return joined(kJsonLinesPieces, report, options);
}

}  // namespace plumbline::output
