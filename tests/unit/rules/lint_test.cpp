#include "engine/rules/lint.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/memory_pack_files.h"

using namespace plumbline;
using namespace plumbline::rules;

namespace {

const std::string kGood = R"(id: p
version: 1.0.0
title: 包
for: any
terms: {organ: 局|厅}
basis: {law: {title: 《某规定》, level: A1}}
scoring: {grades: [{name: 差, from: 0}], gates: [{rule: a, on: [fail], cap: 差, reason: 缺}]}
rules:
  a:
    title: 甲
    check: text
    severity: warning
    points: 5
    basis: [{document: law}]
    message: 应当改正
    advice: 请改正
    forbid: ['{organ}错']
    cases: {pass: [{text: 好}]}
)";

std::string linted(const std::string& yaml, bool with_file = true) {
  std::map<std::string, std::string> all = {{"p/pack.yaml", yaml}};
  if (with_file)
    all["p/cases/a/fail-one.txt"] = "局错";
  const testing::MemoryPackFiles files(all);
  DiagnosticSink sink;
  const auto pack = load_pack("p", files, sink);
  REQUIRE(pack);
  lint_pack(*pack, files, sink);
  std::string out;
  for (const Diagnostic& one : sink.all()) {
    CHECK(one.level == Level::kWarning);
    out += std::to_string(one.line) + ":" + std::to_string(one.column) + " " + one.code + " " +
           one.message.in(Language::kEnglish) + "\n";
  }
  return out;
}

std::string changed(std::string_view from, std::string_view to) {
  std::string out = kGood;
  return out.replace(out.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("a sound pack has nothing to lint") {
  CHECK(linted(kGood) == "");
}

TEST_CASE("each weakness of a pack is named") {
  CHECK(linted(kGood, false) == "10:5 P1503 rule 'a' has no fail case; write one in 'cases'\n");
  CHECK(linted(changed("    advice: 请改正\n", "")) ==
        "10:5 P1502 rule 'a' has no advice; say what to do\n");
  CHECK(linted(changed("A1", "A3")) ==
        "15:14 P1505 rule 'a' says '应当' without a basis of level A1 or A2\n");
  CHECK(linted(changed("    basis: [{document: law}]\n", "")) ==
        "6:9 P1506 nothing uses 'law' of 'basis'\n"
        "10:5 P1501 rule 'a' has no basis; a finding must be defensible\n"
        "14:14 P1505 rule 'a' says '应当' without a basis of level A1 or A2\n");
  CHECK(linted(changed("    points: 5\n", "")) ==
        "7:56 P1504 the gate stands on rule 'a', which has no points\n");
  CHECK(linted(changed("{organ}错", "局错")) == "5:9 P1506 nothing uses 'organ' of 'terms'\n");
}

TEST_CASE("a fix that cannot be right is named") {
  const auto with = [](const std::string& term) {
    return linted(changed("forbid: ['{organ}错']", "forbid: ['{organ}错', " + term + "]"));
  };
  CHECK(with("{match: 丁, right: 戊, fix: right}") == "");
  CHECK(with("{match: 丁, fix: {丁: 戊, 己: ''}}") == "");
  CHECK(with("{match: 丁, fix: right}") ==
        "17:42 P1532 'fix: right' without 'right': nothing is ever put right\n");
  CHECK(with("{match: 丁, fix: {}}") == "17:42 P1532 this fix replaces nothing\n");
  CHECK(with("{match: 丁, fix: {二: 三}}") ==
        "17:46 P1533 a fix must not change numbers: '二' and '三' do not say the same\n");
  CHECK(with("{match: 丁, right: 丁丁, fix: right}") ==
        "17:44 P1534 '丁丁' would be a finding itself: it matches '丁'\n");
  CHECK(with("{match: 丁, fix: {丁: 局错}}") ==
        "17:46 P1534 '局错' would be a finding itself: it matches '(?:局|厅)错'\n");
}
