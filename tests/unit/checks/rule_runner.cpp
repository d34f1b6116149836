#include "tests/unit/checks/rule_runner.h"

#include <doctest/doctest.h>
#include <algorithm>

#include <fstream>
#include <sstream>
#include <utility>

#include "engine/base/diagnostic.h"
#include "engine/checks/condition.h"
#include "engine/checks/message.h"
#include "engine/readers/reader.h"
#include "tests/support/memory_pack_files.h"

namespace plumbline::checks {
namespace {

using Files = std::map<std::string, std::string>;

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string head(const std::string& id, const std::string& files) {
  return "id: " + id + "\nversion: 1.0.0\ntitle: 样例\nfor: any\nfiles: [" + files + "]\n";
}

std::string indented(const std::string& rule) {
  std::istringstream lines(rule);
  std::string result;
  for (std::string line; std::getline(lines, line);) result += "    " + line + "\n";
  return result;
}

std::string rule_file(std::string rule) {
  for (const char* key : {"title: 样例\n", "severity: warning\n", "message: 样例{quote}\n"}) {
    const std::string name = std::string(key).substr(0, std::string(key).find(':') + 1);
    if (rule.find(name) == std::string::npos)
      rule = key + rule;
  }
  if (rule.find("basis:") == std::string::npos)
    rule = "basis: [{document: law}]\n" + rule;
  return "rules:\n  sample:\n" + indented(rule);
}

constexpr const char* kPack =
    "basis: {law: {title: 《某规定》, level: A1}}\n"
    "terms: {organ: 局|厅}\n"
    "elements:\n"
    "  problems: {label: 不足, heading: 不足|问题, lead: ^不足, mention: 不足, near: 困难}\n"
    "  plan: {label: 安排, heading: 安排|打算, lead: ^下一步, mention: 下一步}\n"
    "  measures: {label: 举措, heading: 举措|做法, lead: ^主要举措, mention: 举措}\n"
    "profiles: {submitted: {title: 报送稿}, published: {title: 公开稿}}\n"
    "reporters:\n"
    "  town: {title: 镇, issuer: 镇}\n"
    "  bureau: {title: 局, issuer: 局}\n";

Files files_of(const std::string& rule, const Tables& tables) {
  Files files;
  std::string names;
  for (const auto& [name, csv] : tables) {
    files["p/" + name + ".csv"] = csv;
    names += "  " + name + ": " + name + ".csv\n";
  }
  files["p/pack.yaml"] =
      head("p", "rule.yaml") + kPack + (names.empty() ? "" : "tables:\n" + names);
  files["p/rule.yaml"] = rule_file(rule);
  return files;
}

std::shared_ptr<const rules::Pack> load(const Files& files) {
  DiagnosticSink sink;
  auto pack = rules::load_pack("p", testing::MemoryPackFiles(files), sink);
  std::string complaints;
  for (const Diagnostic& one : sink.all()) complaints += render_diagnostic(one, Language::kEnglish);
  CHECK(complaints == "");
  REQUIRE(pack);
  return pack;
}

std::string shipped(const std::string& path) {
  return read_file(std::string(PLUMBLINE_SOURCE_DIR) + "/rules/" + path);
}

/// The part of a pack.yaml that may stand in a file of its own.
std::string part_of(const std::string& pack, const char* from) {
  return pack.substr(std::min(pack.find(from), pack.size()));
}

/// The words of the shipped packs, which tests of rules take as given.
const document::Vocabulary& shipped_words() {
  static const std::shared_ptr<const rules::Pack> pack =
      load({{"p/pack.yaml", head("p", "words.yaml, document.yaml, format.yaml")},
            {"p/words.yaml", part_of(shipped("document-words/pack.yaml"), "\nterms:")},
            {"p/document.yaml", shipped("rule-of-law-report/document.yaml")},
            {"p/format.yaml", part_of(shipped("official-document/pack.yaml"), "vocabulary:")}});
  return pack->vocabulary;
}

std::unique_ptr<const Check> compile(const rules::Pack& pack, DiagnosticSink& sink) {
  const rules::Rule& rule = pack.rules.front();
  for (const Kind& kind : kinds()) {
    if (kind.name == rule.kind)
      return kind.compile(rule, pack, sink);
  }
  return nullptr;
}

std::string described(const Verdict& verdict, const text::Text& text) {
  if (verdict.outcome != Outcome::kPass)
    return std::string(name_of(verdict.outcome)) + ": " + verdict.reason;
  std::string result;
  for (const Hit& hit : verdict.hits) {
    result += (result.empty() ? "" : "; ") + (hit.name.empty() ? "" : hit.name + " ") + hit.state +
              ":" + std::string(text.view(hit.at));
  }
  return result;
}

}  // namespace

RuleRunner::RuleRunner(const std::string& rule, const Tables& tables)
    : pack_(load(files_of(rule, tables))) {
  DiagnosticSink sink;
  check_ = compile(*pack_, sink);
  for (const Diagnostic& one : sink.all())
    FAIL_CHECK(one.code, " ", one.message.in(Language::kEnglish));
  REQUIRE(check_);
}

template <typename Use>
auto RuleRunner::with(const std::string& text, const Setting& setting, Use use) const {
  const auto document = document::Document::build(
      text::Text::build(readers::read("a.txt", text, {})), shipped_words());
  const auto elements = elements::recognise(document, pack_->elements);
  Trace trace;
  return use(Context{*pack_, pack_->rules.front(), document, elements, setting.profile,
                     setting.reporter, setting.as_of, &trace});
}

std::string RuleRunner::run(const std::string& text, const Setting& setting) const {
  return with(text, setting, [&](const Context& context) {
    return described(check_->run(context), context.document.text());
  });
}

std::string RuleRunner::applies(const std::string& text, const Setting& setting) const {
  return with(text, setting, [&](const Context& context) {
    const Condition condition = checks::applies(context);
    if (condition.answer == Answer::kYes)
      return std::string("yes");
    return (condition.answer == Answer::kNo ? "no: " : "unknown: ") + condition.reason;
  });
}

std::string RuleRunner::value(const std::string& text, const std::string& name,
                              const Setting& setting) const {
  return with(text, setting, [&](const Context& context) {
    const Verdict verdict = check_->run(context);
    if (verdict.hits.empty())
      return std::string();
    const auto found = verdict.hits.front().values.find(name);
    return found == verdict.hits.front().values.end() ? std::string() : found->second;
  });
}

std::string RuleRunner::message(const std::string& text, const Setting& setting) const {
  return with(text, setting, [&](const Context& context) {
    const Verdict verdict = check_->run(context);
    if (verdict.hits.empty())
      return std::string();
    Values values = verdict.hits.front().values;
    values["quote"] = context.document.text().view(verdict.hits.front().at);
    return fill(context.rule.message.at(""), context, values);
  });
}

std::string RuleRunner::trace(const std::string& text, const Setting& setting) const {
  return with(text, setting, [&](const Context& context) {
    check_->run(context);
    std::string result;
    for (const std::string& line : context.trace->lines()) result += line + "\n";
    return result;
  });
}

std::string complaints_of(const std::string& rule, const Tables& tables) {
  const auto pack = load(files_of(rule, tables));
  DiagnosticSink sink;
  compile(*pack, sink);
  std::string result;
  for (const Diagnostic& one : sink.all())
    result += one.code + " " + one.message.in(Language::kEnglish) + "\n";
  return result;
}

void check_rows(const RuleRunner& rule, std::span<const Row> rows, const Setting& setting) {
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    CHECK(rule.run(row.text, setting) == std::string(row.expected));
  }
}

}  // namespace plumbline::checks
