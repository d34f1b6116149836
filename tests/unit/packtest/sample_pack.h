#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "doctest/doctest.h"
#include "engine/rules/pack.h"
#include "tests/support/memory_pack_files.h"

namespace plumbline::packtest {

/// A pack of one text rule, `cases` indented below its key, and files beside pack.yaml.
struct SamplePack {
  explicit SamplePack(const std::string& cases, std::map<std::string, std::string> beside = {})
      : files(with_pack(cases, std::move(beside))), pack(rules::load_pack("p", files, sink)) {
    for (const Diagnostic& one : sink.all())
      MESSAGE(one.line, ": ", one.message.in(Language::kEnglish));
    REQUIRE(pack);
  }

  static std::map<std::string, std::string> with_pack(const std::string& cases,
                                                      std::map<std::string, std::string> all) {
    all["p/pack.yaml"] = R"(id: p
version: 1.0.0
title: 包
for: {threshold: 9, evidence: [{where: title, match: 年度报告, weight: 9}]}
terms: {organ: 局|厅}
basis: {law: {title: 《某规定》, level: A1}}
rules:
  slips:
    title: 用语
    check: text
    severity: warning
    points: 5
    basis: [{document: law}]
    message: “{quote}”有误
    advice: 请改正
    forbid:
      - {name: a, match: [甲错, '{organ}错'], unless_after: 觉, allow: 没有甲错}
      - {name: b, match: 丙错, when: {report_year: '>=2020'}}
      - {name: c, match: 丁错, unless: {report_year: '<2020'}}
    cases:
)" + cases;
    return all;
  }

  testing::MemoryPackFiles files;
  DiagnosticSink sink;
  std::shared_ptr<const rules::Pack> pack;
};

}  // namespace plumbline::packtest
