#include "engine/roster/attendance.h"

#include <doctest/doctest.h>

#include <string>

namespace plumbline::roster {
namespace {

const Roster kRoster = {{"柳溪县水利局", {"县水利局", "水利局"}, "部门"},
                        {"柳溪县水利局水文站", {}, ""},
                        {"柳溪县司法局", {}, ""}};

DocumentReport document(const std::string& path, const std::string& issuer,
                        DocumentStatus status = DocumentStatus::kChecked) {
  DocumentReport report;
  report.path = path;
  report.status = status;
  if (!issuer.empty())
    report.facts.issuer = {issuer, {}};
  return report;
}

std::string told(const std::vector<DocumentReport>& documents) {
  Attendance attendance(kRoster);
  for (const DocumentReport& one : documents) attendance.add(one);
  std::string words;
  for (const UnitState& unit : attendance.units()) {
    words += unit.name + " " + std::to_string(unit.checked) + ":";
    for (const std::string& path : unit.paths) words += " " + path;
    words += "\n";
  }
  for (const std::string& path : attendance.strangers()) words += "? " + path + "\n";
  return words;
}

std::string states(const std::string& first, const std::string& second, const std::string& third,
                   const std::string& rest = "") {
  return "柳溪县水利局 " + first + "\n柳溪县水利局水文站 " + second + "\n柳溪县司法局 " + third +
         "\n" + rest;
}

TEST_SUITE("roster.attendance") {
  TEST_CASE("nobody has submitted where there is nothing") {
    CHECK(told({}) == states("0:", "0:", "0:"));
  }

  TEST_CASE("a document is its issuer's by any of the unit's names") {
    CHECK(told({document("1.txt", "柳溪县水利局")}) == states("1: 1.txt", "0:", "0:"));
    CHECK(told({document("1.txt", "县水利局")}) == states("1: 1.txt", "0:", "0:"));
    CHECK(told({document("司法局/水利局.txt", "柳溪县司法局")}) ==
          states("0:", "0:", "1: 司法局/水利局.txt"));
    CHECK(told({document("1.txt", "柳溪县水利局、柳溪县司法局")}) ==
          states("1: 1.txt", "0:", "1: 1.txt"));
  }

  TEST_CASE("without a known issuer the longest name in the path decides") {
    CHECK(told({document("柳溪县水利局水文站 报告.txt", "")}) ==
          states("0:", "1: 柳溪县水利局水文站 报告.txt", "0:"));
    CHECK(told({document("水利局终稿2(改).doc", "某办公室")}) ==
          states("1: 水利局终稿2(改).doc", "0:", "0:"));
    CHECK(told({document("1.txt", "某办公室")}) == states("0:", "0:", "0:", "? 1.txt\n"));
  }

  TEST_CASE("what could not be checked is there and does not count") {
    CHECK(told({document("水利局.pdf", "", DocumentStatus::kNotChecked)}) ==
          states("0: 水利局.pdf", "0:", "0:"));
    CHECK(told({document("notes.txt", "", DocumentStatus::kOtherKind)}) ==
          states("0:", "0:", "0:"));
    CHECK(told({document("水利局.pdf", "", DocumentStatus::kNotChecked),
                document("水利局.docx", ""), document("水利局2.docx", "")}) ==
          states("2: 水利局.pdf 水利局.docx 水利局2.docx", "0:", "0:"));
  }
}

}  // namespace
}  // namespace plumbline::roster
