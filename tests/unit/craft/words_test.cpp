#include <filesystem>
#include <string>
#include <vector>

#include "doctest/doctest.h"
#include "engine/cli/cli.h"
#include "tests/support/golden.h"
#include "tests/support/zip_builder.h"
#include "tests/unit/cli/process.h"

namespace plumbline::cli {
namespace {

namespace fs = std::filesystem;
using Rows = std::vector<std::vector<std::string>>;

const std::string kHead = R"(id: p
version: 1.0.0
title: 包
for: any
basis: {law: {title: 《某规定》, level: A1}}
)";
// Terms in every form that a hand may give them.
const std::string kPack = kHead + R"(rules:
  slips:   # 用语
    title: 用语
    check: text
    severity: warning
    basis: [{document: law}]
    message: “{quote}”疑为“{right}”
    advice: 请核对
    forbid:
      - {name: a, match: 甲错, right: '甲''对'}  # 第一条
      # 注释留在原处
      - name: b
        match: "乙\\.错"
      - {name: c, match: [丙错, 丙误], right: 丙对, severity: note}
      - 丁错

    # 例子
    cases: {pass: [{text: 好}], fail: [{text: 甲错, name: a}]}
)";

std::string cell(char column, int row, const std::string& words) {
  const std::string place = std::string(1, column) + std::to_string(row);
  return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
}

std::string workbook(const Rows& rows, const std::string& tail = "") {
  std::string sheet =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/"
      "main\"><sheetData>";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const int number = static_cast<int>(i) + 1;
    sheet += "<row r=\"" + std::to_string(number) + "\">";
    for (std::size_t j = 0; j < rows[i].size(); ++j) {
      if (!rows[i][j].empty())
        sheet += cell(static_cast<char>('A' + j), number, rows[i][j]);
    }
    sheet += "</row>";
  }
  const std::string links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string package = "http://schemas.openxmlformats.org/package/2006/relationships";
  return support::make_zip(
      {{"[Content_Types].xml", "<Types/>"},
       {"_rels/.rels", "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"r\" Type=\"" +
                           links +
                           "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
       {"xl/workbook.xml",
        "<workbook xmlns:r=\"" + links +
            "\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"s1\" Type=\"" + links +
            "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
       {"xl/worksheets/sheet1.xml", sheet + "</sheetData>" + tail + "</worksheet>"}});
}

const std::vector<std::string> kHeader = {"规则", "类别", "编号", "写法", "正确的写法", "等级"};

Rows changed_rows() {
  return {kHeader,
          {"slips", "不应出现", "a", "甲 错", "甲'对了'", "必改"},
          {"slips", "不应出现", "b", "乙\\.错", "乙对", ""},
          {"slips", "不应出现", "c", "（有多个写法，请在规则包中修改）", "丙", "建议"},
          {},
          {"slips", "不应出现", "d", "戊错", "戊对", "建议"}};
}

std::string with_windows_ends(const std::string& text) {
  std::string out = "\xEF\xBB\xBF";
  for (const char c : text) out += c == '\n' ? "\r\n" : std::string(1, c);
  return out;
}

TEST_SUITE("craft.words") {
  TEST_CASE("what goes out as a workbook comes back without a changed byte") {
    const Process process("words-same");
    for (const std::string& bytes : {kPack, with_windows_ends(kPack)}) {
      process.put("p/pack.yaml", bytes);
      fs::remove("x.xlsx");
      CHECK(process.run({"rules", "export-words", "p", "x.xlsx"}).status == kClean);
      const auto run = process.run({"rules", "import-words", "p", "x.xlsx"});
      CHECK(run.status == kClean);
      CHECK(run.out == "没有改动\n");
      CHECK(process.get("p/pack.yaml") == bytes);
    }
  }

  TEST_CASE("nothing that is there is written over with a word table") {
    const Process process("words-kept");
    process.put("p/pack.yaml", kPack);
    process.put("filled.xlsx", "what a clerk has filled in");
    std::string got;
    for (const char* file : {"filled.xlsx", "p/pack.yaml", "p", "new.csv"}) {
      const auto run = process.run({"rules", "export-words", "p", file});
      CHECK(run.status == kUsage);
      got += run.transcript;
    }
    CHECK(got == golden("craft/words-kept.txt", got));
    CHECK(process.get("filled.xlsx") == "what a clerk has filled in");
    CHECK(process.get("p/pack.yaml") == kPack);
    CHECK_FALSE(fs::exists("new.csv"));
  }

  TEST_CASE("words that are too long for a cell are left in the pack") {
    const Process process("words-long");
    std::string pack = kPack;
    pack.replace(pack.find("right: 丙对"), std::string("right: 丙对").size(),
                 "right: 丙对" + std::string(30'000, 'x'));
    process.put("p/pack.yaml", pack);
    const std::string got = process.run({"rules", "export-words", "p", "w.xlsx"}).transcript;
    CHECK(got == golden("craft/words-too-long.txt", got));
    CHECK_FALSE(fs::exists("w.xlsx"));
  }

  TEST_CASE("changed and new words go to their places and comments stay") {
    const Process process("words-changed");
    Rows rows = changed_rows();
    rows[1][3] = "甲错了";
    process.put("p/pack.yaml", kPack);
    process.put("x.xlsx", workbook(rows));
    const auto run = process.run({"rules", "import-words", "p", "x.xlsx"});
    const std::string got = run.transcript + "---\n" + process.get("p/pack.yaml");
    CHECK(got == golden("craft/words-changed.txt", got));
    process.put("p/pack.yaml", with_windows_ends(kPack));
    CHECK(process.run({"rules", "import-words", "p", "x.xlsx"}).status == kClean);
    CHECK(process.get("p/pack.yaml") ==
          with_windows_ends(got.substr(got.find("---\n", got.find("-- stderr")) + 4)));
  }

  TEST_CASE("a table that cannot be taken over changes nothing and says why") {
    const Process process("words-refused");
    process.put("p/pack.yaml", kPack);
    process.put("blank.xlsx", workbook(changed_rows()));  // 甲 错: a blank that never matches
    process.put("merged.xlsx", workbook(changed_rows(),
                                        "<mergeCells count=\"1\"><mergeCell "
                                        "ref=\"A2:B3\"/></mergeCells>"));
    process.put("columns.xlsx", workbook({{"规则", "编号", "写法"}, {"slips", "a", "甲错"}}));
    process.put("nothing.xlsx", workbook({}));
    process.put("cells.xlsx", workbook({kHeader,
                                        {"slips", "禁止", "a", "甲错", "", ""},
                                        {"slips", "不应出现", "", "甲错", "", "严重"},
                                        {"slips", "不应出现", "b", "", "", ""},
                                        {"slips", "不应出现", "c", "丙", "", ""},
                                        {"slips", "不应出现", "a", "甲错", "", ""},
                                        {"other", "不应出现", "x", "甲错", "", ""}}));
    process.put("faults.xlsx", workbook({kHeader,
                                         {"slips", "不应出现", "a", "甲错", "", ""},
                                         {"slips", "不应出现", "a", "甲错", "甲'对", ""},
                                         {"slips", "不应出现", "b", "", "", ""},
                                         {"slips", "不应出现", "c", "丙", "丙对", "建议"},
                                         {"slips", "应当出现", "x", "己", "", ""}}));
    process.put("look.xlsx",
                workbook({kHeader, {"slips", "不应出现", "a", "甲(?=错)", "甲'对", ""}}));
    process.put("text.xlsx", "no workbook");
    std::string got;
    for (const char* file : {"blank.xlsx", "merged.xlsx", "columns.xlsx", "nothing.xlsx",
                             "cells.xlsx", "faults.xlsx", "look.xlsx", "text.xlsx", "gone.xlsx"}) {
      CAPTURE(file);
      const auto run = process.run({"rules", "import-words", "p", file});
      CHECK(run.status == kUsage);
      got += run.transcript;
      CHECK(process.get("p/pack.yaml") == kPack);
    }
    got += process.run({"rules", "export-words", "p"}).transcript;
    got += process.run({"rules", "export-words", "p", "gone/x.xlsx"}).transcript;
    CHECK(got == golden("craft/words-refused.txt", got));
  }
}

}  // namespace
}  // namespace plumbline::cli
