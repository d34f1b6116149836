#include <doctest/doctest.h>

#include <string>

#include "engine/base/diagnostic.h"
#include "engine/rules/fact_pattern.h"
#include "engine/rules/pack.h"
#include "tests/support/memory_pack_files.h"

using namespace plumbline;
using namespace plumbline::rules;
using plumbline::testing::MemoryPackFiles;

namespace {

using Files = std::map<std::string, std::string>;

std::string rendered(const DiagnosticSink& sink) {
  std::string out;
  for (const Diagnostic& one : sink.all()) out += render_diagnostic(one, Language::kEnglish);
  return out;
}

std::shared_ptr<const Pack> good(const Files& files, const std::string& folder = "p") {
  DiagnosticSink sink;
  auto pack = load_pack(folder, MemoryPackFiles(files), sink);
  CHECK(rendered(sink) == "");
  REQUIRE(pack);
  return pack;
}

std::string bad(const Files& files, const std::string& folder = "p") {
  DiagnosticSink sink;
  CHECK(load_pack(folder, MemoryPackFiles(files), sink) == nullptr);
  std::string out;
  for (const Diagnostic& one : sink.all())
    out += one.path + ":" + std::to_string(one.line) + ":" + std::to_string(one.column) + " " +
           one.code + " " + one.message.in(Language::kEnglish) + "\n";
  return out;
}

std::string head(const std::string& id) {
  return "id: " + id + "\nversion: 1.0.0\ntitle: " + id + "\nfor: any\n";
}

const std::string kBasis = "basis: {law: {title: 《某规定》, level: A1}}\n";

const std::string kWording =
    "rules:\n"
    "  wording:\n"
    "    title: 固定用语\n"
    "    check: text\n"
    "    severity: {found: warning, missing: note}\n"
    "    basis: [{document: law, article: 25(3)}]\n"
    "    message: 用语有误\n"
    "    forbid:\n"
    "      - {name: W-01, match: '{organ}错', severity: error}\n"
    "      - {name: W-02, match: '{report_year+1}年错'}\n";

Files national() {
  return {
      {"p/pack.yaml", head("p") + kBasis + "files: [rules/wording.yaml]\nterms: {organ: 局|厅}\n"},
      {"p/rules/wording.yaml", kWording}};
}

Files with_city(const std::string& city) {
  Files files = national();
  files["c/pack.yaml"] = head("c") + "extends: [p]\n" + city;
  return files;
}

}  // namespace

TEST_CASE("a pack of several files becomes one pack") {
  const auto pack = good(national());
  CHECK(pack->id == "p");
  CHECK(pack->version == "1.0.0");
  CHECK(pack->any_kind);
  REQUIRE(pack->rules.size() == 1);
  const Rule& rule = pack->rules[0];
  CHECK(rule.kind == "text");
  CHECK(rule.severity.at("found") == Severity::kWarning);
  CHECK(rule.message.at("") == "用语有误");
  REQUIRE(rule.basis.size() == 1);
  CHECK(rule.basis[0].document == "《某规定》");
  CHECK(rule.basis[0].article == "25(3)");
  CHECK(rule.basis[0].level == "A1");
  CHECK(pack->patterns.contains("(?:局|厅)错"));
}

TEST_CASE("every section of a pack reaches its member") {
  const auto pack = good({{"p/pack.yaml", R"(
id: p
version: 1.0.0
title: 包
for:
  threshold: 6
  evidence: [{where: title, match: 报告, weight: 6, at_least: 2, reason: 是报告}]
vocabulary: {self_reference: [我局, 我县]}
tables: {laws: laws.csv, unread: none.csv}
elements:
  causes: {label: 原因, heading: 原因, lead: [因为], within: problems}
  problems: {label: 不足, heading: [不足, 问题], thematic_sections: 3}
profiles:
  published:
    title: 公开稿
    rules: {pair: {off: 不适用}}
reporters: {township: {title: 乡镇, issuer: ['镇$']}}
scoring:
  grades: [{name: 差, from: 0}, {name: 好, from: 90}]
  gates: [{rule: pair, on: [fail, partial], cap: 差, reason: 缺}]
rules:
  pair:
    title: 成对
    check: element
    element: problems
    severity: error
    points: 15
    partial: {mention: 5}
    deduct: 2
    when: {report_year: 2019, reporter: township, profile: [published]}
    unless: {absent: title}
    blocked_by: causes
    mask: true
    message: {absent: 无, mention: 少}
)"},
                          {"p/laws.csv", "name\n法\n"}});
  CHECK(!pack->any_kind);
  CHECK(pack->kind_threshold == 6);
  REQUIRE(pack->kind.size() == 1);
  CHECK(pack->kind[0].where == "title");
  CHECK(pack->kind[0].at_least == 2);
  CHECK(pack->vocabulary.self_reference.size() == 2);
  REQUIRE(pack->elements.size() == 2);
  CHECK(pack->elements[0].within == "problems");
  CHECK(pack->elements[1].heading.size() == 2);
  CHECK(pack->elements[1].thematic_sections == 3);
  CHECK(pack->profile("published")->changes.at(0).off);
  CHECK(pack->profile("other") == nullptr);
  CHECK(pack->reporters.at(0).issuer.at(0).found_in("某镇"));
  CHECK(pack->grades.at(0).name == "好");
  CHECK(pack->gates.at(0).on == std::vector{Outcome::kFail, Outcome::kPartial});
  const Rule& rule = *pack->rule("pair");
  CHECK(rule.points == 15);
  CHECK(rule.partial.at("mention") == 5);
  CHECK(rule.deduct == 2);
  CHECK(rule.mask);
  CHECK(rule.blocked_by == "causes");
  CHECK(string_at(*rule.when, "report_year") == "2019");
  CHECK(string_at(*rule.unless, "absent") == "title");
  CHECK(rule.message.at("mention") == "少");
}

TEST_CASE("only tables that rules name are read") {
  const auto pack = good({{"p/pack.yaml", head("p") + "tables: {laws: none.csv}\n"}});
  CHECK(pack->tables.at("laws").rows.empty());
}

TEST_CASE("an override changes a rule or one of its terms and nothing else") {
  const auto pack = good(with_city("override:\n  wording: {severity: {missing: off}, message: "
                                   "新}\n  wording.W-02: {severity: note}\n"),
                         "c");
  const Rule& rule = *pack->rule("wording");
  CHECK(rule.severity.at("found") == Severity::kWarning);
  CHECK(rule.severity.at("missing") == std::nullopt);
  CHECK(rule.message.at("") == "新");
  const Node& terms = *rule.body.find("forbid");
  CHECK(string_at(terms.items.at(0), "severity") == "error");
  CHECK(string_at(terms.items.at(1), "severity") == "note");
  CHECK(good(national())->rule("wording")->message.at("") == "用语有误");
}

TEST_CASE("a rule or a term is disabled with its reason") {
  const auto one = good(with_city("disable: {wording.W-01: 另有规定}\n"), "c");
  CHECK(one->rule("wording")->body.find("forbid")->items.size() == 1);
  CHECK(one->disabled.empty());
  const auto all = good(with_city("disable: {wording: 不用}\n"), "c");
  CHECK(all->rule("wording") == nullptr);
  REQUIRE(all->disabled.size() == 1);
  CHECK(all->disabled[0].id == "wording");
  CHECK(all->disabled[0].title == "固定用语");
  CHECK(all->disabled[0].reason == "不用");
}

TEST_CASE("a diamond is read once and the kind comes from the nearest pack that has one") {
  Files files = national();
  files["p/pack.yaml"].replace(
      files["p/pack.yaml"].find("for: any"), 8,
      "for: {threshold: 1, evidence: [{where: body, match: 法, weight: 1, reason: 有}]}");
  files["a/pack.yaml"] = head("a") + "extends: [p]\n";
  files["b/pack.yaml"] = head("b") + "extends: [p, a]\n";
  files["c/pack.yaml"] = "id: c\nversion: 1.0.0\ntitle: c\nextends: [a, b]\n";
  const auto pack = good(files, "c");
  CHECK(pack->rules.size() == 1);
  CHECK(!pack->any_kind);
  CHECK(pack->kind.size() == 1);
  CHECK(pack->id == "c");
}

TEST_CASE("the digest follows the content and not the place") {
  const Files files = national();
  Files elsewhere;
  for (const auto& [path, text] : files) elsewhere["other/place" + path.substr(1)] = text;
  const std::string digest = good(files)->sha256;
  CHECK(digest.size() == 64);
  CHECK(good(elsewhere, "other/place")->sha256 == digest);
  Files changed = files;
  changed["p/rules/wording.yaml"] += "\n";
  CHECK(good(changed)->sha256 != digest);
}

TEST_CASE("mistakes between packs are named") {
  CHECK(bad(with_city("override: {wordings: {severity: note}, wording.W-03: {severity: note}}\n"),
            "c") ==
        "c/pack.yaml:6:12 P1204 override hits nothing: unknown rule 'wordings'; did you mean "
        "'wording'?\n"
        "c/pack.yaml:6:40 P1204 override hits nothing: unknown rule 'wording.W-03'; did you mean "
        "'wording.W-01'?\n");
  CHECK(bad(with_city("override: {wording: {severty: note}}\n"), "c")
            .starts_with("c/pack.yaml:6:22 P1103 unknown key 'severty' in rules.wording; did you "
                         "mean 'severity'?"));
  CHECK(bad(with_city("disable: {wording.W-9: 不用}\n"), "c") ==
        "c/pack.yaml:6:11 P1204 disable hits nothing: unknown rule 'wording.W-9'; did you mean "
        "'wording.W-01'?\n");
  CHECK(
      bad(with_city("rules:\n  wording: {title: t, check: text, severity: note, message: m, "
                    "forbid: [a]}\n"),
          "c") ==
      "c/pack.yaml:7:3 P1203 rule 'wording' is defined twice (first in p/rules/wording.yaml:2)\n");
  CHECK(bad(with_city("retired: {wording: 改为 words}\n"), "c") ==
        "p/rules/wording.yaml:2:3 P1209 rule id 'wording' is retired and not used again: 改为 "
        "words\n");
  CHECK(bad(with_city("terms: {organ: 局}\n"), "c") ==
        "c/pack.yaml:6:9 P1203 term 'organ' has two meanings (the other in p/pack.yaml:7)\n");
  CHECK(bad(with_city("basis: {law: {title: 《某规定》, level: A2}}\n"), "c") ==
        "c/pack.yaml:6:9 P1203 document 'law' is defined twice (first in p/pack.yaml:5)\n");
  CHECK(bad({{"p/pack.yaml", head("p") + "extends: [q]\n"},
             {"q/pack.yaml", head("q") + "extends: [p]\n"}}) ==
        "q/pack.yaml:5:11 P1202 'extends' goes in a circle: p -> q -> p\n");
  CHECK(bad({{"p/pack.yaml", head("p") + "extends: [p]\n"}}) ==
        "p/pack.yaml:5:11 P1202 'extends' goes in a circle: p -> p\n");
}

TEST_CASE("the same fragment or document in two packs is no mistake") {
  good(with_city("terms: {organ: 局|厅}\n" + kBasis), "c");
}

TEST_CASE("a weak basis carries no error") {
  Files files = national();
  files["p/pack.yaml"].replace(files["p/pack.yaml"].find("A1"), 2, "A5");
  CHECK(bad(files) ==
        "p/rules/wording.yaml:9:51 P1216 a basis of level A5 carries a warning at most; write "
        "warning or note, or cite a basis of level A1 to A3\n");
}

TEST_CASE("terms grow within bounds") {
  std::string terms = "terms:\n  t0: 'ab'\n";
  for (int i = 1; i < 30; ++i)
    terms += "  t" + std::to_string(i) + ": '{t" + std::to_string(i - 1) + "}{t" +
             std::to_string(i - 1) + "}'\n";
  const std::string said = bad({{"p/pack.yaml", head("p") + terms}});
  CHECK(said.find("P1326 with its terms the pattern grows beyond 100000 bytes") !=
        std::string::npos);
}
