// The engine as the command line sees it, ruled by the words of the document: one line, one fact.
//   error X | warning X | note X | waived X   a finding with the quote X
//   other | not-checked | rule-error | throw  what becomes of the document
// A pack whose pack.yaml holds "broken" does not load.
#include <sstream>
#include <stdexcept>

#include "engine/readers/reader.h"
#include "engine/rules/pack.h"
#include "plumbline/engine.h"

namespace plumbline {
namespace {

Finding finding(Severity severity, const std::string& quote, int line) {
  Finding found;
  found.rule = "wording.W-01";
  found.severity = severity;
  found.message = "“" + quote + "”不妥";
  found.advice = "请改";
  found.basis = {{"《示例规定》", "3(1)", "A1"}};
  found.location = {.line = line, .column = 1, .end_line = line, .end_column = 2};
  found.quote = quote;
  found.fingerprint = "f" + std::to_string(line);
  return found;
}

void obey(const std::string& word, const std::string& rest, int line, DocumentReport& report) {
  if (word == "other") {
    report.status = DocumentStatus::kOtherKind;
    report.reason = "标题不符";
  } else if (word == "throw") {
    throw std::runtime_error("planted");
  } else if (word == "not-checked" || word == "rule-error") {
    report.rules.push_back({"date-form", "日期写法",
                            word == "rule-error" ? Outcome::kRuleError : Outcome::kNotChecked,
                            "第2页未读出", 5, 0});
  } else if (word == "waived") {
    report.findings.push_back(finding(Severity::kError, rest, line));
    report.findings.back().waived = true;
  } else if (const std::optional<Severity> severity = severity_named(word)) {
    report.findings.push_back(finding(*severity, rest, line));
  }
}

}  // namespace

struct Engine::Impl {
  std::vector<std::shared_ptr<const rules::Pack>> packs;
};

Engine::Engine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

std::optional<Engine> Engine::create(std::vector<std::shared_ptr<const rules::Pack>> packs,
                                     DiagnosticSink&) {
  return Engine(std::make_unique<Impl>(Impl{std::move(packs)}));
}

std::vector<PackInfo> Engine::packs() const {
  std::vector<PackInfo> infos;
  for (const auto& pack : impl_->packs)
    infos.push_back({pack->id, "1.0.0", std::string(64, '0'), ""});
  return infos;
}

std::vector<std::string> Engine::rule_ids() const {
  return {"date-form", "wording", "wording.W-01"};
}

void Engine::validate(const CheckOptions& options, DiagnosticSink& sink) const {
  if (options.profile != "submitted" && options.profile != "published")
    sink.add({.code = "P2002", .message = "unknown value '" + options.profile + "' for --profile"});
  if (!options.explain.empty() && options.explain != "wording")
    sink.add({.code = "P2002", .message = "unknown value '" + options.explain + "' for --explain"});
}

DocumentReport Engine::check(const InputDocument& document, const CheckOptions& options) const {
  DocumentReport report;
  report.path = document.path;
  report.sha256 = std::string(64, 'd');
  report.format = "txt";
  report.status = DocumentStatus::kChecked;
  report.read = ReadOutcome::kOk;
  report.facts.title = {"示例报告", {.line = 1, .column = 1, .end_line = 1, .end_column = 5}};
  report.rules = {{"wording", "用语", Outcome::kPass, "", 10, 10}};
  report.score = Score{10, 10, 10, 10, 100, "", {}};
  report.source.text = std::string(document.bytes);
  if (!options.explain.empty())
    report.explanation = {options.explain + ": 没有命中"};
  std::istringstream lines{std::string(document.bytes)};
  std::string text;
  for (int line = 1; std::getline(lines, text); ++line) {
    const std::size_t blank = text.find(' ');
    obey(text.substr(0, blank), blank == std::string::npos ? "" : text.substr(blank + 1), line,
         report);
  }
  return report;
}

DocumentReport Engine::check(const InputDocument& document, readers::Extraction,
                             const CheckOptions& options) const {
  return check(document, options);
}

std::string Engine::dump(readers::Extraction extraction) const {
  return "body{" + std::to_string(extraction.raw.size()) + "}";
}

namespace rules {

std::shared_ptr<const Pack> load_pack(const std::string& folder, const PackFiles& files,
                                      DiagnosticSink& sink) {
  const Result<std::string> bytes = files.read(folder + "/pack.yaml");
  const std::size_t broken = bytes ? bytes->find("broken") : std::string::npos;
  if (broken != std::string::npos) {
    sink.add({.code = "P1103",
              .message = form("", "unknown key 'broken'", "没有“broken”这个键"),
              .path = folder + "/pack.yaml",
              .line = 1,
              .column = 1,
              .length = 6,
              .source = bytes->substr(0, bytes->find('\n'))});
    return nullptr;
  }
  auto pack = std::make_shared<Pack>();
  pack->id = folder.substr(folder.rfind('/') + 1);
  pack->version = "1.0.0";
  return pack;
}

}  // namespace rules
}  // namespace plumbline
