#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/roster/roster.h"
#include "tests/support/golden.h"

namespace plumbline::roster {
namespace {

constexpr Columns kColumns = {"全称", "简称", "别名", "类别", "、"};

struct Reading {
  std::string units, said, said_in_chinese;
  bool refused = false;
};

Reading read(const std::string& path, const std::string& bytes) {
  DiagnosticSink sink;
  Reading reading;
  for (const Unit& unit : read_roster(path, bytes, kColumns, sink)) {
    reading.units += unit.name + "[" + unit.kind + "]";
    for (const std::string& name : unit.other_names) reading.units += " " + name;
    reading.units += "\n";
  }
  for (const Diagnostic& one : sink.all()) {
    reading.said += render_diagnostic(one, Language::kEnglish);
    reading.said_in_chinese += render_diagnostic(one, Language::kChinese);
  }
  reading.refused = sink.has_errors();
  return reading;
}

const std::string kUnits =
    "柳溪县水利局[部门] 县水利局 水利局 水务局\n"
    "柳溪县人民政府[]\n";
const std::string kYaml =
    "units:\n"
    "  - {name: 柳溪县水利局, short: 县水利局, aliases: [水利局, 水务局], kind: 部门}\n"
    "  - name: 柳溪县人民政府\n";
const std::string kCsv =
    "全称,简称,别名,类别\n柳溪县水利局, 县水利局 ,水利局、水务局,部门\n,,,\n柳溪县人民政府\n";

/// A file with one wrong thing; what is said of it stands in tests/golden/roster/NAME.txt.
struct Bad {
  std::string name, path, bytes;
};

const std::vector<Bad> kBad = {
    {"unknown-key", "r.yaml", "units:\n  - {name: 甲局, shrot: 甲}\n"},
    {"no-name", "r.yaml", "units:\n  - {short: 甲}\n"},
    {"no-units", "r.yaml", "units: []\n"},
    {"not-a-list", "r.yaml", "units: 甲局\n"},
    {"empty-name", "r.yaml", "units:\n  - {name: ' '}\n"},
    {"one-name-two-units", "r.yaml",
     "units:\n  - {name: 甲县水利局, aliases: 水利局}\n  - {name: 乙县水利局, aliases: 水 利局}\n"},
    {"cut", "r.yaml", "units:\n  - {name: 甲局, sho"},
    {"tab", "r.yaml", "units:\n\t- {name: 甲局}\n"},
    {"empty", "r.yaml", ""},
    {"gb18030", "r.csv", "\xC8\xAB\xB3\xC6\n\xBC\xD7\xBE\xD6\n"},
    {"csv-empty", "r.csv", ""},
    {"csv-only-header", "r.csv", "全称,简称\n"},
    {"csv-columns", "r.csv", "单位,简称,简称\n甲局,甲,甲\n"},
    {"csv-semicolons", "r.csv", "全称;简称\n甲局;甲\n"},
    {"csv-no-name", "r.csv", "全称,简称\n甲局,甲\n,乙\n"},
    {"csv-too-many-cells", "r.csv", "全称,简称\n甲局,甲,部门\n"},
    {"csv-one-name-two-units", "r.csv", "全称,简称\n甲县水利局,水利局\n乙县水利局,水利局\n"},
    {"csv-open-quote", "r.csv", "全称\n\"甲局\n"},
};

TEST_SUITE("roster.read") {
  TEST_CASE("yaml and csv say the same") {
    for (const auto& [path, bytes] : std::vector<std::pair<std::string, std::string>>{
             {"units.yaml", kYaml}, {"units.csv", kCsv}, {"units.csv", "\xEF\xBB\xBF" + kCsv}}) {
      const Reading reading = read(path, bytes);
      CHECK(reading.said == "");
      CHECK(reading.units == kUnits);
    }
    std::string windows;
    for (const char c : kCsv) windows += c == '\n' ? "\r\n" : std::string(1, c);
    CHECK(read("units.csv", windows).units == kUnits);
  }

  TEST_CASE("a unit may have one name twice and that is no fault") {
    CHECK(read("r.yaml", "units:\n  - {name: 甲局, short: 甲局}\n").said == "");
  }

  TEST_CASE("what is wrong is told with its place and nothing is taken") {
    for (const Bad& bad : kBad) {
      CAPTURE(bad.name);
      const Reading reading = read(bad.path, bad.bytes);
      CHECK(reading.refused);
      CHECK(reading.units == "");
      CHECK(reading.said == golden("roster/" + bad.name + ".txt", reading.said));
      CHECK(reading.said_in_chinese ==
            golden("roster/" + bad.name + ".zh.txt", reading.said_in_chinese));
    }
  }
}

}  // namespace
}  // namespace plumbline::roster
